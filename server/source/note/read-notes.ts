import { and, asc, eq, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client'
import { members, people, sourceNotes } from '../../../db/schema'
import { isThere } from '../../deleted/read-removal'
import { settings } from '../../env'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { openBytes } from '../../sealed/keep-sealed-bytes'
import { noteShape, type SourceNote, sealedFor } from './source-note'

/**
 * The notes of a source, oldest first; none where the member may know of none. In one transaction with the audit's
 * entry: nothing is read that is not in it.
 */
export function readNotes(sourceId: string, member: Member): Promise<SourceNote[]> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({
        ...{ id: sourceNotes.id, isSealed: sourceNotes.isSealed, content: sourceNotes.content },
        ...{ by: people.name, at: sourceNotes.writtenAt },
      })
      .from(sourceNotes)
      .innerJoin(members, eq(members.id, sourceNotes.memberId))
      .innerJoin(people, eq(people.id, members.personId))
      .where(ofDesk(member, eq(sourceNotes.sourceId, sourceId)))
      .orderBy(asc(sourceNotes.writtenAt), asc(sourceNotes.id))
    return rows.map(({ id, by, at, isSealed, content }) => {
      const bytes = opened({ isSealed, content }, 'words', id)
      return { id, by, at, words: bytes && noteShape.parse(JSON.parse(bytes.toString('utf8'))) }
    })
  })
}

/** The file beside a note; null where there is none, or where it was encrypted under another SECRET_KEY. */
export function readNoteFile(noteId: string, member: Member): Promise<Buffer | null> {
  return db().transaction(async (tx) => {
    const [row] = await tx
      .select({ isSealed: sourceNotes.isSealed, content: sourceNotes.file })
      .from(sourceNotes)
      .where(ofDesk(member, eq(sourceNotes.id, noteId)))
    if (!row) throw new Refused({ code: 'source-note-unknown' })
    const { isSealed, content } = row
    return content && opened({ isSealed, content }, 'file', noteId)
  })
}

/** Whether notes are encrypted here: without a SECRET_KEY nothing is kept of confidential sources. */
export const readSealing = () => ({ isOffered: settings().secretKey !== null })

/** What a member may know of the notes that fit: those of their desk, in articles that are there for them. */
export const ofDesk = (member: Member, which: SQL) =>
  and(which, eq(sourceNotes.deskId, member.deskId), isThere(sourceNotes.articleId, member.id))

function opened(kept: { isSealed: boolean; content: Buffer }, part: 'words' | 'file', id: string) {
  if (!kept.isSealed) return kept.content
  // A key that was taken away opens nothing, either.
  return settings().secretKey ? openBytes(kept.content, sealedFor(part, id)) : null
}
