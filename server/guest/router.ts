import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { addGuestLink } from './add-link'
import { readGuests } from './read-guests'
import { withdrawGuestLink } from './withdraw-link'

// A longer one is refused with a sentence, not cut off here.
const text = z.string().max(20_000)

/** Showing one submission to somebody outside. What guests themselves do has no procedure: `serve-guest.ts`. */
export const guestRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readGuests(input.claimId, ctx.member)),

  make: memberWhoMay('show submissions to guests')
    .input(
      z.object({
        id: idShape,
        submissionId: idShape,
        name: text,
        purpose: text,
        days: z.number(),
        clearanceId: idShape.nullable(),
      }),
    )
    .mutation(({ ctx, input }) => addGuestLink({ ...input, member: ctx.member })),

  withdraw: memberWhoMay('show submissions to guests')
    .input(z.object({ linkId: idShape }))
    .mutation(({ ctx, input }) => withdrawGuestLink({ ...input, member: ctx.member })),
})
