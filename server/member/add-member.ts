import { eq, isNotNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, members, people } from '../../db/schema'
import type { Language, Role } from '../../db/vocabulary'
import { withdrawWork } from '../assignment/withdraw-work'
import { done, type Happening, ways } from '../audit/audit'
import { keepEntry } from '../audit/keep-entry'
import { notify } from '../channel/notify'
import { settings } from '../env'
import { localeOfRequest } from '../language/follow-language'
import { isOffered } from '../language/language'
import { Refused, refuseIf } from '../refusal'
import { withdrawAskings } from '../second-verdict/withdraw-asking'
import { setPassword } from '../session/change-password'
import { hashPassword } from '../session/password'
import { adminsAmong, lockDesk } from './lock-desk'
import { may, whyNotLeaveAdmins } from './member'
import { readMemberByEmail } from './read-member'

type Added = { desk: string; email: string; name: string; role: Role; password: string }

/** The operator's way onto a desk: whoever is known already gets this name, role and password. The audit keeps it. */
export async function addMember(added: Added): Promise<{ memberId: string }> {
  const { desk: slug, email, name, role, password } = added
  const [desk] = await db().select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
  if (!desk) throw new Refused({ code: 'desk-unknown' })
  const passwordHash = await hashPassword(password)
  const adding = db().transaction(async (tx) => {
    const personId = await personWith(tx, { email, name, passwordHash })
    const memberId = await memberWith(tx, { deskId: desk.id, personId, role })
    await notify(tx, 'member_changed', { memberId })
    await keepAdded(tx, { deskId: desk.id, memberId, role, outcome: done })
    return { memberId }
  })
  return adding.catch(async (error) => {
    if (!(error instanceof Refused)) throw error
    const known = await readMemberByEmail(slug, email)
    const outcome = error.refusal.code
    await keepAdded(db(), { deskId: desk.id, memberId: known?.id ?? null, role, outcome })
    throw error
  })
}

type Kept = { deskId: string; memberId: string | null; role: Role; outcome: Happening['outcome'] }

async function keepAdded(by: Database | Transaction, { deskId, memberId, role, outcome }: Kept) {
  const about = { things: { ...(memberId && { memberId }) }, words: { role } }
  const act = { act: 'manage members', way: ways.operator, outcome } as const
  await keepEntry(by, { ...act, ...about, deskId, memberId: null, personId: null })
}

/** Joins the desk, or changes the role of who is there already; the last admin stays one. */
async function memberWith(tx: Transaction, joining: Joining): Promise<string> {
  const { deskId, personId, role } = joining
  const colleagues = await lockDesk(tx, deskId)
  const known = colleagues.find((colleague) => colleague.personId === personId)
  if (!known) return joinDesk(tx, joining)
  if (role !== 'admin') refuseIf(whyNotLeaveAdmins(known.id, adminsAmong(colleagues)))
  await tx.update(members).set({ role }).where(eq(members.id, known.id))
  const observes = { memberId: known.id, by: known.id, because: 'member-observes' } as const
  if (!may({ role }, 'take on work')) await withdrawWork(tx, observes)
  if (!may({ role }, 'sign own verdicts')) await withdrawAskings(tx, observes)
  return known.id
}

async function personWith(tx: Transaction, person: NewPerson): Promise<string> {
  const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, person.email))
  if (!known) return newPerson(tx, person)
  await tx.update(people).set({ name: person.name }).where(eq(people.id, known.id))
  await setPassword(tx, { personId: known.id, passwordHash: person.passwordHash })
  return known.id
}

type NewPerson = { email: string; name: string; passwordHash: string }

/** Makes a person known to this installation; refuses an e-mail that somebody has already. */
export async function newPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const [made] = await tx
    .insert(people)
    .values({ id: v7(), language: languageAtHand(), ...person })
    .onConflictDoNothing()
    .returning({ id: people.id })
  if (!made) throw new Refused({ code: 'email-taken' })
  return made.id
}

// As the screen spoke on which they joined; of whom a command makes a member, nobody has heard yet.
function languageAtHand(): Language {
  const spoken = localeOfRequest()
  return isOffered(spoken) ? spoken : settings().publicLanguage
}

type Joining = { deskId: string; personId: string; role: Role }

/** Puts a person on a desk, for the first time or again; refuses who is there already. */
export async function joinDesk(tx: Transaction, { deskId, personId, role }: Joining): Promise<string> {
  const [joined] = await tx
    .insert(members)
    .values({ id: v7(), deskId, personId, role })
    .onConflictDoUpdate({
      target: [members.deskId, members.personId],
      set: { role, removedAt: null, joinedAt: new Date() },
      setWhere: isNotNull(members.removedAt),
    })
    .returning({ id: members.id })
  if (!joined) throw new Refused({ code: 'already-on-desk' })
  return joined.id
}
