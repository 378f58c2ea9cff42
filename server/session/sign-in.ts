import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
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
  const right = await isPasswordRight(password, person?.passwordHash ?? null)
  if (!person || !right) throw new Refused({ code: 'sign-in-wrong' })
  await forgetAttempts(email)
  return startSession(person.id)
}

/** A session for a person whom the caller has made sure of: after the right password, or by the operator's command. */
export async function startSession(personId: string): Promise<string> {
  // Random throughout, unlike other ids: whoever could guess one half of it would have less to guess.
  const id = randomUUID()
  await db()
    .insert(sessions)
    .values({ id, personId, expiresAt: new Date(Date.now() + sessionSeconds * 1000) })
  return id
}
