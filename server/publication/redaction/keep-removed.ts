import { and, eq, isNotNull } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { redactedVersions, redactions } from '../../../db/schema'

type Made = { id: string; articleId: string }

/** Keeps with a new version that words are not in it which were removed from its article before: its readers are told why. */
export async function keepRemoved(tx: Transaction, made: Made, isBlackedOut: boolean): Promise<void> {
  if (!isBlackedOut) return
  const removed = await tx
    .select({ redactionId: redactions.id })
    .from(redactions)
    .where(and(eq(redactions.articleId, made.articleId), isNotNull(redactions.confirmedAt)))
  if (!removed.length) return
  await tx
    .insert(redactedVersions)
    .values(removed.map(({ redactionId }) => ({ redactionId, publicationId: made.id, entry: null })))
}
