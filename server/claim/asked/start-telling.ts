import { keepRounds, type OnError, type Work } from '../../channel/keep-rounds'
import { tellDueReplies } from './tell-due-replies'

/** Tells of replies that did not come by their day, as days pass on desks' clocks. */
export const startTellingOfReplies = (onError: OnError): Work =>
  keepRounds({ every: 10 * 60_000, onError, round: () => tellDueReplies(new Date()) })
