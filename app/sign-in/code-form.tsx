'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { say } from '../../server/refusal'
import { words } from '../../server/words'
import { signInByCodeHere } from '../_api/session'
import { Field } from '../_form/field'
import { ProblemSummary } from '../_form/problem'
import { SubmitButton } from '../_form/submit-button'
import { useProblems } from '../_form/use-problems'

/** `ticket` is null where the browser keeps it by itself. */
type Props = { ticket: string | null; next: string; onBack?: () => void }

/** The second step of signing in, for who has set one up. */
export function CodeForm({ ticket, next, onBack }: Props) {
  const t = words()
  const { problems, tries, show } = useProblems()
  const [isBusy, setIsBusy] = useState(false)

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '')
    if (!code.trim()) return show([{ field: 'code', sentence: t('signIn.codeMissing') }])
    setIsBusy(true)
    const refusal = await signInByCodeHere(ticket, code)
    // A whole new page: what the browser kept of the person before is gone with it.
    if (!refusal) return window.location.assign(next)
    setIsBusy(false)
    show([{ field: refusal.code === 'code-wrong' ? 'code' : null, sentence: say(refusal) }])
  }

  return (
    <form method="post" noValidate onSubmit={signIn}>
      <ProblemSummary key={tries} title={t('signIn.problem')} problems={problems} />
      <p className="lead">{t('signIn.codeLead')}</p>
      <Field
        label={t('signIn.code')}
        name="code"
        inputMode="text"
        autoComplete="one-time-code"
        autoFocus
        problems={problems}
      />
      <SubmitButton className="btn primary lg block" isBusy={isBusy}>
        {t(isBusy ? 'signIn.busy' : 'signIn.submit')}
      </SubmitButton>
      <p className="after">
        {onBack ? (
          <button type="button" className="linkbtn" onClick={onBack}>
            {t('signIn.codeBack')}
          </button>
        ) : (
          <Link href="/sign-in">{t('signIn.codeBack')}</Link>
        )}
      </p>
    </form>
  )
}
