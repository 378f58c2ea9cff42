import { keepLooking, type Looking } from '../../channel/keep-looking'
import { sendChanges } from './send-changes'

/** Sends subscribers what is published as the log grows, and again what they did not take. */
export function startSendingChanges(onError: (error: unknown) => void): Promise<Looking> {
  // What is due and was not taken is held by another process: it need not be asked for again at once.
  return keepLooking({ channel: 'log_grew', act: sendChanges, onError, shortestSleep: 1_000 })
}
