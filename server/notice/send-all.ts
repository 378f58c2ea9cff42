import { db, type Transaction } from '../../db/client'

/** How many addresses one process talks to at once: one that does not answer keeps the others waiting for nothing. */
const atOnce = 4

/** Sends by this step, each in a transaction of its own, until a whole round had nothing more to send. */
export async function sendAll(
  sendNext: (tx: Transaction) => Promise<boolean>,
  isStopped: () => boolean,
): Promise<void> {
  let hasSent = true
  const sender = async () => {
    while (!isStopped() && (await db().transaction(sendNext))) hasSent = true
  }
  // Who finds a row taken may have missed what came for it while its message was on its way.
  while (hasSent && !isStopped()) {
    hasSent = false
    await Promise.all(Array.from({ length: atOnce }, sender))
  }
}
