'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Field, SelectField } from '@/app/_form/field'
import { ProblemSummary } from '@/app/_form/problem'
import { SubmitButton } from '@/app/_form/submit-button'
import { useProblems } from '@/app/_form/use-problems'
import { sayDone } from '@/app/_ui/toast'
import { priorities } from '@/db/vocabulary'
import {
  type RuleAct,
  ruleActShape,
  stagesFound,
  stagesReached,
  type Trigger,
  toldRoles,
  triggerShape,
} from '@/server/rule/rule'
import { words } from '@/server/words'
import { whenInWords } from './rule-in-words'

type Props = { slug: string; colleagues: { id: string; name: string }[]; onDone: () => void }

/** A new rule: when, and what then. */
export function RuleForm({ slug, colleagues, onDone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { problems, tries, show } = useProblems()
  // Made once: sent again after a lost answer, it is the same rule.
  const [ruleId] = useState(() => uuid())
  const [when, setWhen] = useState(0)
  const [then, setThen] = useState(0)
  const add = useMutation(trpc.rule.add.mutationOptions())
  const does = deeds(colleagues)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typedTrigger = triggers[when] ?? { on: 'topic', topic: form.get('rule-topic') }
    const typedAct = does[then]?.act ?? { does: 'set-topic', topic: form.get('rule-new-topic') }
    const [trigger, act] = [triggerShape.safeParse(typedTrigger), ruleActShape.safeParse(typedAct)]
    if (!trigger.success || !act.success) {
      const missing = { field: 'rule-topic', sentence: t('rule.topicMissing') }
      const missingToGive = { field: 'rule-new-topic', sentence: t('rule.newTopicMissing') }
      return show([...(trigger.success ? [] : [missing]), ...(act.success ? [] : [missingToGive])])
    }
    try {
      await add.mutateAsync({ desk: slug, ruleId, trigger: trigger.data, act: act.data })
      sayDone(t('rule.saved'))
      onDone()
    } catch (error) {
      show([{ field: null, sentence: sentenceOf(error) }])
    } finally {
      queries.invalidateQueries({ queryKey: trpc.rule.pathKey() })
    }
  }

  return (
    <form method="post" noValidate onSubmit={send} aria-label={t('rule.addTitle')}>
      <ProblemSummary key={tries} title={t('rule.notSaved')} problems={problems} />
      <SelectField
        label={t('rule.whenLabel')}
        name="rule-when"
        value={when}
        onChange={(event) => setWhen(Number(event.target.value))}
        problems={problems}
      >
        {triggers.map((trigger, place) => (
          <option key={trigger ? JSON.stringify(trigger) : 'topic'} value={place}>
            {trigger ? whenInWords(trigger) : t('rule.when.anyTopic')}
          </option>
        ))}
      </SelectField>
      {triggers[when] === null && (
        <Field label={t('rule.topicLabel')} name="rule-topic" maxLength={80} problems={problems} />
      )}
      <SelectField
        label={t('rule.thenLabel')}
        name="rule-then"
        value={then}
        onChange={(event) => setThen(Number(event.target.value))}
        problems={problems}
      >
        {does.map(({ act, said }, place) => (
          <option key={act ? JSON.stringify(act) : 'topic'} value={place}>
            {said}
          </option>
        ))}
      </SelectField>
      {does[then]?.act === null && (
        <Field label={t('rule.newTopicLabel')} name="rule-new-topic" maxLength={80} problems={problems} />
      )}
      <div className="row">
        <SubmitButton className="btn" isBusy={add.isPending}>
          {t('rule.save')} <span className="vh">{t('rule.title')}</span>
        </SubmitButton>
        <button type="button" className="btn quiet" onClick={onDone}>
          {t('rule.cancel')}
        </button>
      </div>
    </form>
  )
}

/** What a rule can wait for; null stands for a topic that is still to be typed. */
const triggers: (Trigger | null)[] = [
  ...[...stagesFound, ...stagesReached].map((stage): Trigger => ({ on: 'stage', stage })),
  null,
  ...priorities.map((priority): Trigger => ({ on: 'priority', priority })),
  { on: 'overdue' },
]

/** What a rule can do, with its words; null stands for a topic that is still to be typed. */
function deeds(colleagues: Props['colleagues']): { act: RuleAct | null; said: string }[] {
  const t = words()
  const toMember = (does: 'assign' | 'tell-member') =>
    colleagues.map(({ id: memberId, name }) => ({
      act: { does, memberId },
      said: t(`rule.deed.${does}`, { name }),
    }))
  const toRole = toldRoles.map((role) => ({
    act: { does: 'tell-role' as const, role },
    said: t(`rule.deed.tell-role.${role}`),
  }))
  const topic = { act: null, said: t('rule.deed.anyTopic') }
  return [...toMember('assign'), ...toMember('tell-member'), ...toRole, topic]
}
