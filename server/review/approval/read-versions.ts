import { desc, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { publications } from '../../../db/schema'
import type { SubmissionFacts } from '../read-facts'
import { isOpen } from '../submission'

type Version = typeof publications.$inferSelect

/** Every version of a claim, the newest first. */
export function readVersions(claimId: string): Promise<Version[]> {
  return db()
    .select()
    .from(publications)
    .where(eq(publications.claimId, claimId))
    .orderBy(desc(publications.version))
}

/** What readers had when the submission was made; a submission that waits is compared with what they have now. */
export function versionBefore(
  versions: Version[],
  facts: SubmissionFacts,
  own: number | null,
): Version | null {
  const earlier = versions.filter((version) => {
    if (own !== null) return version.version < own
    return isOpen(facts) || version.publishedAt < facts.submittedAt
  })
  return earlier[0] ?? null
}
