import type { DeletedThing } from '@/server/deleted/deleted'
import { placeOfThread } from '@/server/thread/thread'

/** Where something is once it is back: its article, at its claim or at the words that are talked about. */
export function placeOf(slug: string, { kind, id, articleId, claimId }: DeletedThing): string {
  const article = `/desk/${slug}/articles/${articleId}`
  if (kind === 'thread') return article + placeOfThread({ id, claimId })
  return claimId ? `${article}?claim=${claimId}` : article
}
