import { and, asc, eq, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Database, db, type Transaction } from '../../db/client'
import { claims, desks, members, ownVerdicts, people, secondVerdicts } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { type SecondVerdict, whyNotSeconded } from './second-verdict'

type Reader = Pick<Database | Transaction, 'select'>

const [asking, askedOne, ending] = [
  alias(people, 'asking'),
  alias(people, 'asked_one'),
  alias(people, 'ending'),
]
const [asker, asked, ender] = [alias(members, 'asker'), alias(members, 'asked'), alias(members, 'ender')]

/** Who was asked to judge a claim blind, and what they said, the first asked first. */
export function readSecondVerdicts(claimId: string, { id, deskId }: Member): Promise<SecondVerdict[]> {
  return read(
    and(
      eq(secondVerdicts.claimId, claimId),
      eq(secondVerdicts.deskId, deskId),
      isThere(secondVerdicts.articleId, id),
    ),
    db(),
  )
}

/** Why a submitted claim cannot be approved before somebody judged it blind; corrections are of what everybody knows. */
export async function readWhyNotSeconded(
  { claimId, deskId, kind }: { claimId: string; deskId: string; kind: string },
  at: Reader = db(),
) {
  const [desk] = await at.select({ rule: desks.secondVerdicts }).from(desks).where(eq(desks.id, deskId))
  const seconds = await read(eq(secondVerdicts.claimId, claimId), at)
  return whyNotSeconded(seconds, { isDemanded: desk?.rule === 'always' && kind === 'first' })
}

/** What claims of a member's desk were rated as when somebody judged them blind, with what they then said. */
export async function readBlindPairs({ id, deskId }: Pick<Member, 'id' | 'deskId'>) {
  const rows = await db()
    .select({ ratedAs: secondVerdicts.ratedAs, verdict: ownVerdicts.verdict })
    .from(secondVerdicts)
    .innerJoin(ownVerdicts, eq(ownVerdicts.id, secondVerdicts.ownVerdictId))
    .where(and(eq(secondVerdicts.deskId, deskId), isThere(secondVerdicts.articleId, id)))
  return rows.flatMap(({ ratedAs, verdict }) => (ratedAs ? [[ratedAs, verdict] as const] : []))
}

async function read(which: SQL | undefined, at: Reader): Promise<SecondVerdict[]> {
  const rows = await at
    .select({
      id: secondVerdicts.id,
      of: { id: secondVerdicts.askedOf, name: askedOne.name },
      by: { id: secondVerdicts.askedBy, name: asking.name },
      at: secondVerdicts.askedAt,
      endedAt: secondVerdicts.endedAt,
      ender: { id: secondVerdicts.endedBy, name: ending.name },
      evidence: secondVerdicts.evidence,
      own: { verdict: ownVerdicts.verdict, reason: ownVerdicts.reason, statement: ownVerdicts.statement },
      statement: claims.statement,
    })
    .from(secondVerdicts)
    .innerJoin(claims, eq(claims.id, secondVerdicts.claimId))
    .innerJoin(asked, eq(asked.id, secondVerdicts.askedOf))
    .innerJoin(askedOne, eq(askedOne.id, asked.personId))
    .innerJoin(asker, eq(asker.id, secondVerdicts.askedBy))
    .innerJoin(asking, eq(asking.id, asker.personId))
    .leftJoin(ender, eq(ender.id, secondVerdicts.endedBy))
    .leftJoin(ending, eq(ending.id, ender.personId))
    .leftJoin(ownVerdicts, eq(ownVerdicts.id, secondVerdicts.ownVerdictId))
    .where(which)
    .orderBy(asc(secondVerdicts.askedAt), asc(secondVerdicts.id))
  return rows.map(({ endedAt, ender: { id: enderId, name }, own, evidence, statement, ...one }) => ({
    ...one,
    end: endedAt && {
      at: endedAt,
      by: { id: enderId ?? '', name: name ?? '' },
      given: own && {
        ...{ verdict: own.verdict, reason: own.reason, evidence },
        isOfThisStatement: own.statement === statement,
      },
    },
  }))
}
