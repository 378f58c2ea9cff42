import { and, asc, desc, eq, isNull, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '../../db/client'
import { articles, claims, members, people, revisions, secondVerdicts } from '../../db/schema'
import type { ClaimKind } from '../../db/vocabulary'
import type { Block } from '../article/extract/extraction'
import { placeOfQuote, type Span } from '../claim/quote'
import type { Scale } from '../claim/scale'
import { isDeleted, isForMember } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { readScale } from '../scale/read-scale'
import type { Someone } from '../thread/thread'

/** What a member is asked to judge blind: the claim and its article, nothing of how others judge it. */
export type AskedVerdict = AskedLine & {
  kind: ClaimKind | null
  speaker: string
  saidAt: string
  quote: string
  isDeleted: boolean
  article: { title: string; publisher: string | null; published: string | null; address: string | null }
  blocks: Block[]
  /** Where the quote stands in the text that the blocks make; null where its words are gone. */
  place: Span | null
  scale: Scale
}
/** The same in a list. */
export type AskedLine = {
  id: string
  claimId: string
  by: Someone
  at: Date
  statement: string
  title: string
}

const asker = alias(members, 'asker')
/** The revision that the claim is quoted from; where that cannot be read, the newest. */
const quoted = sql`(select r.id from revisions r where r.article_id = ${secondVerdicts.articleId}
  order by (r.hash = ${claims.revision}) desc, r.number desc limit 1)`

/** What a member was asked to judge blind and has not, the longest asked first. */
export async function readAskedOf(member: Member): Promise<AskedLine[]> {
  const rows = await select(member, undefined)
  return rows.map(lineOf)
}

/**
 * What a member is to judge blind; `judged` names the article of what they have judged, or were asked for no more. Of
 * what was never asked of them they learn nothing.
 */
export async function readAsked(
  claimId: string,
  member: Member,
): Promise<{ asked: AskedVerdict; judged: null } | { asked: null; judged: { articleId: string } }> {
  const [row] = await select(member, claimId)
  if (!row) return { asked: null, judged: await readJudgedArticle(claimId, member) }
  const { revision, article, claim } = row
  const { entries: scale } = await readScale(member.deskId)
  const { selectors, ...words } = claim
  const place = selectors && placeOfQuote(revision.text, selectors)
  const head = { title: revision.title, publisher: revision.publisher, published: revision.published }
  return {
    asked: {
      ...lineOf(row),
      ...words,
      article: { ...head, ...article },
      blocks: revision.blocks,
      place,
      scale,
    },
    judged: null,
  }
}

/** What a member is or was asked for; of deleted articles, and those limited to others meanwhile, nothing. */
export const isAskable = (member: Member) =>
  and(
    eq(secondVerdicts.askedOf, member.id),
    eq(secondVerdicts.deskId, member.deskId),
    not(isDeleted(secondVerdicts.articleId)),
    isForMember(secondVerdicts.articleId, member.id),
  )

function select(member: Member, claimId: string | undefined) {
  return db()
    .select({
      id: secondVerdicts.id,
      at: secondVerdicts.askedAt,
      by: { id: secondVerdicts.askedBy, name: people.name },
      claim: {
        claimId: claims.id,
        statement: claims.statement,
        quote: claims.quote,
        speaker: claims.speaker,
        saidAt: claims.saidAt,
        kind: claims.kind,
        isDeleted: claims.isDeleted,
        selectors: claims.selectors,
      },
      article: { address: articles.address },
      revision: revisions,
    })
    .from(secondVerdicts)
    .innerJoin(claims, eq(claims.id, secondVerdicts.claimId))
    .innerJoin(articles, eq(articles.id, secondVerdicts.articleId))
    .innerJoin(revisions, eq(revisions.id, quoted))
    .innerJoin(asker, eq(asker.id, secondVerdicts.askedBy))
    .innerJoin(people, eq(people.id, asker.personId))
    .where(
      and(
        isAskable(member),
        isNull(secondVerdicts.endedAt),
        claimId ? eq(secondVerdicts.claimId, claimId) : undefined,
      ),
    )
    .orderBy(asc(secondVerdicts.askedAt), asc(secondVerdicts.id))
}

type Row = Awaited<ReturnType<typeof select>>[number]

function lineOf({ id, at, by, claim, revision }: Row): AskedLine {
  const statement = claim.statement.trim() || claim.quote
  return { id, at, by, claimId: claim.claimId, statement, title: revision.title }
}

async function readJudgedArticle(claimId: string, member: Member): Promise<{ articleId: string }> {
  const [judged] = await db()
    .select({ articleId: secondVerdicts.articleId })
    .from(secondVerdicts)
    .where(and(isAskable(member), eq(secondVerdicts.claimId, claimId)))
    .orderBy(desc(secondVerdicts.askedAt))
    .limit(1)
  if (!judged) throw new Refused({ code: 'claim-unknown' })
  return judged
}
