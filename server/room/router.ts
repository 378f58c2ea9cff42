import { z } from 'zod'
import { onDesk, router } from '../trpc'
import { articlesOnDesk, makePass } from './admit'
import { peopleIn } from './people-in'

export const roomRouter = router({
  /** A pass for one connection; asked for anew at every reconnect. */
  pass: onDesk
    .input(z.object({ articleId: z.uuid() }))
    .mutation(({ ctx, input }) =>
      makePass({ member: ctx.member, sessionId: ctx.person.sessionId, articleId: input.articleId }),
    ),

  /** Who is at this moment in the rooms of these articles, by article; other desks' rooms look empty. */
  people: onDesk.input(z.object({ articleIds: z.array(z.uuid()).max(500) })).query(async ({ ctx, input }) => {
    const ours = await articlesOnDesk(input.articleIds, ctx.member.deskId)
    return Object.fromEntries(ours.map((articleId) => [articleId, peopleIn(articleId)]))
  }),
})
