'use client'
import '../../../../../_styles/desk/outward/rules.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { ReadState } from '@/app/_ui/wait/read-state'
import { say } from '@/server/refusal'
import type { AppRouter } from '@/server/router'
import { words } from '@/server/words'
import { dayOn } from '../../day-on'
import { FiringList } from './firing-list'
import { RuleForm } from './rule-form'
import { ruleInWords } from './rule-in-words'

export type Rules = inferRouterOutputs<AppRouter>['rule']['list']
type Props = { slug: string; timeZone: string; colleagues: { id: string; name: string }[] }

/** For admins: what is done by itself on the desk, and when that was last. */
export function RulesSection({ slug, timeZone, colleagues }: Props) {
  const t = words()
  const [isAdding, setAdding] = useState(false)
  const reading = useQuery(useTRPC().rule.list.queryOptions({ desk: slug }, { refetchInterval: 20_000 }))
  const { data } = reading
  return (
    <section className="setting" aria-labelledby="rules">
      <header>
        <h2 id="rules">{t('rule.title')}</h2>
        <p className="ink-2">{t('rule.lead')}</p>
      </header>
      <div className="rules">
        <ReadState of={reading} name={t('rule.title')} />
        {data?.rules.length === 0 && !isAdding && <p className="ink-2">{t('rule.none')}</p>}
        {data && data.rules.length > 0 && (
          <ul className="rule-list" aria-label={t('rule.list')}>
            {data.rules.map((rule) => (
              <RuleItem key={rule.id} {...{ slug, timeZone, rule }} />
            ))}
          </ul>
        )}
        {data &&
          (isAdding ? (
            <RuleForm slug={slug} colleagues={colleagues} onDone={() => setAdding(false)} />
          ) : (
            <button type="button" className="btn" onClick={() => setAdding(true)}>
              {t('rule.add')}
            </button>
          ))}
        {data && <FiringList slug={slug} {...data} />}
      </div>
    </section>
  )
}

type Item = { slug: string; timeZone: string; rule: Rules['rules'][number] }

/** One rule as a sentence, who made it, and whether it rests or does nothing any more. */
function RuleItem({ slug, timeZone, rule }: Item) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const shared = {
    onError: (error: unknown) => sayWrong(sentenceOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.rule.pathKey() }),
  }
  const turn = useMutation(trpc.rule.turn.mutationOptions(shared))
  const remove = useMutation(
    trpc.rule.remove.mutationOptions({ ...shared, onSuccess: () => sayDone(t('rule.removed')) }),
  )
  const named = { desk: slug, ruleId: rule.id }
  const sentence = ruleInWords(rule)
  return (
    <li aria-label={sentence}>
      <p>{sentence}</p>
      <p className="meta">
        {t('rule.addedBy', { name: rule.addedBy, date: dayOn(rule.addedAt, timeZone) })}
        {!rule.isOn && ` ${t('rule.rests')}`}
      </p>
      {rule.broken && <p className="notice bad">{t('rule.broken', { why: say(rule.broken) })}</p>}
      <div className="row">
        <button type="button" className="btn sm" onClick={() => turn.mutate({ ...named, isOn: !rule.isOn })}>
          {t(rule.isOn ? 'rule.rest' : 'rule.goOn')}
          <span className="vh">: {sentence}</span>
        </button>
        <button type="button" className="btn sm" onClick={() => remove.mutate(named)}>
          {t('rule.remove')}
          <span className="vh">: {sentence}</span>
        </button>
      </div>
    </li>
  )
}
