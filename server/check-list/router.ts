import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { changeCheckList } from './change-check-list'
import { linesShape } from './check-list'
import { readCheckList } from './read-check-list'
import { signTick } from './sign-tick'

/** What a desk has its editors check by hand. */
export const checkListRouter = router({
  read: memberWhoMay('read the desk').query(({ ctx }) => readCheckList(ctx.member.deskId)),

  change: memberWhoMay('manage the desk')
    .input(z.object({ version: z.int().min(0), lines: linesShape, isDemanded: z.boolean() }))
    .mutation(({ ctx, input }) => changeCheckList({ ...input, member: ctx.member })),

  tick: memberWhoMay('decide on submissions')
    .input(
      z.object({
        submissionId: idShape,
        lineId: idShape,
        words: z.string().max(2_000),
        isTicked: z.boolean(),
      }),
    )
    .mutation(({ ctx, input }) => signTick({ ...input, member: ctx.member })),
})
