import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, desks, dossierPublications, dossiers, publications } from '../../db/schema'
import { readPublicDesk } from '../publication/read-published'
import type { Subject } from './report'

const thing = /^\/(c|a|d)\/(\d{1,9})\/report$/
const ofDesk = /^\/desks\/([a-z0-9-]{1,80})\/(report|suggest)$/

/** Whether a path is that of a form, whether or not something is there to write about. */
export const isFormPath = (path: string) => thing.test(path) || ofDesk.test(path)

/** What somebody writes about from a path of a form; null where nothing of it is published. */
export async function readSubject(path: string): Promise<Subject | null> {
  const [, kind, number] = thing.exec(path) ?? []
  if (kind === 'c') return readClaim(Number(number))
  if (kind === 'd') return readDossier(Number(number))
  if (kind === 'a') return readArticle(Number(number))
  const [, slug, way] = ofDesk.exec(path) ?? []
  const [desk] = slug ? await db().select({ id: desks.id }).from(desks).where(eq(desks.slug, slug)) : []
  if (!desk) return null
  return { kind: way === 'suggest' ? 'suggestion' : 'error', desk: await readDesk(desk.id), about: null }
}

async function readClaim(number: number): Promise<Subject | null> {
  const [newest] = await db()
    .select({
      id: publications.claimId,
      articleId: publications.articleId,
      deskId: publications.deskId,
      version: publications.version,
      statement: sql<string>`${publications.content}->'claim'->>'statement'`,
    })
    .from(publications)
    .where(eq(publications.number, number))
    .orderBy(desc(publications.version))
    .limit(1)
  if (!newest) return null
  const { id, version, statement, articleId, deskId } = newest
  const about = { claim: { id, number, version, statement }, articleId }
  return { kind: 'error', desk: await readDesk(deskId), about }
}

async function readArticle(number: number): Promise<Subject | null> {
  const [newest] = await db()
    .select({
      articleId: articles.id,
      deskId: articles.deskId,
      title: sql<string>`${publications.content}->'article'->>'title'`,
    })
    .from(articles)
    .innerJoin(publications, eq(publications.articleId, articles.id))
    .where(and(eq(articles.publicNumber, number)))
    .orderBy(desc(publications.publishedAt))
    .limit(1)
  if (!newest) return null
  const { articleId, deskId, title } = newest
  return { kind: 'error', desk: await readDesk(deskId), about: { article: { number, title }, articleId } }
}

async function readDossier(number: number): Promise<Subject | null> {
  const { dossierId, deskId, version, content } = dossierPublications
  const [newest] = await db()
    .select({ id: dossierId, deskId, version, name: sql<string>`${content} ->> 'name'` })
    .from(dossierPublications)
    .innerJoin(dossiers, eq(dossiers.id, dossierId))
    .where(eq(dossiers.publicNumber, number))
    .orderBy(desc(version))
    .limit(1)
  if (!newest) return null
  const { deskId: desk, ...dossier } = newest
  const about = { dossier: { ...dossier, number }, articleId: null }
  return { kind: 'error', desk: await readDesk(desk), about }
}

async function readDesk(id: string): Promise<Subject['desk']> {
  return { id, ...(await readPublicDesk(db(), id)) }
}
