import { z } from 'zod'
import { priorities, type Role, roles, type Stage } from '../../db/vocabulary'
import { may } from '../member/member'
import { type DeskEvent, stageReached } from '../notice/event/event'
import type { Refusal } from '../refusal'

/** Stages that a claim reaches by somebody's act, at a moment that can be told. */
export const stagesReached = [
  'in-review',
  'returned',
  'published',
  'under-review',
  'retracted',
] as const satisfies Stage[]

/** Stages that a claim reaches by what people write, which no act tells of: who looks finds it there. */
export const stagesFound = ['to-check', 'ready', 'changed-since'] as const satisfies Stage[]

/** Roles that a rule may tell. */
export const toldRoles = roles.filter((role) => role !== 'observer')

const topicShape = z.string().trim().min(1).max(80)

/** When a rule's case has come. */
export const triggerShape = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('stage'), stage: z.enum([...stagesFound, ...stagesReached]) }),
  z.strictObject({ on: z.literal('topic'), topic: topicShape }),
  z.strictObject({ on: z.literal('priority'), priority: z.enum(priorities) }),
  z.strictObject({ on: z.literal('overdue') }),
])
export type Trigger = z.infer<typeof triggerShape>

/** What is done then. There is no act that approves or publishes: a person does that. */
export const ruleActShape = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('assign'), memberId: z.uuid().toLowerCase() }),
  z.strictObject({ does: z.literal('tell-member'), memberId: z.uuid().toLowerCase() }),
  z.strictObject({ does: z.literal('tell-role'), role: z.enum(toldRoles) }),
  z.strictObject({ does: z.literal('set-topic'), topic: topicShape }),
])
export type RuleAct = z.infer<typeof ruleActShape>

/** The member whom an act names; null for one that names none. */
export function targetIdOf(act: RuleAct): string | null {
  return 'memberId' in act ? act.memberId : null
}

/** Most rules of a desk: each is looked at with everything that happens. */
export const mostRules = 50

/** Whether an event is a rule's case. What a rule did is none, so that no two rules keep each other busy. */
export function isCase(trigger: Trigger, event: DeskEvent): boolean {
  if (event.isByRule) return false
  if (trigger.on === 'stage') return stageReached(event.kind) === trigger.stage
  return trigger.on === 'priority' && event.kind === 'assigned' && event.priority === trigger.priority
}

/** A member as a rule names them; `isHere` while they are on the desk. */
export type Named = { role: Role; isHere: boolean } | null

/**
 * Why a rule does nothing any more; null while it can. It acts in the name of whoever made it, so they must be on the
 * desk and may assign; so must be whom it names.
 */
export function whyBroken(
  act: RuleAct,
  { author, target }: { author: Named; target: Named },
): Refusal | null {
  if (!author?.isHere || !may(author, 'assign work')) return { code: 'rule-author-left' }
  if (targetIdOf(act) === null) return null
  if (!target?.isHere) return { code: 'rule-member-left' }
  return act.does === 'assign' && !may(target, 'take on work') ? { code: 'observers-take-no-work' } : null
}

/** Why a desk cannot have one more. */
export function whyNotAddRule(count: number): Refusal | null {
  return count < mostRules ? null : { code: 'rules-too-many', values: { most: mostRules } }
}

/** What a rule is about, as its key names it: each comes once. */
export const caseKey = (ruleId: string, subject: string) => `${ruleId} ${subject}`
