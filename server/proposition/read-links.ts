import { and, asc, eq, inArray, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { claims, desks, members, people, propositionClaims, publications, revisions } from '../../db/schema'
import { isBlindTo, isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { readChecks } from '../similar/read-checks'
import { type LinkedClaim, overturnedBy } from './proposition'
import { readTurns } from './read-turns'

type Reader = Pick<Database | Transaction, 'select' | 'execute'>
export type Link = LinkedClaim & { propositionId: string }
type Check = Awaited<ReturnType<typeof readChecks>>[number]

/**
 * The claims that hang from propositions of the member's desk as the member may see them: of the desk's own those of
 * articles that are there for them, of other desks' what is published. Which of them were overturned is derived anew.
 */
export async function readLinks(member: Member, which: SQL | undefined, at: Reader = db()): Promise<Link[]> {
  const title = sql<string>`(select r.title from ${revisions} r where r.article_id = ${claims.articleId}
    order by r.number desc limit 1)`
  const rows = await at
    .select({
      ...{ linkId: propositionClaims.id, propositionId: propositionClaims.propositionId },
      ...{ claimId: propositionClaims.claimId, linkedAt: propositionClaims.linkedAt, linkedBy: people.name },
      ...{ articleId: claims.articleId, verdict: claims.verdict, title, statement: claims.statement },
      quote: claims.quote,
      isOwn: sql<boolean>`coalesce(${claims.deskId} = ${member.deskId} and not ${claims.isDeleted}
        and ${isThere(claims.articleId, member.id)}, false)`,
    })
    .from(propositionClaims)
    .innerJoin(members, eq(members.id, propositionClaims.linkedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(claims, eq(claims.id, propositionClaims.claimId))
    .where(and(eq(propositionClaims.deskId, member.deskId), isNull(propositionClaims.unlinkedAt), which))
    .orderBy(asc(propositionClaims.linkedAt), asc(propositionClaims.id))
  const ids = [...new Set(rows.map(({ claimId }) => claimId))]
  const published = await readNewest(member, ids, at)
  const seen = rows.filter(({ claimId, isOwn }) => isOwn || published.has(claimId))
  const turns = (
    await readTurns(
      seen.map(({ claimId }) => claimId),
      at,
    )
  ).filter(({ claimId }) => published.has(claimId))
  return seen.map((row) => {
    const check = published.get(row.claimId) ?? null
    const together = turns.filter((turn) =>
      seen.some((other) => other.claimId === turn.claimId && other.propositionId === row.propositionId),
    )
    return {
      ...{ linkId: row.linkId, propositionId: row.propositionId, claimId: row.claimId },
      ...{ linkedBy: row.linkedBy, linkedAt: row.linkedAt },
      statement: row.isOwn ? row.statement?.trim() || row.quote || '' : (check?.statement ?? ''),
      work:
        row.isOwn && row.articleId
          ? { articleId: row.articleId, title: row.title, verdict: row.verdict }
          : null,
      published: check?.published ?? null,
      // Another desk's is its own to correct.
      overturnedBy: row.isOwn
        ? overturnedBy({ ...row, published: check?.published ?? null }, together)
        : null,
    }
  })
}

/** What readers have of claims, by the claim; nothing of what the member judges blind. */
async function readNewest(member: Member, claimIds: string[], at: Reader): Promise<Map<string, Check>> {
  if (claimIds.length === 0) return new Map()
  const checks = await readChecks(
    and(
      inArray(publications.claimId, claimIds),
      not(isBlindTo(publications.articleId, member.id)),
      or(eq(desks.id, member.deskId), eq(desks.isDemo, false)),
      sql`not exists (select from publications n where n.claim_id = ${publications.claimId} and n.version > ${publications.version})`,
    ),
    at,
  )
  return new Map(checks.map((check) => [check.claimId, check]))
}
