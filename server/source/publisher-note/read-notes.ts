import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { members, people, publisherNotes, sources } from '../../../db/schema'
import type { PublisherNote } from './publisher-note'

/** What a desk last said about publishers, by what they are known by; those that were taken back are left out. */
export async function readNotes(deskId: string, publishers: string[]): Promise<Map<string, PublisherNote>> {
  if (publishers.length === 0) return new Map()
  const { publisher, text, writtenAt, writtenBy } = publisherNotes
  const rows = await db()
    .selectDistinctOn([publisher], { publisher, text, at: writtenAt, by: people.name })
    .from(publisherNotes)
    .innerJoin(members, eq(members.id, writtenBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(and(eq(publisherNotes.deskId, deskId), inArray(publisher, publishers)))
    .orderBy(publisher, desc(writtenAt), desc(publisherNotes.id))
  return new Map(rows.filter((note) => note.text).map((note) => [note.publisher, note]))
}

/** Whom a source is from, as the room says. */
export async function readPublisher(sourceId: string): Promise<{ address: string; publisher: string }> {
  const [row] = await db()
    .select({ address: sources.address, publisher: sources.publisher })
    .from(sources)
    .where(eq(sources.id, sourceId))
  return row ?? { address: '', publisher: '' }
}
