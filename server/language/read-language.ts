import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { people, sessions } from '../../db/schema'
import type { Language } from '../../db/vocabulary'

/** The language of whoever a session has just been started for. */
export async function readLanguage(sessionId: string): Promise<Language | null> {
  const [row] = await db()
    .select({ language: people.language })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, sessionId))
  return row?.language ?? null
}
