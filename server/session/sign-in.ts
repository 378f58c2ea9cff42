import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { people, sessions } from '../../db/schema'
import { Refused } from '../refusal'
import { countAttempt, forgetAttempts } from './count-attempts'
import { isPasswordRight } from './password'
import { sessionSeconds } from './session'

type Attempt = { email: string; password: string; address: string }

/** Starts a session and returns its id; says the same, after the same time, of an unknown e-mail and a wrong password. */
export async function signIn({ email, password, address }: Attempt): Promise<string> {
  await countAttempt(email, address)
  const [person] = await db().select().from(people).where(eq(people.email, email))
  const isRight = await isPasswordRight(password, person?.passwordHash ?? null)
  if (!person || !isRight) throw new Refused({ code: 'sign-in-wrong' })
  const sessionId = await db().transaction(async (tx) => {
    // The password may have been changed while this one was judged: then the session would outlive the change.
    const isStill = and(eq(people.id, person.id), eq(people.passwordHash, person.passwordHash))
    const [same] = await tx.select({ id: people.id }).from(people).where(isStill).for('share')
    if (!same) throw new Refused({ code: 'sign-in-wrong' })
    return startSession(person.id, tx)
  })
  await forgetAttempts(email, address)
  return sessionId
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
  await by.insert(sessions).values({ id, personId, expiresAt })
  return id
}
