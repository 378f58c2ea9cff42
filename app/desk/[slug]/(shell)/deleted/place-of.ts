import type { DeletedThing } from '@/server/deleted/deleted'

/** Where something is once it is back: its article, at its claim. */
export function placeOf(slug: string, { articleId, claimId }: DeletedThing): string {
  return `/desk/${slug}/articles/${articleId}${claimId ? `?claim=${claimId}` : ''}`
}
