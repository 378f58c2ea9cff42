import { and, eq, isNull, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { prepared } from '../../db/prepared'
import { desks, members, people, sessions } from '../../db/schema'
import type { Language } from '../../db/vocabulary'
import { lacksFactor } from '../session/factor/read-factor'
import type { Member } from './member'

/** A signed-in human being: who, by which session, and the language they are spoken to in. */
export type Person = { id: string; name: string; email: string; sessionId: string; language: Language }

/** The person of a session that is neither ended nor expired; null otherwise. Read on every request and socket. */
export async function readPerson(sessionId: string): Promise<Person | null> {
  const [row] = await ofSession().execute({ sessionId })
  if (!row || row.expiresAt <= new Date()) return null
  const { id, name, email, language } = row
  return { id, name, email, sessionId, language }
}

const asPerson = { id: people.id, name: people.name, email: people.email, language: people.language }

const ofSession = prepared((on) =>
  on
    .select({ ...asPerson, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, sql.placeholder('sessionId')), isNull(sessions.endedAt)))
    .prepare('person of a session'),
)

const asMember = {
  id: members.id,
  deskId: members.deskId,
  personId: members.personId,
  name: people.name,
  role: members.role,
}

/** A person's membership of the desk with this slug; null when there is none or it was removed. */
export async function readMember(deskSlug: string, personId: string): Promise<Member | null> {
  const [row] = await db()
    .select(asMember)
    .from(members)
    .innerJoin(desks, eq(desks.id, members.deskId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(desks.slug, deskSlug), eq(members.personId, personId), isNull(members.removedAt)))
  return row ?? null
}

/** The same, and whether they have yet to set up the second factor that their desk asks for. */
export async function readAsker(deskSlug: string, personId: string) {
  const [row] = await askers().execute({ deskSlug, personId })
  return row ?? null
}

const askers = prepared((on) => {
  const [deskSlug, personId] = [sql.placeholder('deskSlug'), sql.placeholder('personId')]
  return on
    .select({ member: asMember, lacksFactor })
    .from(members)
    .innerJoin(desks, eq(desks.id, members.deskId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(desks.slug, deskSlug), eq(members.personId, personId), isNull(members.removedAt)))
    .prepare('member who asks')
})

/** A member by id, while on the desk; null otherwise. */
export async function readMemberById(memberId: string): Promise<Member | null> {
  const [row] = await db()
    .select(asMember)
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.id, memberId), isNull(members.removedAt)))
  return row ?? null
}

/** The member of a desk with this e-mail, for commands that act for somebody; null when there is none. */
export async function readMemberByEmail(deskSlug: string, email: string): Promise<Member | null> {
  const [person] = await db()
    .select({ id: people.id })
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()))
  return person ? readMember(deskSlug, person.id) : null
}
