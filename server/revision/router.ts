import { z } from 'zod'
import { watchRhythms } from '../../db/revision-words'
import { idShape, memberWhoMay, router } from '../trpc'
import { putUnplaced } from './passage/put-placements'
import { resolvePassage, signHold } from './passage/resolve-passage'
import { readArticleRevisions } from './read-revisions'
import { takePasted } from './take-pasted'
import { changeWatch } from './watch/change-watch'
import { fetchChanges } from './watch/fetch-changes'

const articleShape = z.object({ articleId: idShape })
const placementShape = z.object({ placementId: idShape })
const place = z.number().int().nonnegative().max(100_000_000)
const whereShape = z.discriminatedUnion('is', [
  z.object({ is: z.literal('here') }),
  z.object({ is: z.literal('elsewhere'), span: z.object({ start: place, end: place }) }),
  z.object({ is: z.literal('gone') }),
])

/** What an article said before and says now, and where its claims stand in that. */
export const revisionRouter = router({
  ofArticle: memberWhoMay('read the desk')
    .input(articleShape)
    .query(async ({ ctx, input }) => {
      await putUnplaced(ctx.member, input.articleId)
      return readArticleRevisions(ctx.member, input.articleId)
    }),
  fetch: memberWhoMay('import articles')
    .input(articleShape)
    .mutation(({ ctx, input }) => fetchChanges(ctx.member, input.articleId)),
  paste: memberWhoMay('import articles')
    .input(articleShape.extend({ content: z.string() }))
    .mutation(({ ctx, input }) => takePasted(ctx.member, input.articleId, input.content)),
  watch: memberWhoMay('import articles')
    .input(articleShape.extend({ rhythm: z.enum(watchRhythms) }))
    .mutation(({ ctx, input }) => changeWatch(ctx.member, input.articleId, input.rhythm)),
  settle: memberWhoMay('place passages')
    .input(placementShape.extend({ where: whereShape }))
    .mutation(({ ctx, input }) => resolvePassage(ctx.member, input.placementId, input.where)),
  hold: memberWhoMay('place passages')
    .input(placementShape)
    .mutation(({ ctx, input }) => signHold(ctx.member, input.placementId)),
})
