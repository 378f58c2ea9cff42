import type { Transaction } from '../../../db/client'
import { keepDeliveries } from '../webhook/keep-deliveries'
import type { DeskEvent } from './event'
import { keepFirings } from './keep-firings'
import { keepNews } from './keep-news'

/** Keeps what an act did for all who hear of it outside the desk's screens: in its transaction, so if, and only if, it commits. */
export async function keepEvent(tx: Transaction, event: DeskEvent): Promise<void> {
  await keepDeliveries(tx, event)
  await keepFirings(tx, event)
  await keepNews(tx, event)
}
