import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { sessions } from '../../db/schema'
import { notify } from '../channel/notify'

/** Ends one session, on this device only; rooms hear of it at once. Ending it twice changes nothing. */
export async function endSession(sessionId: string): Promise<void> {
  await end(db(), eq(sessions.id, sessionId))
}

/** Ends all sessions of a person, but for the one that may stay. */
export async function endSessionsOf(
  by: Transaction,
  personId: string,
  { except = null }: { except?: string | null } = {},
): Promise<void> {
  const theirs = eq(sessions.personId, personId)
  await end(by, except ? and(theirs, ne(sessions.id, except)) : theirs)
}

/** Ends all sessions of a person but the one that asks. */
export async function endOtherSessions(own: { personId: string; sessionId: string }): Promise<void> {
  await db().transaction((tx) => endSessionsOf(tx, own.personId, { except: own.sessionId }))
}

async function end(by: Database | Transaction, which: ReturnType<typeof and>): Promise<void> {
  const ended = await by
    .update(sessions)
    .set({ endedAt: new Date() })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ sessionId: sessions.id })
  for (const news of ended) await notify(by, 'session_ended', news)
}
