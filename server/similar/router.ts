import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { addRelation, addRelationToCheck } from './add-relation'
import { readReusable } from './read-reusable'
import { readCheckedBefore, readSimilar } from './read-similar'
import { relationShape } from './similar'

/** Claims that sound like one, and how members say that two stand to each other. */
export const similarRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape, text: z.string().max(2_000).optional() }))
    .query(({ ctx, input }) => readSimilar(ctx.member, input)),
  checkedBefore: memberWhoMay('read the desk')
    .input(z.object({ text: z.string().max(2_000) }))
    .query(({ ctx, input }) => readCheckedBefore(ctx.member, input.text)),
  say: memberWhoMay('relate claims')
    .input(z.object({ id: idShape, claimId: idShape, otherId: idShape, relation: relationShape }))
    .mutation(({ ctx, input }) => addRelation({ ...input, member: ctx.member })),
  sayOfNumber: memberWhoMay('relate claims')
    .input(
      z.object({
        ...{ id: idShape, claimId: idShape, relation: relationShape },
        number: z.number().int().positive().max(2_147_483_647),
      }),
    )
    .mutation(({ ctx, input }) => addRelationToCheck({ ...input, member: ctx.member })),
  sources: memberWhoMay('read the desk')
    .input(z.object({ number: z.number().int().positive().max(2_147_483_647) }))
    .query(({ ctx, input }) => readReusable(ctx.member, input.number)),
})
