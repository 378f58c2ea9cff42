import { eq, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, publications, underReview } from '../../db/schema'
import { shortOf } from '../claim/scale'
import { claimPath } from '../publication/publication'
import { words } from '../words'

/** Published versions as they are told of beside another claim. */
export async function readChecks(which: SQL | undefined, at: Pick<Database | Transaction, 'select'> = db()) {
  const rows = await at
    .select({
      ...{ id: publications.id, claimId: publications.claimId, number: publications.number },
      ...{ version: publications.version, kind: publications.kind, at: publications.publishedAt },
      ...{ content: publications.content, desk: desks.name },
      isUnderReview: sql<boolean>`exists (select from ${underReview} where ${underReview.publicationId} = ${publications.id})`,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(which)
  return rows.map(({ id, claimId, content: { claim, scale }, kind, ...row }) => ({
    ...{ claimId, statement: claim.statement, speaker: claim.speaker },
    published: {
      ...row,
      publicationId: id,
      path: claimPath(row.number, claim.statement),
      verdict: claim.verdict,
      label: shortOf(claim.verdict, scale, words()),
      isRetracted: kind === 'retraction',
    },
  }))
}
