import { and, eq, isNull } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { passwordResets, people } from '../../db/schema'
import { Refused } from '../refusal'
import { countGuess, forgetGuesses } from './count-attempts'
import { endSessionsOf } from './end-sessions'
import { hashPassword, isPasswordRight } from './password'

type Change = { personId: string; sessionId: string; current: string; next: string }

/** Changes one's own password after showing the current one; signs out every other device. */
export async function changePassword({ personId, sessionId, current, next }: Change): Promise<void> {
  await countGuess(personId)
  const [person] = await db().select().from(people).where(eq(people.id, personId))
  if (!person || !(await isPasswordRight(current, person.passwordHash))) {
    throw new Refused({ code: 'password-wrong' })
  }
  const passwordHash = await hashPassword(next)
  await db().transaction((tx) => setPassword(tx, { personId, passwordHash, except: sessionId }))
  await forgetGuesses(personId)
}

/** Puts a new password in place; ends all sessions of the person but the one that made the change, and uses up links. */
export async function setPassword(
  tx: Transaction,
  {
    personId,
    passwordHash,
    except = null,
  }: { personId: string; passwordHash: string; except?: string | null },
): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
  const open = and(eq(passwordResets.personId, personId), isNull(passwordResets.usedAt))
  await tx.update(passwordResets).set({ usedAt: new Date() }).where(open)
  await endSessionsOf(tx, personId, { except })
}
