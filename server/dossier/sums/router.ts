import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../../trpc'
import { readSums } from './read-sums'

/** What does not add up within an article. */
export const sumsRouter = router({
  ofArticle: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readSums(ctx.member, input.articleId)),
})
