'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useState } from 'react'
import { words } from '../../../../../server/words'
import { refusalOf, sentenceOf } from '../../../../_api/refusal-of'
import { type Problem, ProblemSummary } from '../../../../_form/problem'
import { SubmitButton } from '../../../../_form/submit-button'
import { useProblems } from '../../../../_form/use-problems'
import { sayDone } from '../../../../_ui/toast'

/** A setting as it holds now, in words. */
export type Fact = { label: string; value: string }

type Props = {
  /** Names the section on the page, for links and labels. */
  id: string
  title: string
  lead: string
  facts: Fact[]
  mayChange: boolean
  /** Reads what was typed and sends it with what was seen; gives what is wrong with it instead where it cannot be sent. */
  save: (typed: FormData) => Promise<Problem[] | unknown>
  children: (problems: Problem[]) => ReactNode
}

/**
 * One subject of the settings: as facts for those who only read, as a form for those who may change it. When somebody
 * else was faster, what is typed stays and what holds now stands beside it: saving again then means it.
 */
export function SettingSection({ id, title, lead, facts, mayChange, save, children }: Props) {
  const t = words()
  const router = useRouter()
  const { problems, tries, show } = useProblems()
  const [isBusy, setBusy] = useState(false)
  const [isOvertaken, setOvertaken] = useState(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    try {
      const wrong = await save(new FormData(event.currentTarget))
      if (Array.isArray(wrong) && wrong.length) return show(wrong)
      show([])
      setOvertaken(false)
      sayDone(t('settings.saved'))
    } catch (error) {
      setOvertaken(refusalOf(error)?.code === 'setting-changed')
      show([{ field: null, sentence: sentenceOf(error) }])
    } finally {
      setBusy(false)
      router.refresh()
    }
  }

  return (
    <section className="setting" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p className="ink-2">{lead}</p>
      </header>
      {mayChange ? (
        <form method="post" noValidate onSubmit={send}>
          <ProblemSummary key={tries} title={t('settings.notSaved')} problems={problems} />
          {isOvertaken && <Facts facts={facts} />}
          {children(problems)}
          <SubmitButton className="btn" isBusy={isBusy}>
            {t('settings.save')} <span className="vh">{title}</span>
          </SubmitButton>
        </form>
      ) : (
        <Facts facts={facts} />
      )}
    </section>
  )
}

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="setting-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="label">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
