import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { readDeleted } from './read-deleted'
import { bringBackArticle, removeArticle } from './remove-article'

const articleShape = z.object({ articleId: idShape })
const cursorShape = z.object({ at: z.date(), id: idShape })

/** What was deleted on a desk, and the way back. */
export const deletedRouter = router({
  list: memberWhoMay('read the desk')
    .input(z.object({ cursor: cursorShape.nullish() }))
    .query(({ ctx, input }) => readDeleted(ctx.member, input.cursor ?? null)),
  removeArticle: memberWhoMay('delete articles')
    .input(articleShape)
    .mutation(({ ctx, input }) => removeArticle({ ...input, member: ctx.member })),
  bringBackArticle: memberWhoMay('delete articles')
    .input(articleShape)
    .mutation(({ ctx, input }) => bringBackArticle({ ...input, member: ctx.member })),
})
