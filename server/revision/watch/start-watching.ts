import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { fetchDue } from './fetch-changes'

/** Looks at the pages of articles as often as members asked for it. */
export const startWatchingPages = (onError: OnError): Work =>
  keepRounds({ every: 10 * 60_000, onError, round: (isClosed) => fetchDue(new Date(), isClosed) })
