import { z } from 'zod'
import { idShape, memberWhoMay, router } from '../trpc'
import { addRule, removeRule, switchRule } from './change-rule'
import { readRules } from './read-rules'
import { ruleActShape, triggerShape } from './rule'

const named = z.object({ ruleId: idShape })

/** What a desk wants to be done by itself; its admins alone see and change it. */
export const ruleRouter = router({
  list: memberWhoMay('manage the desk').query(({ ctx }) => readRules(ctx.member)),
  add: memberWhoMay('manage the desk')
    .input(named.extend({ trigger: triggerShape, act: ruleActShape }))
    .mutation(({ ctx, input }) => addRule({ ...input, member: ctx.member })),
  turn: memberWhoMay('manage the desk')
    .input(named.extend({ isOn: z.boolean() }))
    .mutation(({ ctx, input }) => switchRule({ ...input, member: ctx.member })),
  remove: memberWhoMay('manage the desk')
    .input(named)
    .mutation(({ ctx, input }) => removeRule({ ...input, member: ctx.member })),
})
