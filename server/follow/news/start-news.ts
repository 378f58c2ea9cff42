import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { endExpired } from '../end-follow'
import { sendNews } from './send-news'

/** Tells followers what happened, begins with what an earlier process left, and forgets who never confirmed. */
export const startNews = (origin: string, onError: OnError): Work =>
  keepRounds({
    // What happens in between goes in one mail.
    every: 20_000,
    onError,
    round: async () => {
      await sendNews({ origin })
      await endExpired(new Date())
    },
  })
