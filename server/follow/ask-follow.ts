import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../db/client'
import { followers, follows } from '../../db/schema'
import { settings } from '../env'
import { keptHash, leavingSecretOf } from '../form/sign-form'
import { keepMail } from '../mail/keep-mail'
import { countFollow, isFollowMailFree } from '../session/count-attempts'
import { askedAgainAfter, confirmPath, type Followable, leavePath } from './follow'
import { alreadyLetter, askedLetter } from './news/letter'

type Wish = { of: Followable; email: string; address: string; now: Date }

/**
 * Sends an address the link by which it follows something. Whoever asks learns nothing of whether it does already:
 * that is told to the address alone. Refuses a network that asks too often.
 */
export async function askFollow({ of, email, address, now }: Wish): Promise<void> {
  await countFollow(address)
  if (!(await isFollowMailFree(email))) return
  await db().transaction(async (tx) => {
    const followerId = await lockFollower(tx, email)
    const known = await readKnown(tx, followerId, of)
    if (known?.confirmedAt) return tellAlready(tx, { of, email, followerId })
    if (known && now.getTime() - known.askedAt.getTime() < askedAgainAfter) return
    await sendLink(tx, { of, email, followerId, now })
  })
}

/** The follower of an address, made where there is none; the row is locked, so that two wishes come one after the other. */
async function lockFollower(tx: Transaction, email: string): Promise<string> {
  await tx.insert(followers).values({ id: uuid(), email }).onConflictDoNothing()
  const [row] = await tx
    .select({ id: followers.id })
    .from(followers)
    .where(eq(followers.email, email))
    .for('update')
  if (!row) throw new Error('an address that was just kept is not there')
  return row.id
}

async function readKnown(tx: Transaction, followerId: string, { kind, thing }: Followable) {
  const isIt = and(eq(follows.followerId, followerId), eq(follows.kind, kind), eq(follows.thing, thing))
  const [known] = await tx
    .select({ askedAt: follows.askedAt, confirmedAt: follows.confirmedAt })
    .from(follows)
    .where(isIt)
  return known
}

type Asked = { of: Followable; email: string; followerId: string }

/** An older link for the same thing is good no more. */
async function sendLink(tx: Transaction, { of, email, followerId, now }: Asked & { now: Date }) {
  const secret = randomBytes(32).toString('base64url')
  const { kind, thing, deskId } = of
  const asked = { askedAt: now, secretHash: keptHash(secret) }
  await tx
    .insert(follows)
    .values({ id: uuid(), followerId, kind, thing, deskId, ...asked })
    .onConflictDoUpdate({ target: [follows.followerId, follows.kind, follows.thing], set: asked })
  const address = settings().publicOrigin + confirmPath(secret)
  await keepMail(tx, askedLetter({ to: email, followerId, id: uuid(), of, address }))
}

async function tellAlready(tx: Transaction, { of, email, followerId }: Asked) {
  const address = settings().publicOrigin + leavePath(followerId, await leavingSecretOf(followerId))
  await keepMail(tx, alreadyLetter({ to: email, followerId, id: uuid(), of, address }))
}
