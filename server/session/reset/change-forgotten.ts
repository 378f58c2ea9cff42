import { eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { passwordResets, people } from '../../../db/schema'
import { keepMail } from '../../mail/keep-mail'
import { Refused, refuseIf } from '../../refusal'
import { setPassword } from '../change-password'
import { countResetAsked } from '../count-attempts'
import { hashPassword } from '../password'
import { resetDoneLetter, whyNotReset } from './reset'
import { resetHash } from './send-reset'

/** Whose link this is, to whoever holds it; refuses a link that does not hold. */
export async function openReset(secret: string): Promise<{ email: string }> {
  const { email } = await holding(db(), secret)
  return { email }
}

/** Sets a new password by the link from a mail: once, and every device is signed out. */
export async function changeForgotten(chosen: {
  secret: string
  password: string
  address: string
}): Promise<void> {
  await countResetAsked(chosen.address)
  await holding(db(), chosen.secret)
  // Outside the transaction: hashing takes its time and its turn.
  const passwordHash = await hashPassword(chosen.password)
  await db().transaction(async (tx) => {
    const reset = await holding(tx, chosen.secret)
    await setPassword(tx, { personId: reset.personId, passwordHash })
    await keepMail(tx, resetDoneLetter(reset))
  })
}

async function holding(by: Database | Transaction, secret: string) {
  const [found] = await by
    .select({
      id: passwordResets.id,
      usedAt: passwordResets.usedAt,
      expiresAt: passwordResets.expiresAt,
      personId: people.id,
      name: people.name,
      email: people.email,
      language: people.language,
    })
    .from(passwordResets)
    .innerJoin(people, eq(people.id, passwordResets.personId))
    .where(eq(passwordResets.secretHash, resetHash(secret)))
    .for('update', { of: passwordResets })
  if (!found) throw new Refused({ code: 'reset-unknown' })
  refuseIf(whyNotReset(found, new Date()))
  return found
}
