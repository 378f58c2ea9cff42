import { and, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, joinedNames, publishedNames } from '../../db/schema'
import { settings } from '../env'
import { namedPath } from '../publication/named/named'
import { everybodyIn, followPath } from '../publication/publication'
import { readSubject } from '../report/read-subject'
import { nameOf, pageOf } from '../report/report'
import { type Followable, type Followed, formPathOf } from './follow'

/** What readers can follow by this name; null where nothing of it is published, and of a demo, which sends no mail. */
export async function readFollowable(followed: Followed): Promise<Followable | null> {
  if (followed.kind === 'topic') return readTopic(followed)
  const form = formPathOf(followed)
  const subject = await readSubject(form.replace(followPath(''), '/report'))
  if (!subject || subject.desk.isDemo) return null
  const { desk } = subject
  return { ...followed, desk, deskId: desk.id, name: nameOf(subject), page: pageOf(subject) }
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
