import { z } from 'zod'
import { verdicts } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { addOwnVerdict } from './add-own-verdict'
import { readOwnVerdicts } from './read-own-verdicts'

/** What members hold a claim to be, each for themselves. */
export const ownVerdictRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readOwnVerdicts(input.claimId, ctx.member)),
  add: memberWhoMay('sign own verdicts')
    .input(
      z.object({
        id: idShape,
        claimId: idShape,
        verdict: z.enum(verdicts),
        // A longer one is refused with a sentence, not cut off here.
        reason: z.string().max(20_000),
        mayBePublished: z.boolean().default(false),
      }),
    )
    .mutation(({ ctx, input }) => addOwnVerdict({ ...input, member: ctx.member })),
})
