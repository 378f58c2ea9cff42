import type { CheckedArticle } from '../pages/article/checked-article'
import type { Edition } from '../pages/edition'
import { claimPath, type PublicVersion } from '../publication'
import { annotationsPath, apiClaimPath } from './api-paths'
import type { ApiArticle } from './article-shape'
import { articleHead, deskJson, stateOf, verdictJson } from './claim-json'

/** An article as programs read it, with its claims in the order of the text. */
export function articleJson({ number, claims }: CheckedArticle, edition: Edition): ApiArticle {
  const { desk, origin } = edition
  const newest = claims.flatMap(([version]) => version ?? [])
  const [last] = newest.toSorted((one, other) => other.log.index - one.log.index)
  if (!last) throw new Error('an article that is read has a claim')
  return {
    ...articleHead(last.content.article, origin),
    desk: deskJson(desk),
    isOwn: last.content.article.isOwn,
    changedAt: last.publishedAt.toISOString(),
    counts: countsOf(newest),
    claims: newest.map((version) => checkedJson(version, edition)),
    licence: edition.licence,
    annotations: origin + annotationsPath(number),
  }
}

function countsOf(newest: PublicVersion[]): ApiArticle['counts'] {
  const counts = new Map<ApiArticle['counts'][number]['verdict'], number>()
  for (const version of newest) {
    const { verdict } = version.content.claim
    if (stateOf(version) !== 'retracted') counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  }
  return [...counts].map(([verdict, claims]) => ({ verdict, claims }))
}

function checkedJson(newest: PublicVersion, { origin, say }: Edition): ApiArticle['claims'][number] {
  const { number, version, publishedAt, content } = newest
  const { claim, scale } = content
  return {
    ...{ number, version, statement: claim.statement, quote: claim.selectors.quote.exact },
    verdict: claim.verdict && verdictJson(claim.verdict, scale, say),
    ...{ state: stateOf(newest), publishedAt: publishedAt.toISOString() },
    page: origin + claimPath(number, claim.statement),
    address: origin + apiClaimPath(number),
  }
}
