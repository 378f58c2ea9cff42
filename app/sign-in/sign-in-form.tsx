'use client'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { emailShape } from '../../server/member/member'
import { say } from '../../server/refusal'
import { words } from '../../server/words'
import { signInHere } from '../_api/session'
import { Field } from '../_form/field'
import { ProblemSummary, problemsIn } from '../_form/problem'
import { SubmitButton } from '../_form/submit-button'
import { useProblems } from '../_form/use-problems'
import { CodeForm } from './code-form'

const shape = z.object({ email: emailShape, password: z.string().min(1) })

/** E-mail and password; what was typed stays when it was wrong. */
export function SignInForm({ next }: { next: string }) {
  const t = words()
  const { problems, tries, show } = useProblems()
  const [isBusy, setIsBusy] = useState(false)
  const [ticket, setTicket] = useState<string | null>(null)

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const found = problemsIn(shape, typed, {
      email: t('signIn.emailMissing'),
      password: t('signIn.passwordMissing'),
    })
    if (found.length > 0) return show(found)
    setIsBusy(true)
    const refusal = await signInHere(String(typed.email), String(typed.password))
    // A whole new page: what the browser kept of the person before is gone with it.
    if (!refusal) return window.location.assign(next)
    setIsBusy(false)
    if (refusal.code === 'code-needed') return setTicket(String(refusal.values?.ticket))
    show([{ field: null, sentence: say(refusal) }])
  }

  if (ticket) return <CodeForm ticket={ticket} next={next} onBack={() => setTicket(null)} />
  return (
    // Without its script the form must not put a password into the address.
    <form method="post" noValidate onSubmit={signIn}>
      <ProblemSummary key={tries} title={t('signIn.problem')} problems={problems} />
      <Field
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        problems={problems}
      />
      <Field
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        problems={problems}
      />
      <SubmitButton className="btn primary lg block" isBusy={isBusy}>
        {t(isBusy ? 'signIn.busy' : 'signIn.submit')}
      </SubmitButton>
    </form>
  )
}
