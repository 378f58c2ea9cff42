import { and, arrayOverlaps, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { follows, publications, webhooks } from '../../../db/schema'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { articlePath, claimPath } from '../../publication/publication'
import { Refused } from '../../refusal'
import type { FrozenClaim } from '../submission'
import type { Dependent } from './dependent'

/** What somebody sees before a published claim is corrected or retracted. */
export type BeforeCorrecting = {
  version: number
  hash: string
  publicNote: string
  claim: FrozenClaim
  dependents: Dependent[]
}

/** The newest version of a claim that this desk published, and every page that changes with it, and who is told. */
export async function readBeforeCorrecting(claimId: string, member: Member): Promise<BeforeCorrecting> {
  const [newest] = await db()
    .select({ publication: publications, claimsOfArticle })
    .from(publications)
    .where(
      and(
        eq(publications.claimId, claimId),
        eq(publications.deskId, member.deskId),
        isOpenTo(publications.articleId, member.id),
      ),
    )
    .orderBy(desc(publications.version))
    .limit(1)
  if (!newest) throw new Refused({ code: 'not-published' })
  const told = await countTold(member.deskId)
  const following = await countFollowers(newest.publication.number)
  const { number, version, hash, publicNote, content } = newest.publication
  const { article, claim } = content
  return {
    ...{ version, hash, publicNote, claim },
    dependents: [
      { what: 'claim', path: claimPath(number, claim.statement), number },
      {
        what: 'article',
        path: articlePath(article.number, article.title),
        title: article.title,
        claims: newest.claimsOfArticle,
      },
      { what: 'latest', path: '/latest' },
      { what: 'corrections', path: '/corrections' },
      ...(told > 0 ? [{ what: 'webhooks' as const, count: told }] : []),
      ...(following > 0 ? [{ what: 'followers' as const, count: following }] : []),
    ],
  }
}

/** How many addresses elsewhere are told of corrections or of retractions. */
const countTold = (deskId: string) =>
  db().$count(
    webhooks,
    and(
      eq(webhooks.deskId, deskId),
      isNull(webhooks.pause),
      arrayOverlaps(webhooks.events, ['corrected', 'retracted']),
    ),
  )

const claimsOfArticle = sql<number>`(
  select count(distinct other.claim_id)::int from publications other
  where other.article_id = ${publications.articleId})`

/** How many readers have a mail about each change of a claim; who they are is for nobody here. */
const countFollowers = (number: number) =>
  db().$count(
    follows,
    and(eq(follows.kind, 'claim'), eq(follows.thing, String(number)), isNotNull(follows.confirmedAt)),
  )
