import { z } from 'zod'
import { decisions, submissionKinds } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { countWaiting, readQueue } from './approval/read-queue'
import { readSubmission } from './approval/read-submission'
import { decide } from './decide'
import { readStages } from './read-stages'
import { submit } from './submit'
import { withdraw } from './withdraw'

const noteShape = z.string().max(4000)
const submissionShape = z.object({ submissionId: idShape })

/** Asking for approval and giving it. */
export const reviewRouter = router({
  submit: memberWhoMay('submit claims')
    .input(
      z.object({
        claimId: idShape,
        hash: z.string().length(64),
        kind: z.enum(submissionKinds),
        publicNote: noteShape,
      }),
    )
    .mutation(({ ctx, input }) => submit({ ...input, member: ctx.member })),

  withdraw: memberWhoMay('submit claims')
    .input(submissionShape)
    .mutation(({ ctx, input }) => withdraw({ ...input, member: ctx.member })),

  decide: memberWhoMay('decide on submissions')
    .input(submissionShape.extend({ decision: z.enum(decisions), note: noteShape }))
    .mutation(({ ctx, input }) => decide({ ...input, member: ctx.member })),

  queue: memberWhoMay('read the desk').query(({ ctx }) => readQueue(ctx.member)),

  counts: memberWhoMay('read the desk').query(({ ctx }) => countWaiting(ctx.member)),

  submission: memberWhoMay('read the desk')
    .input(submissionShape)
    .query(({ ctx, input }) => readSubmission(input.submissionId, ctx.member)),

  stages: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readStages(input.articleId, ctx.member)),
})
