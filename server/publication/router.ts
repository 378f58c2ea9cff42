import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { readPreview } from './next/read-preview'
import { readPublished, readRecent } from './read-history'
import { putUnderReview } from './under-review/put-under-review'
import { lineShape } from './under-review/under-review'

/** What a desk asks about what it has published. */
export const publicationRouter = router({
  recent: memberWhoMay('read the desk').query(({ ctx }) => readRecent(ctx.member.deskId)),
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readPublished(ctx.member.deskId, input.claimId)),
  preview: memberWhoMay('read the desk')
    .input(z.object({ submissionId: idShape }))
    .query(({ ctx, input }) => readPreview(input.submissionId, ctx.member)),
  putUnderReview: memberWhoMay('put claims under review')
    .input(z.object({ claimId: idShape, version: z.int().positive(), line: lineShape }))
    .mutation(({ ctx, input }) => putUnderReview({ ...input, member: ctx.member })),
})
