import { and, desc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import {
  claims,
  correctionDrafts,
  members,
  people,
  propositionClaims,
  propositions,
  publications,
} from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { CorrectionDraft, Proposition } from './proposition'
import { readLinks } from './read-links'

/** The proposition that a claim hangs from, with all that hangs from it; null where it hangs from none or is not there. */
export async function readProposition(member: Member, claimId: string): Promise<Proposition | null> {
  const [row] = await db()
    .select({
      ...{ id: propositions.id, statement: propositions.statement, by: people.name, at: propositions.madeAt },
    })
    .from(propositionClaims)
    .innerJoin(propositions, eq(propositions.id, propositionClaims.propositionId))
    .innerJoin(members, eq(members.id, propositions.madeBy))
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(claims, eq(claims.id, propositionClaims.claimId))
    .where(
      and(
        eq(propositionClaims.claimId, claimId),
        eq(propositionClaims.deskId, member.deskId),
        isNull(propositionClaims.unlinkedAt),
        eq(claims.deskId, member.deskId),
        isThere(claims.articleId, member.id),
      ),
    )
  if (!row) return null
  const links = await readLinks(member, eq(propositionClaims.propositionId, row.id))
  return {
    ...row,
    claims: links.map(({ propositionId: _, ...link }) => link),
    draft: await readDraft(claimId),
  }
}

/** The claims of an article that another claim's correction has overtaken: derived each time. */
export async function readOverturned(member: Member, articleId: string): Promise<string[]> {
  const here = db()
    .select({ id: propositionClaims.propositionId })
    .from(propositionClaims)
    .innerJoin(claims, eq(claims.id, propositionClaims.claimId))
    .where(
      and(
        eq(claims.articleId, articleId),
        eq(claims.deskId, member.deskId),
        isNull(propositionClaims.unlinkedAt),
      ),
    )
  const links = await readLinks(member, inArray(propositionClaims.propositionId, here))
  return links.flatMap((link) =>
    link.overturnedBy && link.work?.articleId === articleId ? [link.claimId] : [],
  )
}

/** What was drafted for a claim and has not gone out in a version since. */
async function readDraft(claimId: string): Promise<CorrectionDraft | null> {
  const since = db()
    .select({ is: sql`1` })
    .from(publications)
    .where(
      and(
        eq(publications.claimId, correctionDrafts.claimId),
        sql`${publications.publishedAt} > ${correctionDrafts.draftedAt}`,
      ),
    )
  const [draft] = await db()
    .select({
      ...{ id: correctionDrafts.id, claimId: correctionDrafts.claimId, verdict: correctionDrafts.verdict },
      ...{ publicationId: correctionDrafts.publicationId, publicNote: correctionDrafts.publicNote },
      ...{ by: people.name, at: correctionDrafts.draftedAt },
    })
    .from(correctionDrafts)
    .innerJoin(members, eq(members.id, correctionDrafts.draftedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(correctionDrafts.claimId, claimId), notExists(since)))
    .orderBy(desc(correctionDrafts.draftedAt))
    .limit(1)
  return draft ?? null
}
