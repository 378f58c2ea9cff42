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

/** What does not add up in a revision of an article; places are code points of its text. */
export type Sums = { revisionId: string; findings: Finding[] }

/** What does not add up in the newest revision of an article of the member's desk. */
export async function readSums(member: Member, articleId: string): Promise<Sums> {
  const revision = await readNewest(member, articleId)
  const findings = await computedOnce(revision)
  return { revisionId: revision.id, findings: findings.map(({ paragraph: _, ...finding }) => finding) }
}

/** Something that does not add up in an article of a dossier, with the paragraph, counted from 1, in which it stands. */
export type PlacedFinding = Pick<Finding, 'code' | 'values'> & { paragraph: number }

/** What does not add up within each article of a dossier that is there for the member; none of those in which all does. */
export async function readDossierSums(
  dossierId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<(Pick<DossierArticle, 'id' | 'title' | 'publisher'> & { findings: PlacedFinding[] })[]> {
  const articles = await readDossierArticles(dossierId, member)
  const newest = await readNewestIds(articles.map(({ id }) => id))
  const found = await readPlaced([...newest.values()])
  return articles.flatMap(({ id, title, publisher }) => {
    const findings = found.get(newest.get(id) ?? '') ?? []
    const placed = findings.map(({ code, values, paragraph }) => ({ code, values, paragraph }))
    return placed.length ? [{ id, title, publisher, findings: placed }] : []
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

/** What does not add up in each of these revisions; only those that nobody asked for yet are read and computed. */
async function readPlaced(ids: string[]): Promise<Map<string, Placed[]>> {
  const found = new Map<string, Placed[]>()
  for (const id of ids) {
    const [revision] = known.has(id) ? [] : await db().select().from(revisions).where(eq(revisions.id, id))
    const findings = revision ? await computedOnce(revision) : await known.get(id)
    if (findings) found.set(id, findings)
  }
  return found
}

type Placed = Finding & { paragraph: number }

/** A revision never changes, so the ones asked for last keep what was found in them, or is being looked for. */
const known = new Map<string, Promise<Placed[]>>()
const mostKnown = 200

function computedOnce(revision: Reckoned & { id: string }): Promise<Placed[]> {
  const { id, blocks } = revision
  const findings = known.get(id) ?? sumsInWorker(revision).then((found) => placed(found, blocks))
  known.delete(id)
  known.set(id, findings)
  // What failed is tried again by the next who asks.
  findings.catch(() => known.get(id) === findings && known.delete(id))
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest) known.delete(oldest)
  return findings
}

function placed(findings: Finding[], blocks: Reckoned['blocks']): Placed[] {
  if (!findings.length) return []
  const places = blockPositions(blocks)
  const paragraphOf = ({ quote }: Finding) => places.findIndex(({ end }) => quote.start < end) + 1
  return findings.map((finding) => ({ ...finding, paragraph: paragraphOf(finding) }))
}
