import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, members, ownVerdicts, people, publications } from '../../db/schema'
import type { Verdict } from '../../db/vocabulary'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { FirstVerdict } from './agreement'
import type { OwnVerdict } from './own-verdict'

/** The newest own verdict of each member on a claim, in the order of their names. */
export async function readOwnVerdicts(claimId: string, { id, deskId }: Member): Promise<OwnVerdict[]> {
  const rows = await db()
    .selectDistinctOn([people.name, ownVerdicts.memberId], {
      id: ownVerdicts.id,
      by: { id: ownVerdicts.memberId, name: people.name },
      verdict: ownVerdicts.verdict,
      reason: ownVerdicts.reason,
      at: ownVerdicts.signedAt,
      isBlind: ownVerdicts.isBlind,
      hash: ownVerdicts.hash,
      mayBePublished: ownVerdicts.mayBePublished,
      hashNow: claims.hash,
    })
    .from(ownVerdicts)
    .innerJoin(claims, eq(claims.id, ownVerdicts.claimId))
    .innerJoin(members, eq(members.id, ownVerdicts.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(ownVerdicts.claimId, claimId),
        eq(ownVerdicts.deskId, deskId),
        isThere(ownVerdicts.articleId, id),
      ),
    )
    .orderBy(asc(people.name), asc(ownVerdicts.memberId), desc(ownVerdicts.signedAt), desc(ownVerdicts.id))
  return rows.map(({ hashNow, ...row }) => ({ ...row, isOfTheseWords: row.hash === hashNow }))
}

/** Every first own verdict of a desk that is there for a member, the earlier of a claim first: thought before others spoke. */
export async function readFirstVerdicts({
  id,
  deskId,
}: Pick<Member, 'id' | 'deskId'>): Promise<FirstVerdict[]> {
  const firsts = db()
    .selectDistinctOn([ownVerdicts.claimId, ownVerdicts.memberId])
    .from(ownVerdicts)
    .where(and(eq(ownVerdicts.deskId, deskId), isThere(ownVerdicts.articleId, id)))
    .orderBy(ownVerdicts.claimId, ownVerdicts.memberId, asc(ownVerdicts.signedAt), asc(ownVerdicts.id))
    .as('firsts')
  return db()
    .select({
      claimId: firsts.claimId,
      member: { id: firsts.memberId, name: people.name },
      verdict: firsts.verdict,
      decided: sql<Verdict | null>`${publications.content} -> 'claim' ->> 'verdict'`,
    })
    .from(firsts)
    .innerJoin(members, eq(members.id, firsts.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(publications, and(eq(publications.claimId, firsts.claimId), eq(publications.version, 1)))
    .orderBy(firsts.claimId, asc(firsts.signedAt), asc(firsts.id))
}
