import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { addComment, raiseThread } from './add-comment'
import { changeComment } from './change-comment'
import { readMentions } from './mention/read-mentions'
import { countThreads, readPassageThreads, readThreads, readVersions } from './read-threads'
import { bringBackThread, removeThread } from './remove-thread'
import { resolveThread } from './resolve-thread'
import { passageShape } from './thread'

const threadShape = z.object({ threadId: idShape })
/** Longer words are refused with a sentence, not cut off here. */
const text = z.string().max(100_000)
const settledShape = { isResolved: z.boolean(), isDeclined: z.boolean(), reason: z.string().max(1_000) }
const commentShape = threadShape.extend({ commentId: idShape, text })

/** Talk about claims, and about passages of articles. */
export const threadRouter = router({
  ofClaim: memberWhoMay('read the desk')
    .input(z.object({ claimId: idShape }))
    .query(({ ctx, input }) => readThreads(input.claimId, ctx.member)),
  onPassages: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readPassageThreads(input.articleId, ctx.member)),
  counts: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => countThreads(input.articleId, ctx.member)),
  mentions: memberWhoMay('read the desk').query(({ ctx }) => readMentions(ctx.member)),
  versions: memberWhoMay('read the desk')
    .input(z.object({ commentId: idShape }))
    .query(({ ctx, input }) => readVersions(input.commentId, ctx.member)),

  raise: memberWhoMay('discuss')
    .input(commentShape.extend({ claimId: idShape }))
    .mutation(({ ctx, input }) => raiseThread({ ...input, member: ctx.member })),
  raiseOnPassage: memberWhoMay('discuss')
    .input(commentShape.extend({ articleId: idShape, passage: passageShape }))
    .mutation(({ ctx, input }) => raiseThread({ ...input, member: ctx.member })),
  comment: memberWhoMay('discuss')
    .input(commentShape)
    .mutation(({ ctx, input }) => addComment({ ...input, member: ctx.member })),
  change: memberWhoMay('discuss')
    .input(z.object({ commentId: idShape, text, version: z.number().int().positive() }))
    .mutation(({ ctx, input }) => changeComment({ ...input, member: ctx.member })),
  resolve: memberWhoMay('discuss')
    .input(z.object({ ...threadShape.shape, ...settledShape }))
    .mutation(({ ctx, input }) => resolveThread({ ...input, member: ctx.member })),
  remove: memberWhoMay('discuss')
    .input(threadShape)
    .mutation(({ ctx, input }) => removeThread({ ...input, member: ctx.member })),
  bringBack: memberWhoMay('discuss')
    .input(threadShape)
    .mutation(({ ctx, input }) => bringBackThread({ ...input, member: ctx.member })),
})
