import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { people, sessions } from '../../db/schema'
import { keepSignIn } from '../audit/keep-entry'
import { readKey } from '../read-key'
import { Refused } from '../refusal'
import { countAttempt, forgetAttempts } from './count-attempts'
import { hasFactor } from './factor/read-factor'
import { ticketMinutes, writeTicket } from './factor/ticket'
import { isPasswordRight } from './password'
import { sessionSeconds } from './session'

type SignIn = { email: string; password: string; address: string; mark?: string | null }

/**
 * Starts a session and returns its id, or refuses with a ticket for the second step where there is one; says the
 * same, after the same time, of an unknown e-mail and a wrong password.
 */
export async function signIn({ email, password, address, mark = null }: SignIn): Promise<string> {
  const attempt = { email, address, mark }
  await countAttempt(attempt)
  const [person] = await db().select().from(people).where(eq(people.email, email))
  const isRight = await isPasswordRight(password, person?.passwordHash ?? null)
  if (!person || !isRight) throw new Refused({ code: 'sign-in-wrong' })
  const sessionId = await db().transaction(async (tx) => {
    // The password may have been changed while this one was judged: then the session would outlive the change.
    const isStill = and(eq(people.id, person.id), eq(people.passwordHash, person.passwordHash))
    const [same] = await tx.select({ id: people.id }).from(people).where(isStill).for('share')
    if (!same) throw new Refused({ code: 'sign-in-wrong' })
    if (await hasFactor(tx, person.id)) throw await secondStepOf(person)
    return startSession(person.id, tx)
  })
  await forgetAttempts(attempt)
  return sessionId
}

/**
 * What a browser gets for the second step, after the first was right. The attempts before it are not forgotten until the
 * second step is done.
 */
export async function secondStepOf({ id, passwordHash }: typeof people.$inferSelect): Promise<Refused> {
  const until = Date.now() + ticketMinutes * 60_000
  const ticket = writeTicket({ personId: id, until, passwordHash }, await readKey('ticket'))
  return new Refused({ code: 'code-needed', values: { ticket } })
}

/** A session for a person whom the caller has made sure of: after the right password, or by the operator's command. */
export async function startSession(
  personId: string,
  by: Database | Transaction = db(),
  seconds = sessionSeconds,
): Promise<string> {
  // Random throughout, unlike other ids: whoever could guess one half of it would have less to guess.
  const id = randomUUID()
  const expiresAt = new Date(Date.now() + seconds * 1000)
  await by.transaction(async (tx) => {
    await tx.insert(sessions).values({ id, personId, expiresAt })
    await keepSignIn(tx, personId)
  })
  return id
}
