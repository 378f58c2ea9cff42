import type { HitKind } from '@/server/search/search'

/** Where a claim is found: in its article, opened. */
export function placeOfClaim(
  slug: string,
  { articleId, claimId }: { articleId: string; claimId: string },
): string {
  return `/desk/${slug}/articles/${articleId}?claim=${claimId}`
}

/** The page of results; of one kind only where it is named. */
export function placeOfResults(slug: string, typed: string, all?: HitKind): string {
  const address = new URLSearchParams({ q: typed, ...(all && { in: all }) })
  return `/desk/${slug}/search?${address}`
}
