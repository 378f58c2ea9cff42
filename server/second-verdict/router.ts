import { z } from 'zod'
import { verdicts } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { askSecond } from './ask-second'
import { readAsked, readAskedOf } from './read-asked'
import { readWhoCanJudge } from './read-candidates'
import { readSecondVerdicts } from './read-second-verdicts'
import { signSecond } from './sign-second'
import { withdrawAsking } from './withdraw-asking'

const claimShape = z.object({ claimId: idShape })
// Longer ones are refused with a sentence, not cut off here.
const text = z.string().max(20_000)

/** Verdicts of members who have not seen the first one. */
export const secondVerdictRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(claimShape)
    .query(({ ctx, input }) => readSecondVerdicts(input.claimId, ctx.member)),
  candidates: memberWhoMay('ask for second verdicts')
    .input(claimShape)
    .query(({ ctx, input }) => readWhoCanJudge(input.claimId, ctx.member)),
  ask: memberWhoMay('ask for second verdicts')
    .input(claimShape.extend({ id: idShape, of: idShape }))
    .mutation(({ ctx, input }) => askSecond({ ...input, member: ctx.member })),
  takeBack: memberWhoMay('sign own verdicts')
    .input(z.object({ id: idShape }))
    .mutation(({ ctx, input }) => withdrawAsking({ ...input, member: ctx.member })),
  mine: memberWhoMay('sign own verdicts').query(({ ctx }) => readAskedOf(ctx.member)),
  asked: memberWhoMay('sign own verdicts')
    .input(claimShape)
    .query(({ ctx, input }) => readAsked(input.claimId, ctx.member)),
  give: memberWhoMay('sign own verdicts')
    .input(claimShape.extend({ id: idShape, verdict: z.enum(verdicts), reason: text, evidence: text }))
    .mutation(({ ctx, input }) => signSecond({ ...input, member: ctx.member })),
})
