import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type Database, db, type Transaction } from '../../db/client'
import { desks, invitations, members, people } from '../../db/schema'
import type { Role } from '../../db/vocabulary'
import { Refused, refuseIf } from '../refusal'
import { hashPassword } from '../session/password'
import { joinDesk, newPerson } from './add-member'
import { invitationDays, whyNotAccept } from './invitation'
import type { Member } from './member'

/** Makes a single-use link onto the inviter's desk; its secret is known to nobody but who gets it here. */
export async function invite(inviter: Member, role: Role): Promise<{ path: string; expiresAt: Date }> {
  const secret = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + invitationDays * 24 * 60 * 60 * 1000)
  await db()
    .insert(invitations)
    .values({
      id: v7(),
      deskId: inviter.deskId,
      role,
      secretHash: hashOf(secret),
      invitedBy: inviter.id,
      expiresAt,
    })
  return { path: `/invite/${secret}`, expiresAt }
}

/** A desk's links that were not used yet, newest first. */
export function readInvitations(deskId: string) {
  return db()
    .select({
      id: invitations.id,
      role: invitations.role,
      invitedBy: people.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(members, eq(members.id, invitations.invitedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(invitations.deskId, deskId),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, new Date()),
        isNull(members.removedAt),
        eq(members.role, 'admin'),
      ),
    )
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
  const { deskName, deskSlug, role, inviter, expiresAt } = await holding(db(), secret)
  return { desk: deskName, slug: deskSlug, role, invitedBy: inviter, expiresAt }
}

/** Who accepts: the person who is signed in, or somebody new with a name, an e-mail and a password. */
export type Guest = { personId: string } | { name: string; email: string; password: string }

/** Puts the guest on the desk and uses the link up, exactly once. */
export async function acceptInvitation(secret: string, guest: Guest): Promise<{ desk: string }> {
  await holding(db(), secret)
  const known = 'personId' in guest ? guest : await withHash(guest)
  return db().transaction(async (tx) => {
    const { id, deskId, deskSlug, role } = await holding(tx, secret, { forUpdate: true })
    const personId = 'personId' in known ? known.personId : await newPerson(tx, known)
    const memberId = await joinDesk(tx, { deskId, personId, role })
    await tx.update(invitations).set({ usedAt: new Date(), usedBy: memberId }).where(eq(invitations.id, id))
    return { desk: deskSlug }
  })
}

// Outside the transaction: hashing takes its time and its turn.
async function withHash({ name, email, password }: { name: string; email: string; password: string }) {
  return { name, email, passwordHash: await hashPassword(password) }
}

async function holding(by: Database | Transaction, secret: string, { forUpdate = false } = {}) {
  const query = by
    .select({
      id: invitations.id,
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
    .where(eq(invitations.secretHash, hashOf(secret)))
  const [found] = await (forUpdate ? query.for('update', { of: invitations }) : query)
  if (!found) throw new Refused({ code: 'invitation-unknown' })
  const invitedBy = found.inviterLeftAt ? null : { role: found.inviterRole }
  refuseIf(whyNotAccept({ ...found, invitedBy }, new Date()))
  return found
}

// The secret is 192 random bits: a plain hash cannot be guessed backwards, and can be looked up.
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
