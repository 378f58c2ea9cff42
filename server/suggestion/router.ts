import { z } from 'zod'
import { suggestable } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { addSuggestion } from './add-suggestion'
import { decideSuggestion } from './decide-suggestion'
import { keepWritten } from './keep-written'
import { readSuggestions } from './read-suggestions'

/** Longer words are refused with a sentence, not cut off here. */
const text = z.string().max(200_000)

/** Suggested wordings of a claim's texts. */
export const suggestionRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readSuggestions(input.claimId, ctx.member)),
  add: memberWhoMay('discuss')
    .input(
      z.object({
        id: idShape,
        claimId: idShape,
        field: z.enum(suggestable),
        before: text,
        after: text,
        reason: z.string().max(1_000),
      }),
    )
    .mutation(({ ctx, input }) => addSuggestion({ ...input, member: ctx.member })),
  decide: memberWhoMay('discuss')
    .input(z.object({ suggestionId: idShape, isTaken: z.boolean() }))
    .mutation(({ ctx, input }) => decideSuggestion({ ...input, member: ctx.member })),
  written: memberWhoMay('discuss')
    .input(z.object({ suggestionId: idShape }))
    .mutation(({ ctx, input }) => keepWritten({ ...input, member: ctx.member })),
})
