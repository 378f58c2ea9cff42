import { z } from 'zod'
import { lengthOf } from '../../claim/quote'
import type { Refusal } from '../../refusal'

/** The most code points of a note, and megabytes of the file beside it. */
export const mostLetters = 10_000
export const mostMegabytes = 5

/** What is kept in one piece, readable or encrypted: the words, and the name of the file where there is one. */
export const noteShape = z.object({ text: z.string(), fileName: z.string().nullable() })
export type NoteWords = z.infer<typeof noteShape>

/** A note as an editor reads it; its words are null where it was encrypted under another SECRET_KEY. */
export type SourceNote = { id: string; by: string; at: Date; words: NoteWords | null }

/** Why a note cannot be kept; null when it can. `fileSize` is in bytes, null without a file. */
export function whyNotKeepNote(text: string, fileSize: number | null): Refusal | null {
  if (!text.trim() && fileSize === null) return { code: 'source-note-empty' }
  if (lengthOf(text) > mostLetters) return { code: 'source-note-too-long', values: { maximum: mostLetters } }
  if (fileSize !== null && fileSize > mostMegabytes * 1_000_000)
    return { code: 'source-note-file-too-large', values: { megabytes: mostMegabytes } }
  return null
}

/** What each part is encrypted for: the words of a row do not open as its file. */
export const sealedFor = (part: 'words' | 'file', noteId: string) =>
  ({ use: `source note ${part}`, ownerId: noteId }) as const
