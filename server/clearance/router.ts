import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { requireClearance } from './add-clearance'
import { askInstead } from './ask-instead'
import { readClearancesOf } from './read-clearances'
import { signClearance } from './sign-clearance'
import { liftClearance } from './withdraw-clearance'

// A longer one is refused with a sentence, not cut off here.
const text = z.string().max(20_000)

/** What must be cleared, and by whom, before a claim is published. */
export const clearanceRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readClearancesOf(input.claimId, ctx.member)),

  require: memberWhoMay('require clearances')
    .input(z.object({ id: idShape, claimId: idShape, name: text, why: text, of: idShape.nullable() }))
    .mutation(({ ctx, input }) => requireClearance({ ...input, member: ctx.member })),

  sign: memberWhoMay('give clearances')
    .input(
      z.object({
        clearanceId: idShape,
        submissionId: idShape,
        hash: z.string().length(64),
        answer: z.enum(['given', 'refused']),
        note: text,
      }),
    )
    .mutation(({ ctx, input }) => signClearance({ ...input, member: ctx.member })),

  askInstead: memberWhoMay('require clearances')
    .input(z.object({ clearanceId: idShape, id: idShape, memberId: idShape, note: text }))
    .mutation(({ ctx, input }) => askInstead({ ...input, member: ctx.member })),

  lift: memberWhoMay('require clearances')
    .input(z.object({ clearanceId: idShape, note: text }))
    .mutation(({ ctx, input }) => liftClearance({ ...input, member: ctx.member })),
})
