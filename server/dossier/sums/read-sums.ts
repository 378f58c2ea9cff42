import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { revisions } from '../../../db/schema'
import { blockPositions } from '../../article/frozen-text'
import type { Member } from '../../member/member'
import { readNewest } from '../../revision/read-newest'
import type { DossierArticle } from '../dossier'
import { readDossierArticles } from '../read-dossiers'
import type { Finding } from './finding'
import { failingSums, type Reckoned } from './sums'

/** What does not add up in a revision of an article; places are code points of its text. */
export type Sums = { revisionId: string; findings: Finding[] }

/** What does not add up in the newest revision of an article of the member's desk. */
export async function readSums(member: Member, articleId: string): Promise<Sums> {
  const revision = await readNewest(member, articleId)
  return {
    revisionId: revision.id,
    findings: computedOnce(revision).map(({ paragraph: _, ...finding }) => finding),
  }
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
  await reckonMissing([...newest.values()].filter((id) => !known.has(id)))
  return articles.flatMap(({ id, title, publisher }) => {
    const findings = known.get(newest.get(id) ?? '') ?? []
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

/** Reads and computes those that nobody asked for yet, with a breath between two: rooms share the process. */
async function reckonMissing(ids: string[]): Promise<void> {
  for (const id of ids) {
    const [revision] = await db().select().from(revisions).where(eq(revisions.id, id))
    if (revision) computedOnce(revision)
  }
}

type Placed = Finding & { paragraph: number }

/** A revision never changes, so the ones asked for last keep what was found in them. */
const known = new Map<string, Placed[]>()
const mostKnown = 200

function computedOnce({ id, blocks, language, published }: Reckoned & { id: string }): Placed[] {
  const findings = known.get(id) ?? placed(failingSums({ blocks, language, published }), blocks)
  known.delete(id)
  known.set(id, findings)
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
