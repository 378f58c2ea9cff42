import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { db } from '../../../db/client'
import { passwordResets, people } from '../../../db/schema'
import { settings } from '../../env'
import { keepMail } from '../../mail/keep-mail'
import { countResetAsked, isResetFree } from '../count-attempts'
import { resetLetter, resetMinutes } from './reset'

/** As long as the longest of what is done for an address, in ms. */
const answerAfter = 400

/**
 * Mails a link to a new password to whoever has an account with this address. The answer is the same for every
 * address, and comes after the same time: nobody learns who has one. Refuses only a network that asks too often.
 */
export async function sendReset({ email, address }: { email: string; address: string }): Promise<void> {
  await countResetAsked(address)
  await Promise.all([pause(answerAfter), writeReset(email)])
}

async function writeReset(email: string): Promise<void> {
  // Too many mails to one address: who asks is told nothing else than before.
  if (!(await isResetFree(email))) return
  const secret = randomBytes(24).toString('base64url')
  const [person] = await db().select().from(people).where(eq(people.email, email))
  if (!person) return
  const id = v7()
  const expiresAt = new Date(Date.now() + resetMinutes * 60_000)
  const link = `${settings().publicOrigin}/reset/${secret}`
  await db().transaction(async (tx) => {
    await tx
      .insert(passwordResets)
      .values({ id, personId: person.id, secretHash: resetHash(secret), expiresAt })
    await keepMail(tx, resetLetter({ ...person, id, link }))
  })
}

/** What is kept of a link: the secret is 192 random bits, which nobody guesses back from a plain hash. */
export function resetHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
