import { z } from 'zod'
import { decisions, submissionKinds } from '../../db/vocabulary'
import { type Member, may } from '../member/member'
import type { ReadOnce } from '../session/read-once'
import { idShape, memberWhoMay, router } from '../trpc'
import { mostAtOnce } from './approval/approving'
import { approveSeveral } from './approval/decide-several'
import { keepOpening } from './approval/keep-opening'
import { openPage } from './approval/sight/open-page'
import { readBeforeCorrecting } from './correction/read-before-correcting'
import { decide } from './decide'
import { countWaiting, readDesk } from './queue/read-desk'
import { readQueue } from './queue/read-queue'
import { readStanding } from './queue/read-standing'
import { readStages } from './read-stages'
import { stopRelease } from './release/stop-release'
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
        version: z.int().min(1).nullable(),
        kind: z.enum(submissionKinds),
        publicNote: noteShape,
        reason: noteShape.default(''),
      }),
    )
    .mutation(({ ctx, input }) => submit({ ...input, member: ctx.member })),

  beforeCorrecting: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readBeforeCorrecting(input.claimId, ctx.member)),

  withdraw: memberWhoMay('submit claims')
    .input(submissionShape)
    .mutation(({ ctx, input }) => withdraw({ ...input, member: ctx.member })),

  decide: memberWhoMay('decide on submissions')
    .input(
      submissionShape.extend({
        decision: z.enum(decisions),
        note: noteShape,
        publishAt: z.string().max(40).nullish(),
        dissentId: idShape.nullish(),
      }),
    )
    .mutation(({ ctx, input }) => decide({ ...input, member: ctx.member })),

  approveSeveral: memberWhoMay('decide on submissions')
    .input(z.object({ submissionIds: z.array(idShape).min(1).max(mostAtOnce) }))
    .mutation(({ ctx, input }) => approveSeveral({ ...input, member: ctx.member })),

  opened: memberWhoMay('remember visits')
    .input(submissionShape)
    .mutation(({ ctx, input }) => keepOpening({ ...input, member: ctx.member })),

  stopRelease: memberWhoMay('decide on submissions')
    .input(submissionShape.extend({ note: noteShape }))
    .mutation(({ ctx, input }) => stopRelease({ ...input, member: ctx.member })),

  queue: memberWhoMay('read the desk').query(({ ctx }) => readQueue(ctx.member)),

  desk: memberWhoMay('read the desk').query(({ ctx }) => readDesk(ctx.member, standingOf(ctx))),

  counts: memberWhoMay('read the desk').query(({ ctx }) =>
    may(ctx.member, 'decide on submissions') ? countWaiting(ctx.member, standingOf(ctx)) : { waiting: 0 },
  ),

  submission: memberWhoMay('read the desk')
    .input(submissionShape)
    .query(({ ctx, input }) => openPage(input.submissionId, ctx.member)),

  stages: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readStages(input.articleId, ctx.member)),
})

/** What the desk's page asks for its queue and for the number in its bar alike. */
const standingOf = ({ member, readOnce }: { member: Member; readOnce: ReadOnce }) =>
  readOnce(`standing ${member.id}`, () => readStanding(member))
