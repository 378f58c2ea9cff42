'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, Fragment, type ReactNode, useState } from 'react'
import { words } from '../../../../../server/words'
import { refusalOf, sentenceOf } from '../../../../_api/refusal-of'
import { BesideNewer } from '../../../../_form/beside-newer'
import { type Problem, ProblemSummary } from '../../../../_form/problem'
import { SubmitButton } from '../../../../_form/submit-button'
import { useAsRead } from '../../../../_form/use-as-read'
import { useProblems } from '../../../../_form/use-problems'
import { sayDone } from '../../../../_ui/toast'

/** A setting as it holds now, in words. */
export type Fact = { label: string; value: string }

/** What came of saving: what keeps it from being sent, or what was saved. */
export type Outcome<Kept> = { problems: Problem[] } | { kept: Kept }

type Props<Kept> = {
  /** Names the section on the page, for links and labels. */
  id: string
  title: string
  lead: string
  facts: Fact[]
  /** What the page says is kept now, or its number. */
  kept: Kept
  mayChange: boolean
  /** Reads what was typed and sends it with what was read; gives what is wrong with it instead where it cannot be sent. */
  save: (typed: FormData, was: Kept) => Promise<Outcome<Kept>>
  /** Fills again, from what is kept now, what the section holds on to itself. */
  onTake?: () => void
  /** The fields, filled from what was read. */
  children: (problems: Problem[], read: Kept) => ReactNode
}

/**
 * One subject of the settings: as facts for those who only read, as a form for those who may change it. When somebody
 * else was faster, what is typed stays and what holds now stands beside it: saving again then means it.
 */
export function SettingSection<Kept>(props: Props<Kept>) {
  const { id, title, lead, facts, kept, mayChange, save, onTake, children } = props
  const t = words()
  const router = useRouter()
  const { problems, tries, show } = useProblems()
  const [isBusy, setBusy] = useState(false)
  const { read, isNewer, was, times, saved, overtaken, take } = useAsRead(kept)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    try {
      const outcome = await save(new FormData(event.currentTarget), was)
      if ('problems' in outcome) return show(outcome.problems)
      show([])
      saved(outcome.kept)
      sayDone(t('settings.saved'))
    } catch (error) {
      if (refusalOf(error)?.code === 'setting-changed') overtaken()
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
          <BesideNewer
            newer={isNewer ? { title: t('settings.newer'), shown: <Facts facts={facts} /> } : null}
            take={t('newer.take')}
            onTake={() => {
              take()
              onTake?.()
              show([])
            }}
          >
            <Fragment key={times}>{children(problems, read)}</Fragment>
          </BesideNewer>
          <SubmitButton className="btn" isBusy={isBusy}>
            {t(isNewer ? 'newer.saveMine' : 'settings.save')} <span className="vh">{title}</span>
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
