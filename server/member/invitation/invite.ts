import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull, type SQL } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type Database, db, type Transaction } from '../../../db/client'
import { desks, invitations, members, people } from '../../../db/schema'
import type { Role } from '../../../db/vocabulary'
import { settings } from '../../env'
import { keepMail } from '../../mail/keep-mail'
import { Refused, refuseIf } from '../../refusal'
import { hashPassword } from '../../session/password'
import { joinDesk, newPerson } from '../add-member'
import { lockDesk } from '../lock-desk'
import type { Member } from '../member'
import type { Person } from '../read-member'
import { invitationHours, invitationLetter, whyNotAccept, whyNotFor } from './invitation'

/** Whom somebody invites, and as what. */
export type Invited = { email: string; role: Role }

/**
 * Makes a single-use link onto the inviter's desk for one address; its secret is known to nobody but who gets it here.
 * It goes to that address by mail, too. An earlier link for the same address runs out.
 */
export async function invite(
  inviter: Member,
  { email, role }: Invited,
): Promise<{ path: string; expiresAt: Date; isMailed: boolean }> {
  const secret = randomBytes(24).toString('base64url')
  const now = new Date()
  const expiresAt = new Date(now.getTime() + invitationHours * 60 * 60 * 1000)
  const { deskId, id: invitedBy } = inviter
  const path = `/invite/${secret}`
  const { publicOrigin, smtpUrl } = settings()
  await db().transaction(async (tx) => {
    const colleagues = await lockDesk(tx, deskId)
    const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email))
    if (known && colleagues.some(({ personId }) => personId === known.id))
      throw new Refused({ code: 'invited-is-here', values: { email } })
    await tx
      .update(invitations)
      .set({ expiresAt: now })
      .where(isOpen(deskId, now, eq(invitations.email, email)))
    const id = v7()
    await tx
      .insert(invitations)
      .values({ id, deskId, email, role, secretHash: hashOf(secret), invitedBy, expiresAt })
    const desk = await readNamed(tx, deskId)
    const link = `${publicOrigin}${path}`
    await keepMail(tx, invitationLetter({ id, email, role, inviter: inviter.name, desk, link }))
  })
  return { path, expiresAt, isMailed: smtpUrl !== null }
}

async function readNamed(tx: Transaction, deskId: string) {
  const named = { name: desks.name, language: desks.language }
  const [desk] = await tx.select(named).from(desks).where(eq(desks.id, deskId))
  if (!desk) throw new Error(`there is no desk ${deskId}`)
  return desk
}

function isOpen(deskId: string, now: Date, further?: SQL) {
  return and(
    eq(invitations.deskId, deskId),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, now),
    further,
  )
}

/** A desk's links that were not used yet, newest first. */
export function readInvitations(deskId: string) {
  return db()
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedBy: people.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.invitedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(isOpen(deskId, new Date(), and(isNull(members.removedAt), eq(members.role, 'admin'))))
    .orderBy(desc(invitations.createdAt))
}

/** Lets a link run out now. */
export async function withdrawInvitation(deskId: string, id: string): Promise<void> {
  await db()
    .update(invitations)
    .set({ expiresAt: new Date() })
    .where(and(eq(invitations.id, id), eq(invitations.deskId, deskId), isNull(invitations.usedAt)))
}

/** What a link offers, to whoever holds it; refuses a link that does not hold. */
export async function openInvitation(secret: string) {
  const { deskName, deskSlug, email, role, inviter, expiresAt } = await holding(db(), secret)
  return { desk: deskName, slug: deskSlug, email, role, invitedBy: inviter, expiresAt }
}

/** Who accepts: the person who is signed in, or somebody new, whose address is the invitation's. */
export type Guest = Pick<Person, 'id' | 'email'> | { name: string; password: string }

/** Puts the guest on the desk and uses the link up, exactly once. */
export async function acceptInvitation(secret: string, guest: Guest): Promise<{ desk: string }> {
  await holding(db(), secret)
  const known = 'password' in guest ? await withHash(guest) : guest
  return db().transaction(async (tx) => {
    const { id, deskId, deskSlug, email, role } = await holding(tx, secret, { forUpdate: true })
    if ('id' in known) refuseIf(whyNotFor({ email }, known))
    const personId = 'id' in known ? known.id : await newPerson(tx, { ...known, email })
    const memberId = await joinDesk(tx, { deskId, personId, role })
    await tx.update(invitations).set({ usedAt: new Date(), usedBy: memberId }).where(eq(invitations.id, id))
    return { desk: deskSlug }
  })
}

/**
 * Makes a person of whoever holds an address that others vouch for, on every desk that has invited it; those links are
 * used up. Null where nobody has invited it.
 */
export async function joinAsInvited(tx: Transaction, { email, name, passwordHash }: Invitee) {
  const now = new Date()
  const open = await invitationsWhere(tx, and(eq(invitations.email, email), isNull(invitations.usedAt))).for(
    'update',
    { of: invitations },
  )
  const holding = open.filter((one) => whyNotAccept(asJudged(one), now) === null)
  if (holding.length === 0) return null
  const personId = await newPerson(tx, { email, name, passwordHash })
  for (const { id, deskId, role } of holding) {
    const usedBy = await joinDesk(tx, { deskId, personId, role })
    await tx.update(invitations).set({ usedAt: now, usedBy }).where(eq(invitations.id, id))
  }
  return personId
}

type Invitee = { email: string; name: string; passwordHash: string }

// Outside the transaction: hashing takes its time and its turn.
async function withHash({ name, password }: { name: string; password: string }) {
  return { name, passwordHash: await hashPassword(password) }
}

async function holding(by: Database | Transaction, secret: string, { forUpdate = false } = {}) {
  const query = invitationsWhere(by, eq(invitations.secretHash, hashOf(secret)))
  const [found] = await (forUpdate ? query.for('update', { of: invitations }) : query)
  if (!found) throw new Refused({ code: 'invitation-unknown' })
  refuseIf(whyNotAccept(asJudged(found), new Date()))
  return found
}

function invitationsWhere(by: Database | Transaction, which: SQL | undefined) {
  return by
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      usedAt: invitations.usedAt,
      expiresAt: invitations.expiresAt,
      deskId: desks.id,
      deskName: desks.name,
      deskSlug: desks.slug,
      inviter: people.name,
      inviterRole: members.role,
      inviterLeftAt: members.removedAt,
    })
    .from(invitations)
    .innerJoin(desks, eq(desks.id, invitations.deskId))
    .innerJoin(members, eq(members.id, invitations.invitedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(which)
}

type Found = { usedAt: Date | null; expiresAt: Date; inviterRole: Role; inviterLeftAt: Date | null }

function asJudged({ usedAt, expiresAt, inviterRole, inviterLeftAt }: Found) {
  return { usedAt, expiresAt, invitedBy: inviterLeftAt ? null : { role: inviterRole } }
}

// The secret is 192 random bits: a plain hash cannot be guessed backwards, and can be looked up.
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
