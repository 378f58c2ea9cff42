import { desc, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { revisions } from '../../../db/schema'
import type { Member } from '../../member/member'
import type { DossierArticle } from '../dossier'
import { readDossierArticles } from '../read-dossiers'
import { copiedInWorker } from './compare-articles'
import type { Copied } from './copied'
import type { Told } from './sentence'

/** The articles of a dossier that are there for a member, the newest revision of each by its article, and who copied whom. */
export type Gathering = { articles: DossierArticle[]; newest: ReadonlyMap<string, string>; copied: Copied }

/** Who copied whom in a dossier, as the member may know it; where its revisions are known, no text is read. */
export async function readGathering(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<Gathering> {
  const articles = await readDossierArticles(dossierId, member)
  const ids = articles.map(({ id }) => id)
  const rows = await db()
    .selectDistinctOn([revisions.articleId], { articleId: revisions.articleId, id: revisions.id })
    .from(revisions)
    .where(inArray(revisions.articleId, ids))
    .orderBy(revisions.articleId, desc(revisions.number))
  const found = new Map(rows.map(({ articleId, id }) => [articleId, id]))
  // In the order of the articles, so that the same ones are known again.
  const newest = new Map<string, string>()
  for (const id of ids) {
    const revisionId = found.get(id)
    if (revisionId) newest.set(id, revisionId)
  }
  return { articles, newest, copied: await computedOnce([...newest.values()]) }
}

/** These revisions as they are compared, in the given order. */
export async function readTold(revisionIds: readonly string[]): Promise<Told[]> {
  const { id, articleId, blocks, language, published, publisher } = revisions
  const rows = await db()
    .select({ revisionId: id, id: articleId, blocks, language, published, publisher })
    .from(revisions)
    .where(inArray(revisions.id, [...revisionIds]))
  const told = new Map(rows.map(({ revisionId, ...row }) => [revisionId, row]))
  return revisionIds.flatMap((revisionId) => told.get(revisionId) ?? [])
}

/** Revisions never change, so the gatherings asked for last keep their answer; who asks meanwhile waits for the same. */
const known = new Map<string, Promise<Copied>>()
const mostKnown = 50

function computedOnce(revisionIds: readonly string[]): Promise<Copied> {
  const key = revisionIds.join()
  const copied = known.get(key) ?? readTold(revisionIds).then(copiedInWorker)
  known.delete(key)
  known.set(key, copied)
  // What failed is tried again by the next who asks.
  copied.catch(() => known.get(key) === copied && known.delete(key))
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return copied
}
