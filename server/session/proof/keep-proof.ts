import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { people, sessions } from '../../../db/schema'
import { Refused } from '../../refusal'
import { countGuess, forgetGuesses } from '../count-attempts'
import { isPasswordRight } from '../password'

type Shown = { personId: string; sessionId: string; password: string }

/** Keeps that the one of a session has just shown again who they are, by their password. */
export async function keepProof({ personId, sessionId, password }: Shown): Promise<void> {
  await countGuess(personId)
  const [person] = await db().select().from(people).where(eq(people.id, personId))
  if (!person || !(await isPasswordRight(password, person.passwordHash)))
    throw new Refused({ code: 'password-wrong' })
  await db().update(sessions).set({ provedAt: new Date() }).where(eq(sessions.id, sessionId))
  await forgetGuesses(personId)
}
