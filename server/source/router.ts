import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { addNote } from './publisher-note/add-note'
import { noteTextShape } from './publisher-note/publisher-note'
import { archiveSource } from './snapshot/archive-source'
import { readEvidence } from './snapshot/read-evidence'
import { readInDoubt } from './watch/read-in-doubt'
import { signHolds } from './watch/sign-holds'

const sourceNamed = z.object({ claimId: idShape, sourceId: idShape })

/** The evidence behind sources: what was archived of them, and what became of them since. */
export const sourceRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readEvidence(ctx.member, input.claimId)),
  inDoubt: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readInDoubt(ctx.member, input.articleId)),
  archive: memberWhoMay('keep evidence')
    .input(sourceNamed)
    .mutation(({ ctx, input }) => archiveSource(ctx.member, input)),
  holds: memberWhoMay('keep evidence')
    .input(z.object({ lookId: idShape }))
    .mutation(({ ctx, input }) => signHolds(ctx.member, input.lookId)),
  note: memberWhoMay('keep evidence')
    .input(sourceNamed.extend({ text: noteTextShape }))
    .mutation(({ ctx, input }) => addNote({ ...input, member: ctx.member })),
})
