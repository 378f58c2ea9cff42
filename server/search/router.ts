import { z } from 'zod'
import { memberWhoMay, router } from '../trpc'
import { readHits } from './read-hits'
import { hitKinds, searchShape } from './search'

export const searchRouter = router({
  hits: memberWhoMay('read the desk')
    .input(z.object({ typed: searchShape, all: z.enum(hitKinds).nullable() }))
    .query(({ ctx, input }) => readHits(ctx.member, input.typed, input.all)),
})
