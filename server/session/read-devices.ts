import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { db } from '../../db/client'
import { sessions } from '../../db/schema'

/** Where a person is signed in, the newest first; which of them asks is said. */
export async function readDevices(personId: string, sessionId: string) {
  const rows = await db()
    .select({ id: sessions.id, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.createdAt))
  // A session's id is what its cookie holds: it leaves the server for nobody.
  return rows.map(({ id, createdAt }, at) => ({ id: at, createdAt, isThis: id === sessionId }))
}
