import { z } from 'zod'
import { scaleShape } from '../claim/scale'
import { memberWhoMay, router } from '../trpc'
import { changeScale } from './change-scale'
import { readScale } from './read-scale'

/** The verdicts of a desk: how it calls, explains and orders them. */
export const scaleRouter = router({
  ofDesk: memberWhoMay('read the desk').query(({ ctx }) => readScale(ctx.member.deskId)),
  change: memberWhoMay('manage the desk')
    .input(z.object({ was: z.number().int().min(0), to: scaleShape }))
    .mutation(({ ctx, input }) => changeScale({ ...input, member: ctx.member })),
})
