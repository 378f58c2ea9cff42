import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { sourceNotes } from '../../../db/schema'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { ofDesk } from './read-notes'

/** Takes a note away for good, with its file: what was promised to a source may ask for that. */
export async function removeNote(noteId: string, member: Member): Promise<void> {
  await db().transaction(async (tx) => {
    const gone = await tx
      .delete(sourceNotes)
      .where(ofDesk(member, eq(sourceNotes.id, noteId)))
      .returning({ id: sourceNotes.id })
    if (gone.length === 0) throw new Refused({ code: 'source-note-unknown' })
  })
}
