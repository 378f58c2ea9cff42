import { keepRounds, type OnError, type Work } from '../channel/keep-rounds'
import { sendDigests } from './send-digests'

/** Writes the mails about unread notices as they fall due, and begins with what fell due while nobody looked. */
export const startDigests = (origin: string, onError: OnError): Work =>
  keepRounds({ every: 60_000, onError, round: () => sendDigests({ now: new Date(), origin }) })
