import { z } from 'zod'

/** How editors of a desk agree: one of them, two of them, or two of three who vote. None of them wrote it, ever. */
export const approvalRules = ['one', 'two', 'vote'] as const
export type ApprovalRule = (typeof approvalRules)[number]
export const approvalRuleShape = z.enum(approvalRules)

/** How many approvals publish a submission, and how many returns send it back. */
export type Needed = { approvalsNeeded: number; returnsNeeded: number }

const needed: Record<ApprovalRule, Needed> = {
  one: { approvalsNeeded: 1, returnsNeeded: 1 },
  two: { approvalsNeeded: 2, returnsNeeded: 1 },
  // Of three votes two are equal, and two equal ones settle it before the third.
  vote: { approvalsNeeded: 2, returnsNeeded: 2 },
}

export const neededUnder = (rule: ApprovalRule): Needed => needed[rule]

/** The rule that numbers stand for. */
export function ruleNeeding({ approvalsNeeded, returnsNeeded }: Needed): ApprovalRule {
  if (returnsNeeded > 1) return 'vote'
  return approvalsNeeded > 1 ? 'two' : 'one'
}

/** Numbers that stand for one of the rules; other pairs cannot be set. */
export const neededShape = z
  .strictObject({ approvalsNeeded: z.int(), returnsNeeded: z.int() })
  .refine((pair) => {
    const known = needed[ruleNeeding(pair)]
    return known.approvalsNeeded === pair.approvalsNeeded && known.returnsNeeded === pair.returnsNeeded
  })
