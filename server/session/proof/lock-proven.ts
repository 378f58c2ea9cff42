import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { people, sessions } from '../../../db/schema'
import { refuseIf } from '../../refusal'
import { whyNotProven } from './proof'

/** Whose account it is, at which device. */
export type Own = { personId: string; sessionId: string }

/** Locks a person who changes how they sign in, after they have shown lately who they are: a window left open may not. */
export async function lockProven(tx: Transaction, { personId, sessionId }: Own) {
  const [found] = await tx
    .select({
      email: people.email,
      name: people.name,
      language: people.language,
      provedAt: sessions.provedAt,
    })
    .from(people)
    .leftJoin(sessions, and(eq(sessions.id, sessionId), eq(sessions.personId, people.id)))
    .where(eq(people.id, personId))
    .for('update', { of: people })
  if (!found) throw new Error('somebody signed in is not there')
  refuseIf(whyNotProven({ isAsked: true, provedAt: found.provedAt }, new Date()))
  return found
}
