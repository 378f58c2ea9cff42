import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { lineageOf, lookIn, makePass } from './admit'
import { readHistory } from './history/read-history'
import { readReplay } from './history/read-replay'
import { readPeople } from './read-people'

/** For a member who asks about an article's room; one of another desk looks like one that is not there. */
const inArticle = memberWhoMay('enter rooms')
  .input(z.object({ articleId: idShape }))
  .use(async ({ ctx, input, next }) => {
    await lookIn(ctx.member, input.articleId)
    return next()
  })

export const roomRouter = router({
  /** A pass for one connection; asked for anew at every reconnect, with the lineage of the words one brings. */
  pass: memberWhoMay('enter rooms')
    .input(z.object({ articleId: idShape, lineage: idShape.optional() }))
    .mutation(({ ctx, input: { articleId, lineage } }) =>
      makePass({ member: ctx.member, sessionId: ctx.person.sessionId, articleId, lineage }),
    ),

  /** Which life of the room this is: a restore begins another. */
  lineage: inArticle.query(({ input }) => lineageOf(input.articleId)),

  /** Who is at this moment in which room of the desk. */
  people: memberWhoMay('read the desk').query(({ ctx }) => readPeople(ctx.member)),

  /** A claim's life as entries, newest first; `before` is the last entry that is already known. */
  history: inArticle
    .input(z.object({ claimId: idShape, cursor: z.string().max(200).nullish() }))
    .query(({ input }) => readHistory({ ...input, before: input.cursor ?? null })),

  /** Updates of the whole room, page by page, to replay it. */
  replay: inArticle
    .input(z.object({ after: z.number().int().nonnegative() }))
    .query(({ input }) => readReplay(input)),
})
