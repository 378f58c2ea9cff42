import { z } from 'zod'
import { dueShape } from '../assignment/due/due'
import { idShape, memberWhoMay, router } from '../trpc'
import { addStep } from './queue/add-step'
import { changeBlock } from './queue/change-block'
import { countReports, readGiven, readOthers, readReport, readReports } from './queue/read-reports'
import { takeUp } from './queue/take-up'
import { reportStates } from './report'

const reportShape = z.object({ reportId: idShape })
const stepShape = reportShape.extend({ id: idShape, seen: idShape.nullable() })
const cursorShape = z.object({ at: z.date(), id: idShape })

/** What readers reported and suggested, and what the desk does with it. */
export const reportRouter = router({
  list: memberWhoMay('read reports')
    .input(z.object({ state: z.enum(reportStates).nullable(), cursor: cursorShape.nullish() }))
    .query(({ ctx, input }) => readReports(ctx.member, { ...input, after: input.cursor ?? null })),
  one: memberWhoMay('read reports')
    .input(reportShape)
    .query(({ ctx, input }) => readReport(ctx.member, input.reportId)),
  mine: memberWhoMay('read reports').query(({ ctx }) => readGiven(ctx.member)),
  counts: memberWhoMay('read reports').query(({ ctx }) => countReports(ctx.member)),
  others: memberWhoMay('answer reports')
    .input(reportShape)
    .query(({ ctx, input }) => readOthers(ctx.member, input.reportId)),
  answer: memberWhoMay('answer reports')
    // Longer words are refused with a sentence, not cut off here.
    .input(stepShape.extend({ answer: z.string().max(100_000), isPublic: z.boolean() }))
    .mutation(({ ctx, input: { answer, isPublic, ...input } }) =>
      addStep({ ...input, member: ctx.member, step: { kind: 'answered', answer, isPublic } }),
    ),
  takeUp: memberWhoMay('answer reports')
    .input(
      stepShape.extend({ task: z.object({ to: idShape, due: dueShape.nullable().optional() }).nullable() }),
    )
    .mutation(({ ctx, input }) => takeUp({ ...input, member: ctx.member })),
  markDuplicate: memberWhoMay('answer reports')
    .input(stepShape.extend({ duplicateOf: idShape }))
    .mutation(({ ctx, input: { duplicateOf, ...input } }) =>
      addStep({ ...input, member: ctx.member, step: { kind: 'duplicate', duplicateOf } }),
    ),
  setAside: memberWhoMay('answer reports')
    .input(stepShape.extend({ as: z.enum(['spam', 'put-back']) }))
    .mutation(({ ctx, input: { as, ...input } }) =>
      addStep({ ...input, member: ctx.member, step: { kind: as } }),
    ),
  block: memberWhoMay('answer reports')
    .input(reportShape.extend({ isBlocked: z.boolean() }))
    .mutation(({ ctx, input }) => changeBlock({ ...input, member: ctx.member })),
})
