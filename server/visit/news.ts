import type { NewsKind } from '../../db/vocabulary'

/** What others did about a claim since a member last looked, and when last. */
export type ClaimNews = { claimId: string; what: NewsKind[]; at: Date }

/** A thread in which others said something since, or which they resolved or opened again. */
export type ThreadNews = {
  threadId: string
  /** Null where it is about a passage. */
  claimId: string | null
  comments: number
  isSettled: boolean
}

/** All that is new in an article to a member; what they did themselves is no news to them. */
export type News = { claims: ClaimNews[]; threads: ThreadNews[] }

/** The next in order that is new, or the one before, round the end of the text; null when nothing is. */
export function nextNew(
  order: readonly string[],
  isNew: (id: string) => boolean,
  { from, step }: { from: string | null; step: 1 | -1 },
): string | null {
  const place = from === null ? -1 : order.indexOf(from)
  const start = place < 0 && step === -1 ? order.length : place
  for (let gone = 1; gone <= order.length; gone++) {
    const id = order[(start + step * gone + 2 * order.length) % order.length]
    if (id !== undefined && isNew(id)) return id
  }
  return null
}
