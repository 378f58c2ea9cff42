import { expect, test } from 'vitest'
import { stages } from '../../db/vocabulary'
import type { DeskEvent } from '../../server/notice/event/event'
import {
  isCase,
  mostRules,
  type RuleAct,
  ruleActShape,
  triggerShape,
  whyBroken,
  whyNotAddRule,
} from '../../server/rule/rule'

const anEvent = (parts: Partial<DeskEvent> = {}): DeskEvent => ({
  ...{ kind: 'returned', deskId: 'd', subjectId: 's', articleId: 'a', claimId: 'c', version: null },
  ...parts,
})
const memberId = '01900000-0000-7000-8000-000000000001'
const here = (role: 'observer' | 'reviewer' | 'editor' | 'admin') => ({ role, isHere: true })
const give: RuleAct = { does: 'assign', memberId }

test('a rule about a stage has a case when a claim reaches it, and at no other', () => {
  expect(isCase({ on: 'stage', stage: 'returned' }, anEvent())).toBe(true)
  expect(isCase({ on: 'stage', stage: 'returned' }, anEvent({ kind: 'submitted' }))).toBe(false)
  for (const kind of ['published', 'corrected'] as const)
    expect(isCase({ on: 'stage', stage: 'published' }, anEvent({ kind }))).toBe(true)
})

test('a rule about a priority has a case when work of that priority is given', () => {
  const given = anEvent({ kind: 'assigned', priority: 'urgent' })
  expect(isCase({ on: 'priority', priority: 'urgent' }, given)).toBe(true)
  expect(isCase({ on: 'priority', priority: 'high' }, given)).toBe(false)
})

test('what a rule did is no rule’s case', () => {
  const given = anEvent({ kind: 'assigned', priority: 'urgent', isByRule: true })
  expect(isCase({ on: 'priority', priority: 'urgent' }, given)).toBe(false)
})

test.each(['approve', 'publish', 'decide', 'submit'])('no rule can %s', (does) => {
  expect(ruleActShape.safeParse({ does, memberId }).success).toBe(false)
})

test('a rule is about something that can be told', () => {
  expect(triggerShape.safeParse({ on: 'topic', topic: ' ' }).success).toBe(false)
  expect(triggerShape.safeParse({ on: 'stage', stage: 'approved' }).success).toBe(false)
  expect(triggerShape.parse({ on: 'topic', topic: ' dam ' })).toEqual({ on: 'topic', topic: 'dam' })
})

test('a rule may be about every stage that a claim can reach', () => {
  for (const stage of stages)
    expect(triggerShape.parse({ on: 'stage', stage })).toEqual({ on: 'stage', stage })
})

test('a rule does nothing once whoever made it may not assign, or whom it names is gone', () => {
  const works = { author: here('admin'), target: here('reviewer') }
  expect(whyBroken(give, works)).toBeNull()
  expect(whyBroken(give, { ...works, author: { role: 'admin', isHere: false } })?.code).toBe(
    'rule-author-left',
  )
  expect(whyBroken(give, { ...works, author: here('reviewer') })?.code).toBe('rule-author-left')
  expect(whyBroken(give, { ...works, target: { role: 'reviewer', isHere: false } })?.code).toBe(
    'rule-member-left',
  )
  expect(whyBroken(give, { ...works, target: here('observer') })?.code).toBe('observers-take-no-work')
  expect(whyBroken({ does: 'tell-member', memberId }, { ...works, target: here('observer') })).toBeNull()
  expect(whyBroken({ does: 'tell-role', role: 'editor' }, { ...works, target: null })).toBeNull()
})

test('a desk has a bounded number of rules', () => {
  expect(whyNotAddRule(mostRules - 1)).toBeNull()
  expect(whyNotAddRule(mostRules)?.code).toBe('rules-too-many')
})
