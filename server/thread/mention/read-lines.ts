import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import { members, people } from '../../../db/schema'
import { asLine, mentionedIn } from '../thread'

/** The texts of a desk's comments as lines of a list, or in full, in their order, with the names of those of the desk they mention. */
export async function readLines(deskId: string, texts: string[], write = asLine): Promise<string[]> {
  const ids = [...new Set(texts.flatMap((text) => mentionedIn(text).memberIds))]
  if (ids.length === 0) return texts.map((text) => write(text, new Map()))
  const named = await db()
    .select({ id: members.id, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(members.deskId, deskId), isAmong(members.id, ids)))
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return texts.map((text) => write(text, names))
}
