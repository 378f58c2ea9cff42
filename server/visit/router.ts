import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { keepVisit } from './keep-visit'
import { readNews } from './read-news'
import { readArticleVisits } from './read-visits'

/** When members looked at articles: what others did since is marked for them. */
export const visitRouter = router({
  keep: memberWhoMay('remember visits')
    .input(z.object({ articleId: idShape, isSameVisit: z.boolean() }))
    .mutation(({ ctx, input }) => keepVisit({ ...input, member: ctx.member })),
  news: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape, since: z.date() }))
    .query(({ ctx, input }) => readNews(input, ctx.member)),
  ofArticles: memberWhoMay('read the desk').query(({ ctx }) => readArticleVisits(ctx.member)),
})
