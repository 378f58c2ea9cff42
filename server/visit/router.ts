import { z } from 'zod'
import { visited } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { keepVisit } from './keep-visit'
import { readNews } from './read-news'
import { readArticleVisits } from './read-visits'

/** What members looked at, and when: what came since is marked for them. */
export const visitRouter = router({
  keep: memberWhoMay('remember visits')
    .input(z.object({ kind: z.enum(visited), thingId: idShape }))
    .mutation(({ ctx, input }) => keepVisit({ ...input, member: ctx.member })),
  news: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape, since: z.date() }))
    .query(({ ctx, input }) => readNews(input, ctx.member)),
  ofArticles: memberWhoMay('read the desk').query(({ ctx }) => readArticleVisits(ctx.member)),
})
