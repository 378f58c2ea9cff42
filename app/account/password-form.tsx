'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { passwordShape } from '../../server/session/session'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { refusalOf, sentenceOf } from '../_api/refusal-of'
import { Field } from '../_form/field'
import { ProblemSummary, problemsIn } from '../_form/problem'
import { SubmitButton } from '../_form/submit-button'
import { useProblems } from '../_form/use-problems'
import { sayDone } from '../_ui/toast'

const shape = z.object({ current: z.string().min(1), next: passwordShape })

/** One's own password, changed after showing the current one. */
export function PasswordForm() {
  const t = words()
  const change = useMutation(useTRPC().session.changePassword.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const typed = Object.fromEntries(new FormData(form))
    const passwords = shape.safeParse(typed)
    if (!passwords.success) return show(problemsIn(shape, typed, sentences()))
    try {
      await change.mutateAsync(passwords.data)
      form.reset()
      show([])
      sayDone(t('members.changed'))
    } catch (error) {
      const field = refusalOf(error)?.code === 'password-wrong' ? 'current' : null
      show([{ field, sentence: sentenceOf(error) }])
    }
  }

  return (
    <section className="setting" aria-labelledby="password">
      <header>
        <h2 id="password">{t('members.password')}</h2>
        <p className="ink-2">{t('members.passwordLead')}</p>
      </header>
      {/* Without its script the form must not put a password into the address. */}
      <form method="post" noValidate onSubmit={send}>
        <ProblemSummary key={tries} title={t('members.passwordProblem')} problems={problems} />
        <Field
          label={t('members.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          problems={problems}
        />
        <Field
          label={t('members.next')}
          name="next"
          type="password"
          hint={t('members.nextHint')}
          autoComplete="new-password"
          problems={problems}
        />
        <SubmitButton className="btn" isBusy={change.isPending}>
          {t('members.change')}
        </SubmitButton>
      </form>
    </section>
  )
}

function sentences(): Record<string, string> {
  const t = words()
  return { current: t('members.currentMissing'), next: t('members.nextMissing') }
}
