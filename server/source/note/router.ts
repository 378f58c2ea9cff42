import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../../trpc'
import { keepNote } from './keep-note'
import { readNoteFile, readNotes, readSealing } from './read-notes'
import { removeNote } from './remove-note'

// A longer one is refused with a sentence, not cut off here; so is a larger file, up to what a question can hold.
const file = z.object({ name: z.string().max(300), base64: z.base64().max(20_000_000) })

/** What a desk's editors alone may know of a source. That they read it is a change, as the audit keeps it. */
export const sourceNoteRouter = router({
  sealing: memberWhoMay('keep notes for editors').query(() => readSealing()),
  keep: memberWhoMay('keep notes for editors')
    .input(
      z.object({
        articleId: idShape,
        sourceId: idShape,
        text: z.string().max(50_000),
        file: file.nullable(),
      }),
    )
    .mutation(({ ctx, input: { file, ...input } }) =>
      keepNote({
        ...input,
        file: file && { name: file.name, bytes: Buffer.from(file.base64, 'base64') },
        member: ctx.member,
      }),
    ),
  read: memberWhoMay('read notes for editors')
    .input(z.object({ sourceId: idShape }))
    .mutation(({ ctx, input }) => readNotes(input.sourceId, ctx.member)),
  readFile: memberWhoMay('read notes for editors')
    .input(z.object({ noteId: idShape }))
    .mutation(async ({ ctx, input }) => {
      const bytes = await readNoteFile(input.noteId, ctx.member)
      return bytes && { base64: bytes.toString('base64') }
    }),
  remove: memberWhoMay('read notes for editors')
    .input(z.object({ noteId: idShape }))
    .mutation(({ ctx, input }) => removeNote(input.noteId, ctx.member)),
})
