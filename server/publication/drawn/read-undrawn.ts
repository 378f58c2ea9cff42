import { desc, eq, inArray, like, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, pages, publications, underReview } from '../../../db/schema'
import { articleDrawings, type Drawing, drawingsOf, drawnAs, type Numbered } from './drawings'

/** What drawings are of: one version of a claim, or an article with all its checks. */
export type Subject = { of: 'version'; numbers: Numbered } | { of: 'article'; articleId: string }
/** What is still to be drawn of something; `copy` is where it is in HTML, which says all that a drawing can. */
export type Undrawn = {
  subject: Subject
  deskId: string
  copy: { path: string; etag: string }
  drawings: Drawing[]
}

/** What a drawing was made from: another state of the copy, or another way of drawing, makes it again. */
export const drawnFrom = ({ copy }: Pick<Undrawn, 'copy'>) => `${drawnAs} ${copy.etag}`

/** All that was published and is not drawn as it stands now, what was published last first: versions, then articles. */
export async function readUndrawn(): Promise<Undrawn[]> {
  const kept = await db()
    .select({ path: pages.path, template: pages.template })
    .from(pages)
    .where(like(pages.template, `${drawnAs} %`))
  const drawn = new Set(kept.map(({ path, template }) => `${path} ${template}`))
  const all = [...(await readVersions()), ...(await readArticles())]
  return all.flatMap((one) => {
    const drawings = one.drawings.filter(({ path }) => !drawn.has(`${path} ${drawnFrom(one)}`))
    return drawings.length ? [{ ...one, drawings }] : []
  })
}

const copy = { path: pages.path, etag: pages.etag }

async function readVersions(): Promise<Undrawn[]> {
  const { number, version, deskId, publishedAt } = publications
  const rows = await db()
    .select({ number, version, deskId, copy, isUnderReview: sql<boolean>`${underReview.id} is not null` })
    .from(publications)
    .innerJoin(pages, eq(pages.path, sql`'/c/' || ${number} || '/v/' || ${version} || '/check.html'`))
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .orderBy(desc(publishedAt))
  return rows.map((row) => ({ ...row, subject: { of: 'version', numbers: row }, drawings: drawingsOf(row) }))
}

async function readArticles(): Promise<Undrawn[]> {
  const published = db().selectDistinct({ id: publications.articleId }).from(publications)
  const rows = await db()
    .select({ articleId: articles.id, number: articles.publicNumber, deskId: articles.deskId, copy })
    .from(articles)
    .innerJoin(pages, eq(pages.path, sql`'/a/' || ${articles.publicNumber} || '/checks.html'`))
    .where(inArray(articles.id, published))
    .orderBy(desc(pages.madeAt))
  return rows.map(({ articleId, number, ...row }) => ({
    ...row,
    subject: { of: 'article', articleId },
    drawings: articleDrawings(number ?? 0),
  }))
}
