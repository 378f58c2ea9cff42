import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { people, recoveryCodes, secondFactors } from '../../../db/schema'
import { keepRefusedSignIn } from '../../audit/keep-entry'
import { readKey } from '../../read-key'
import { Refused } from '../../refusal'
import { type Attempt, countCodeFrom, forgetAttempts } from '../count-attempts'
import { startSession } from '../sign-in'
import { plainCode, stepOf } from './factor'
import { hashCode, unseal } from './keep-secret'
import { doesHold, personIn } from './ticket'

type Step = { ticket: string; code: string; address: string; markOf: (email: string) => string | null }

/** The second step of signing in, by a code of the app or a recovery code: each works once. */
export async function signInByCode({ ticket, code, address, markOf }: Step) {
  const personId = personIn(ticket)
  const [person] = personId ? await db().select().from(people).where(eq(people.id, personId)) : []
  const key = await readKey('ticket')
  if (!person || !doesHold(ticket, { ...person, key, now: new Date() }))
    throw new Refused({ code: 'ticket-over' })
  const { email } = person
  const attempt = { email, address, mark: markOf(email) }
  const sessionId = await enter(person, code, attempt).catch(async (error) => {
    if (error instanceof Refused) await keepRefusedSignIn(email, error.refusal.code)
    throw error
  })
  await forgetAttempts(attempt)
  return { sessionId, email }
}

async function enter(person: typeof people.$inferSelect, code: string, attempt: Attempt): Promise<string> {
  await countCodeFrom(attempt)
  return db().transaction(async (tx) => {
    // The password may have been changed while the code was typed: then the session would outlive the change.
    const isStill = and(eq(people.id, person.id), eq(people.passwordHash, person.passwordHash))
    const [same] = await tx.select({ id: people.id }).from(people).where(isStill).for('share')
    if (!same) throw new Refused({ code: 'ticket-over' })
    if (!(await isCodeRight(tx, person.id, code))) throw new Refused({ code: 'code-wrong' })
    return startSession(person.id, tx)
  })
}

/** Whether this is a code of a person's app or one of their recovery codes; it is used up then. */
export async function isCodeRight(tx: Transaction, personId: string, code: string): Promise<boolean> {
  const theirs = and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt))
  const [factor] = await tx.select().from(secondFactors).where(theirs).for('update')
  if (!factor) return false
  const { lastStep } = factor
  const step = stepOf(code, { secret: unseal(factor.secret, personId), lastStep, now: new Date() })
  if (step !== null) {
    await tx.update(secondFactors).set({ lastStep: step }).where(theirs)
    return true
  }
  const isIt = and(
    eq(recoveryCodes.personId, personId),
    eq(recoveryCodes.codeHash, hashCode(plainCode(code), personId)),
    isNull(recoveryCodes.usedAt),
  )
  const used = await tx.update(recoveryCodes).set({ usedAt: new Date() }).where(isIt).returning()
  return used.length > 0
}
