import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, members, people } from '../../db/schema'
import { isLoopback } from '../address/loopback'
import { settings } from '../env'
import { Refused } from '../refusal'
import { startSession } from '../session/sign-in'

/** Whether anybody at this machine may become one of the demo's people: only while nobody else can reach it. */
export function isDemoOffered(host = settings().host): boolean {
  return isLoopback(host)
}

/** The demo's people, whom a visitor may become by one click; empty where that is not offered. */
export async function readDemoPeople() {
  if (!isDemoOffered()) return []
  return db()
    .select({ memberId: members.id, name: people.name, role: members.role })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .innerJoin(desks, and(eq(desks.id, members.deskId), eq(desks.isDemo, true)))
    .where(isNull(members.removedAt))
    .orderBy(people.name)
}

/** Starts a session as one of the demo's people and returns its id; nobody else can be become like this. */
export async function signInAs(memberId: unknown): Promise<string> {
  const offered = await readDemoPeople()
  const chosen = offered.find((person) => person.memberId === memberId)
  if (!chosen) throw new Refused({ code: 'demo-not-offered' })
  const [member] = await db().select().from(members).where(eq(members.id, chosen.memberId))
  if (!member) throw new Error('a member just read is not there')
  return startSession(member.personId)
}
