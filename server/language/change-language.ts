import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { people } from '../../db/schema'
import type { Language } from '../../db/vocabulary'

/** Has screens and mails speak to a person in a language from now on. */
export async function changeLanguage(personId: string, language: Language): Promise<void> {
  await db().update(people).set({ language }).where(eq(people.id, personId))
}
