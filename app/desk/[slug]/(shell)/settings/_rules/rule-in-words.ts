import type { RuleAct, Trigger } from '@/server/rule/rule'
import { words } from '@/server/words'

/** A rule as one sentence; `named` is whom it names. */
export function ruleInWords(rule: { trigger: Trigger; act: RuleAct; named: string | null }): string {
  return words()('rule.says', { when: whenInWords(rule.trigger), deed: deedInWords(rule.act, rule.named) })
}

export function whenInWords(trigger: Trigger): string {
  const t = words()
  if (trigger.on === 'stage') return t(`rule.when.stage.${trigger.stage}`)
  if (trigger.on === 'priority') return t(`rule.when.priority.${trigger.priority}`)
  return trigger.on === 'topic' ? t('rule.when.topic', { topic: trigger.topic }) : t('rule.when.overdue')
}

function deedInWords(act: RuleAct, named: string | null): string {
  const t = words()
  if (act.does === 'tell-role') return t(`rule.deed.tell-role.${act.role}`)
  if (act.does === 'set-topic') return t('rule.deed.set-topic', { topic: act.topic })
  return t(`rule.deed.${act.does}`, { name: named ?? t('rule.gone') })
}
