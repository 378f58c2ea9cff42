import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { limitArticle, nameSelf } from './change-limit'
import { readLimit, readLimits } from './read-limit'

const articleShape = z.object({ articleId: idShape })
const namedShape = z.array(idShape).max(500)

/** Articles that only some of the desk may know of. */
export const limitRouter = router({
  ofArticle: memberWhoMay('limit articles')
    .input(articleShape)
    .query(({ ctx, input }) => readLimit(ctx.member, input.articleId)),
  set: memberWhoMay('limit articles')
    .input(articleShape.extend({ was: namedShape.nullable(), members: namedShape.min(1).nullable() }))
    .mutation(({ ctx, input }) => limitArticle({ ...input, member: ctx.member })),
  ofDesk: memberWhoMay('manage members').query(({ ctx }) => readLimits(ctx.member)),
  nameSelf: memberWhoMay('manage members')
    .input(articleShape)
    .mutation(({ ctx, input }) => nameSelf({ ...input, member: ctx.member })),
})
