import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { putDrafts } from './put-drafts'
import { readOverturned, readProposition } from './read-proposition'
import { removeLink } from './remove-link'

/** Claims that say the same: what hangs together, what a correction has overtaken, and drafts of what follows. */
export const propositionRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readProposition(ctx.member, input.claimId)),
  overturned: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readOverturned(ctx.member, input.articleId)),
  draft: memberWhoMay('relate claims')
    .input(z.object({ propositionId: idShape }))
    .mutation(({ ctx, input }) => putDrafts({ ...input, member: ctx.member })),
  unlink: memberWhoMay('relate claims')
    .input(z.object({ linkId: idShape }))
    .mutation(({ ctx, input }) => removeLink({ ...input, member: ctx.member })),
})
