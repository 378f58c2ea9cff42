import { z } from 'zod'
import { waiverReasons } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { closeArticle, reopenArticle } from './close-article'
import { longestWaiverNote } from './closing'
import { keepLook } from './keep-look'
import { readClosing } from './read-closing'
import { readLooks, readSentences } from './read-coverage'

const articleShape = z.object({ articleId: idShape })
const place = z.number().int().nonnegative().max(100_000_000)
const sentenceShape = z.object({ start: place, end: place })

const waiverShape = z.object({
  reason: z.enum(waiverReasons),
  note: z.string().max(longestWaiverNote),
  sentences: z.array(sentenceShape).max(20_000),
})
/** One for each reason. */
const waiversShape = z
  .array(waiverShape)
  .max(waiverReasons.length)
  .refine((waivers) => new Set(waivers.map(({ reason }) => reason)).size === waivers.length)

/** Which sentences of an article were looked at. */
export const coverageRouter = router({
  sentences: memberWhoMay('read the desk')
    .input(articleShape)
    .query(({ ctx, input }) => readSentences(ctx.member, input.articleId)),
  looks: memberWhoMay('read the desk')
    .input(articleShape)
    .query(({ ctx, input }) => readLooks(ctx.member, input.articleId)),
  look: memberWhoMay('look through articles')
    .input(articleShape.extend({ lookId: idShape, sentence: sentenceShape, hasNoClaim: z.boolean() }))
    .mutation(({ ctx, input }) => keepLook({ ...input, member: ctx.member })),

  closing: memberWhoMay('read the desk')
    .input(articleShape)
    .query(({ ctx, input }) => readClosing(ctx.member, input.articleId)),
  close: memberWhoMay('close articles')
    .input(articleShape.extend({ waivers: waiversShape }))
    .mutation(({ ctx, input }) => closeArticle({ ...input, member: ctx.member })),
  reopen: memberWhoMay('close articles')
    .input(articleShape)
    .mutation(({ ctx, input }) => reopenArticle({ ...input, member: ctx.member })),
})
