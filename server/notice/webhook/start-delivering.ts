import { keepLooking, type Looking } from '../../channel/keep-looking'
import { removeOldDeliveries, sendDeliveries } from './send-deliveries'

/** Sends messages to webhooks as they are written and fall due again; begins with what an earlier process left. */
export async function startDelivering(onError: (error: unknown) => void): Promise<Looking> {
  await removeOldDeliveries(new Date()).catch(onError)
  // What is due and was not taken is held by another process: it need not be asked for again at once.
  return keepLooking({ channel: 'delivery_written', act: sendDeliveries, onError, shortestSleep: 1_000 })
}
