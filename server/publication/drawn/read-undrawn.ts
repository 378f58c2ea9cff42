import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
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
  const lacking = [...(await readVersions()), ...(await readArticles())]
  const drawn = await readDrawn(lacking.flatMap(({ drawings }) => drawings.map(({ path }) => path)))
  return lacking.map((one) => ({
    ...one,
    drawings: one.drawings.filter(({ path }) => drawn.get(path) !== drawnFrom(one)),
  }))
}

async function readDrawn(paths: string[]): Promise<Map<string, string | null>> {
  if (!paths.length) return new Map()
  const rows = await db()
    .select({ path: pages.path, template: pages.template })
    .from(pages)
    .where(sql`${pages.path} = any(${sql.param(paths)})`)
  return new Map(rows.map(({ path, template }) => [path, template]))
}

const copy = { path: pages.path, etag: pages.etag }

async function readVersions(): Promise<Undrawn[]> {
  const { number, version, deskId, publishedAt } = publications
  const isUnderReview = sql<boolean>`${underReview.id} is not null`
  const folder = sql`'/c/' || ${number} || '/v/' || ${version} || '/'`
  const namesOf = (stands: boolean) =>
    drawingsOf({ number: 0, version: 0, isUnderReview: stands }).map(({ path }) => path.split('/').at(-1))
  const rows = await db()
    .select({ number, version, deskId, copy, isUnderReview })
    .from(publications)
    .innerJoin(pages, eq(pages.path, sql`${folder} || 'check.html'`))
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(
      lacks(sql`select ${folder} || name from unnest(case when ${isUnderReview}
        then ${sql.param(namesOf(true))}::text[] else ${sql.param(namesOf(false))}::text[] end) name`),
    )
    .orderBy(desc(publishedAt))
  return rows.map((row) => ({ ...row, subject: { of: 'version', numbers: row }, drawings: drawingsOf(row) }))
}

async function readArticles(): Promise<Undrawn[]> {
  const published = db().selectDistinct({ id: publications.articleId }).from(publications)
  const folder = sql`'/a/' || ${articles.publicNumber} || '/'`
  const rows = await db()
    .select({ articleId: articles.id, number: articles.publicNumber, deskId: articles.deskId, copy })
    .from(articles)
    .innerJoin(pages, eq(pages.path, sql`${folder} || 'checks.html'`))
    .where(and(inArray(articles.id, published), lacks(sql`select ${folder} || 'checks.pdf'`)))
    .orderBy(desc(pages.madeAt))
  return rows.map(({ articleId, number, ...row }) => ({
    ...row,
    subject: { of: 'article', articleId },
    drawings: articleDrawings(number ?? 0),
  }))
}

/** Whether any of some paths is not drawn from the copy as it stands: what is there stays where it is kept. */
const lacks = (paths: SQL) => sql`exists (select from (${paths}) wanted (path) where not exists (
  select from ${pages} drawn where drawn.path = wanted.path and drawn.template = ${`${drawnAs} `} || ${pages.etag}))`
