import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { prepared } from '../../db/prepared'
import { desks, members, people } from '../../db/schema'
import { type Act, may } from './member'
import type { DeskTexts } from './settings/desk-settings'

/** Whether the installation has been set up; the demo newsroom does not count. */
export async function hasDesk(at: Pick<Database, 'select'> = db()): Promise<boolean> {
  const rows = await at.select({ id: desks.id }).from(desks).where(eq(desks.isDemo, false)).limit(1)
  return rows.length > 0
}

/** The name of the one desk of this installation; null when there are none or several. */
export async function readOnlyDesk(): Promise<string | null> {
  const [one, another] = await db().select({ name: desks.name }).from(desks).limit(2)
  return one && !another ? one.name : null
}

/** The desks a person is on, by name, with the role there. */
export function readDesksOf(personId: string) {
  return desksOf().execute({ personId })
}

const desksOf = prepared((on) =>
  on
    .select({ slug: desks.slug, name: desks.name, isDemo: desks.isDemo, role: members.role })
    .from(members)
    .innerJoin(desks, eq(desks.id, members.deskId))
    .where(and(eq(members.personId, sql.placeholder('personId')), isNull(members.removedAt)))
    .orderBy(asc(desks.name))
    .prepare('desks of a person'),
)

/** A desk's settings, for its own members. */
export async function readDesk(deskId: string) {
  const [desk] = await deskOf().execute({ deskId })
  if (!desk) throw new Error('a member stands on a desk that is not there')
  return desk
}

// Its public texts are long, and asked for where they are changed.
const { aboutText, methodText, fundingText, correctionsText, ...settings } = getTableColumns(desks)

/** What a desk says of itself to its readers. */
export async function readDeskTexts(deskId: string): Promise<DeskTexts> {
  const [texts] = await db()
    .select({ aboutText, methodText, fundingText, correctionsText })
    .from(desks)
    .where(eq(desks.id, deskId))
  if (!texts) throw new Error('a member stands on a desk that is not there')
  return texts
}

const deskOf = prepared((on) =>
  on
    .select(settings)
    .from(desks)
    .where(eq(desks.id, sql.placeholder('deskId')))
    .prepare('a desk'),
)

/** Who is on a desk, by name. */
export function readMembers(deskId: string) {
  return db()
    .select({
      id: members.id,
      name: people.name,
      email: people.email,
      role: members.role,
      joinedAt: members.joinedAt,
    })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt)))
    .orderBy(asc(people.name))
}

/** Everybody on a desk who may do something there. */
export async function readWhoMay(
  act: Act,
  deskId: string,
  at: Pick<Database | Transaction, 'select'> = db(),
): Promise<string[]> {
  const onDesk = await at
    .select({ id: members.id, role: members.role })
    .from(members)
    .where(and(eq(members.deskId, deskId), isNull(members.removedAt)))
  return onDesk.filter((member) => may(member, act)).map(({ id }) => id)
}
