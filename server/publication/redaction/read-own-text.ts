import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { articles, redactions, revisions } from '../../../db/schema'
import { blockPositions } from '../../article/frozen-text'
import type { ArticleBlock } from '../pages/article/article-text'
import { blackedInPlace } from './black-out'
import type { PublicRedaction } from './redaction'

/** A desk's own article as readers have its text: blocks with their places, and all of it in one. */
export type OwnText = {
  /** The public number of the article. */
  number: number
  /** The hash of the revision, as it was before any words were removed. */
  revision: string
  blocks: ArticleBlock[]
  shown: string
  /** The removals whose words stood in it, oldest first. */
  removals: (PublicRedaction & { id: string })[]
}

/** The newest text of an article that is a desk's own, without what was removed under law; null of any other, which is not shown. */
export async function readOwnText(at: Database | Transaction, articleId: string): Promise<OwnText | null> {
  const [kept] = await at
    .select({
      number: articles.publicNumber,
      ...{ blocks: revisions.blocks, text: revisions.text, hash: revisions.hash },
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(and(eq(revisions.articleId, articleId), eq(articles.isOwn, true)))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!kept) return null
  const removed = await readConfirmed(at, articleId)
  // As one text: words may begin in one block and end in the next.
  const shown = blackedInPlace(
    kept.text,
    removed.flatMap(({ words }) => words),
  )
  const points = Array.from(shown)
  const places = blockPositions(kept.blocks)
  const blocks = kept.blocks.map(({ kind }, index) => {
    const { start, end } = places[index] ?? { start: 0, end: 0 }
    return { kind, start, text: points.slice(start, end).join('') }
  })
  const removals = removed.flatMap(({ words, told }) =>
    blackedInPlace(kept.text, words) === kept.text ? [] : told,
  )
  return { number: kept.number ?? 0, revision: kept.hash, blocks, shown, removals }
}

async function readConfirmed(at: Database | Transaction, articleId: string) {
  const rows = await at
    .select()
    .from(redactions)
    .where(and(eq(redactions.articleId, articleId), isNotNull(redactions.confirmedAt)))
    .orderBy(asc(redactions.confirmedAt))
  return rows.flatMap(({ id, words, law, court, number, note, confirmedAt, textEntry }) => {
    if (!confirmedAt) return []
    const ground = { law, court, number }
    return { words, told: { id, ground, note, at: confirmedAt, entry: textEntry } }
  })
}
