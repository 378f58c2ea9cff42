import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { revisions } from '../../../db/schema'
import { blockPositions } from '../../article/frozen-text'
import type { Member } from '../../member/member'
import { readNewest } from '../../revision/read-newest'
import type { DossierArticle } from '../dossier'
import { readDossierArticles } from '../read-dossiers'
import { sumsInWorker } from './count-sums'
import type { Finding } from './finding'
import type { Reckoned } from './sums'

/** What does not add up in a revision of an article, if it could be counted; places are code points of its text. */
export type Sums = { revisionId: string; isCounted: boolean; findings: Finding[] }

/** What does not add up in the newest revision of an article of the member's desk. */
export async function readSums(member: Member, articleId: string): Promise<Sums> {
  const revision = await readNewest(member, articleId)
  const { isCounted, findings } = await countedOnce(revision)
  return {
    revisionId: revision.id,
    isCounted,
    findings: findings.map(({ paragraph: _, ...finding }) => finding),
  }
}

/** Something that does not add up in an article of a dossier, with the paragraph, counted from 1, in which it stands. */
export type PlacedFinding = Pick<Finding, 'code' | 'values'> & { paragraph: number }

/** An article of a dossier, whether its sums could be counted, and what does not add up in it. */
export type ArticleSums = Pick<DossierArticle, 'id' | 'title' | 'publisher'> & {
  isCounted: boolean
  findings: PlacedFinding[]
}

/** What does not add up within each article of a dossier that is there for the member; none of those in which all does. */
export async function readDossierSums(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<ArticleSums[]> {
  const articles = await readDossierArticles(dossierId, member)
  const newest = await readNewestIds(articles.map(({ id }) => id))
  const found = await readCounted([...newest.values()])
  return articles.flatMap(({ id, title, publisher }) => {
    const { isCounted, findings } = found.get(newest.get(id) ?? '') ?? nothing
    if (isCounted && !findings.length) return []
    const placed = findings.map(({ code, values, paragraph }) => ({ code, values, paragraph }))
    return [{ id, title, publisher, isCounted, findings: placed }]
  })
}

async function readNewestIds(articleIds: string[]): Promise<Map<string, string>> {
  const rows = await db()
    .selectDistinctOn([revisions.articleId], { articleId: revisions.articleId, id: revisions.id })
    .from(revisions)
    .where(inArray(revisions.articleId, articleIds))
    .orderBy(revisions.articleId, desc(revisions.number))
  return new Map(rows.map(({ articleId, id }) => [articleId, id]))
}

/** What does not add up in each of these revisions; only those that nobody asked for yet are read and counted. */
async function readCounted(ids: string[]): Promise<Map<string, Counted>> {
  const found = new Map<string, Counted>()
  for (const id of ids) {
    const [revision] = known.has(id) ? [] : await db().select().from(revisions).where(eq(revisions.id, id))
    const counted = revision ? await countedOnce(revision) : await known.get(id)
    if (counted) found.set(id, counted)
  }
  return found
}

type Counted = { isCounted: boolean; findings: (Finding & { paragraph: number })[] }

const nothing: Counted = { isCounted: true, findings: [] }

/** A revision never changes, so the ones asked for last keep what was found in them, or is being looked for. */
const known = new Map<string, Promise<Counted>>()
const mostKnown = 200

function countedOnce(revision: Reckoned & { id: string }): Promise<Counted> {
  const { id } = revision
  const counted = known.get(id) ?? count(revision)
  known.delete(id)
  known.set(id, counted)
  // What failed is tried again by the next who asks.
  counted.catch(() => known.get(id) === counted && known.delete(id))
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest) known.delete(oldest)
  return counted
}

async function count(revision: Reckoned): Promise<Counted> {
  const findings = await sumsInWorker(revision)
  if (!findings?.length) return { isCounted: findings !== null, findings: [] }
  const places = blockPositions(revision.blocks)
  const paragraphOf = ({ quote }: Finding) => places.findIndex(({ end }) => quote.start < end) + 1
  return { isCounted: true, findings: findings.map((found) => ({ ...found, paragraph: paragraphOf(found) })) }
}
