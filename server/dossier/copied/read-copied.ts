import { desc, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { revisions } from '../../../db/schema'
import { blockPositions } from '../../article/frozen-text'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import type { DossierArticle } from '../dossier'
import { readDossierArticles } from '../read-dossiers'
import { copiedInWorker } from './compare-articles'
import type { Copied, CopyReason } from './copied'
import type { RewriteChange, RewrittenSentence } from './rewrite'
import type { Told } from './sentence'

type Reader = Pick<Member, 'id' | 'deskId'>
/** An article named by its title, with its id. */
export type Named = Pick<DossierArticle, 'id' | 'title' | 'publisher'>

/** Who copied whom in a dossier: how many independent origins its articles have, and what each was made from. */
export type CopiedArticles = {
  origins: number
  articles: { id: string; from: (Named & { share: number; because: CopyReason }) | null; credits: string[] }[]
}

/** A sentence of a copy with the paragraphs, counted from 1, in which it and its origin stand. */
export type ReadSentence = {
  text: string
  paragraph: number
  is: RewrittenSentence['is']
  changes: RewriteChange[]
  other: (Named & { text: string; paragraph: number }) | null
}

/** What became of the sentences of one article; empty where it was made from no other. */
export type Rewrite = { article: Named; from: Named | null; sentences: ReadSentence[] }

/** Who copied whom among those articles of a dossier that are there for the member. */
export async function readCopied(dossierId: string, member: Reader): Promise<CopiedArticles> {
  const { articles, copied } = await readAll(dossierId, member)
  const nameOf = namesOf(articles)
  return {
    origins: copied.origins.length,
    articles: copied.articles.map(({ id, from, credits }) => {
      const origin = from && nameOf(from.id)
      return { id, from: from && origin && { ...origin, share: from.share, because: from.because }, credits }
    }),
  }
}

/** What became of the sentences of an article that was made from another one of the dossier. */
export async function readRewrite(
  { dossierId, articleId }: { dossierId: string; articleId: string },
  member: Reader,
): Promise<Rewrite> {
  const { articles, copied, told } = await readAll(dossierId, member)
  const nameOf = namesOf(articles)
  const article = nameOf(articleId)
  const standing = copied.articles.find(({ id }) => id === articleId)
  if (!article || !standing) throw new Refused({ code: 'article-unknown' })
  const paragraphOf = (id: string, start: number) => {
    const blocks = told.find((one) => one.id === id)?.blocks ?? []
    return blockPositions(blocks).findIndex(({ end }) => start < end) + 1
  }
  const sentences = standing.rewrite.map((sentence): ReadSentence => {
    const { text, start, is } = sentence
    const here = { text, paragraph: paragraphOf(articleId, start), is }
    if (sentence.is === 'nowhere') return { ...here, changes: [], other: null }
    const { other, changes } = sentence
    const origin = nameOf(other.article)
    const paragraph = paragraphOf(other.article, other.start)
    return { ...here, changes, other: origin && { ...origin, text: other.text, paragraph } }
  })
  return { article, from: standing.from && nameOf(standing.from.id), sentences }
}

function namesOf(articles: DossierArticle[]) {
  const byId = new Map(articles.map(({ id, title, publisher }) => [id, { id, title, publisher }]))
  return (id: string): Named | null => byId.get(id) ?? null
}

async function readAll(dossierId: string, member: Reader) {
  const articles = await readDossierArticles(dossierId, member)
  const ids = articles.map(({ id }) => id)
  const rows = await db()
    .selectDistinctOn([revisions.articleId])
    .from(revisions)
    .where(inArray(revisions.articleId, ids))
    .orderBy(revisions.articleId, desc(revisions.number))
  const newest = new Map(rows.map((row) => [row.articleId, row]))
  const told = ids.flatMap((id): (Told & { revision: string })[] => {
    const row = newest.get(id)
    if (!row) return []
    const { blocks, language, published, publisher } = row
    return [{ id, blocks, language, published, publisher, revision: row.id }]
  })
  return { articles, told, copied: await computedOnce(told) }
}

/** Revisions never change, so the gatherings asked for last keep their answer; who asks meanwhile waits for the same. */
const known = new Map<string, Promise<Copied>>()
const mostKnown = 50

function computedOnce(told: (Told & { revision: string })[]): Promise<Copied> {
  const key = told.map(({ revision }) => revision).join()
  const copied = known.get(key) ?? copiedInWorker(told)
  known.delete(key)
  known.set(key, copied)
  // What failed is tried again by the next who asks.
  copied.catch(() => known.get(key) === copied && known.delete(key))
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return copied
}
