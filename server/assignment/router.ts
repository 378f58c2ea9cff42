import { z } from 'zod'
import { priorities } from '../../db/vocabulary'
import { idShape, memberWhoMay, router } from '../trpc'
import { keepAbsence } from './absence/keep-absence'
import { readAbsences } from './absence/read-absences'
import { assign, assignSeveral } from './assign'
import { dayShape, dueShape } from './due/due'
import { readAssignments } from './read-assignments'
import { readMyWork, readPool } from './read-work'

const givenShape = z.object({
  articleId: idShape,
  to: idShape.nullable(),
  /** What is left out stays as it was; no due time is said with null. */
  terms: z
    .object({ due: dueShape.nullable().optional(), priority: z.enum(priorities).optional() })
    .nullable(),
  /** Longer words are refused with a sentence, not cut off here. */
  note: z.string().max(100_000),
})
const itemShape = z.object({ id: idShape, claimId: idShape, seen: idShape.nullable() })
const pageShape = z.object({
  /** How many came before this page. */
  cursor: z.number().int().min(0).max(1_000_000).nullish(),
  due: z.enum(['overdue', 'today']).nullable(),
})
const isEachOnce = (items: { claimId: string }[]) =>
  new Set(items.map(({ claimId }) => claimId)).size === items.length

/** Who works on which claims and articles. */
export const assignmentRouter = router({
  ofArticle: memberWhoMay('read the desk')
    .input(z.object({ articleId: idShape }))
    .query(({ ctx, input }) => readAssignments(input.articleId, ctx.member)),
  /** What the one who asks has and has not finished, a page at a time. */
  mine: memberWhoMay('read the desk')
    .input(pageShape)
    .query(({ ctx, input }) => readMyWork(ctx.member, { due: input.due, offset: input.cursor ?? 0 })),
  /** What came back and nobody has taken since. */
  pool: memberWhoMay('read the desk')
    .input(pageShape)
    .query(({ ctx, input }) => readPool(ctx.member, { due: input.due, offset: input.cursor ?? 0 })),
  /** Who is away, and until when. */
  absences: memberWhoMay('read the desk').query(({ ctx }) => readAbsences(ctx.member.deskId)),
  /** Says that one is away until back on a day, or back again (null). */
  setAway: memberWhoMay('take on work')
    .input(z.object({ backOn: dayShape.nullable() }))
    .mutation(({ ctx, input }) => keepAbsence(ctx.member, input.backOn)),
  assign: memberWhoMay('take on work')
    .input(givenShape.extend({ ...itemShape.shape, claimId: idShape.nullable() }))
    .mutation(({ ctx, input }) => assign({ ...input, member: ctx.member })),
  /** Several claims of one article, each judged on its own; answers in their order why not. */
  assignSeveral: memberWhoMay('assign work')
    .input(givenShape.extend({ items: z.array(itemShape).min(1).max(1_000).refine(isEachOnce) }))
    .mutation(({ ctx, input }) => assignSeveral({ ...input, member: ctx.member })),
})
