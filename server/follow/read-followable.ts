import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, dossierPublications, dossiers, joinedNames, publishedNames } from '../../db/schema'
import { dossierPath } from '../dossier/published/frozen-dossier'
import { settings } from '../env'
import { namedPath } from '../publication/named/named'
import { everybodyIn, followPath } from '../publication/publication'
import { readPublicDesk } from '../publication/read-published'
import { readSubject } from '../report/read-subject'
import { pageOf } from '../report/report'
import { type Followable, type Followed, formPathOf } from './follow'

/** What readers can follow by this name; null where nothing of it is published, and of a demo, which sends no mail. */
export async function readFollowable(followed: Followed): Promise<Followable | null> {
  if (followed.kind === 'topic') return readTopic(followed)
  if (followed.kind === 'dossier') return readDossier(followed)
  const form = formPathOf(followed)
  const subject = await readSubject(form.replace(followPath(''), '/report'))
  if (!subject || subject.desk.isDemo) return null
  const { about, desk } = subject
  const name = !about ? desk.name : 'claim' in about ? about.claim.statement : about.article.title
  return { ...followed, desk, deskId: desk.id, name, page: pageOf(subject) }
}

async function readDossier(followed: Followed): Promise<Followable | null> {
  const number = Number(followed.thing)
  const { deskId, content, version } = dossierPublications
  const [newest] = await db()
    .select({ deskId, name: sql<string>`${content} ->> 'name'` })
    .from(dossierPublications)
    .innerJoin(dossiers, eq(dossiers.id, dossierPublications.dossierId))
    .where(eq(dossiers.publicNumber, number))
    .orderBy(desc(version))
    .limit(1)
  if (!newest) return null
  const desk = await readPublicDesk(db(), newest.deskId)
  return desk.isDemo ? null : { ...followed, ...newest, desk, page: dossierPath(number, newest.name) }
}

async function readTopic(followed: Followed): Promise<Followable | null> {
  const { thing } = followed
  const { kind, slug, deskId } = publishedNames
  const [named] = await db()
    .select({ name: publishedNames.name, joined: joinedNames.name })
    .from(publishedNames)
    .innerJoin(desks, and(eq(desks.id, deskId), eq(desks.isDemo, false)))
    .leftJoin(joinedNames, and(eq(joinedNames.kind, 'topic'), eq(joinedNames.slug, slug)))
    .where(and(eq(kind, 'topic'), eq(slug, thing)))
    .orderBy(publishedNames.number)
    .limit(1)
  if (!named) return null
  const name = named.joined ?? named.name
  return {
    ...followed,
    desk: everybodyIn(settings().publicLanguage),
    deskId: null,
    name,
    page: namedPath('topic', thing),
  }
}
