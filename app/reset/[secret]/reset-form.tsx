'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { passwordShape } from '../../../server/session/session'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { Field } from '../../_form/field'
import { ProblemSummary, problemsIn } from '../../_form/problem'
import { SubmitButton } from '../../_form/submit-button'
import { useProblems } from '../../_form/use-problems'

const shape = z.object({ password: passwordShape })

/** A new password by the link from a mail; then one signs in with it. */
export function ResetForm({ secret, email }: { secret: string; email: string }) {
  const t = words()
  const change = useMutation(useTRPC().session.changeForgotten.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const chosen = shape.safeParse(typed)
    if (!chosen.success) return show(problemsIn(shape, typed, { password: t('newcomer.passwordMissing') }))
    try {
      await change.mutateAsync({ secret, ...chosen.data })
      window.location.assign('/sign-in?changed=password')
    } catch (error) {
      show([{ field: null, sentence: sentenceOf(error) }])
    }
  }

  return (
    // Without its script the form must not put a password into the address.
    <form method="post" noValidate onSubmit={send}>
      <ProblemSummary key={tries} title={t('reset.problem')} problems={problems} />
      {/* For password managers: whose password this is. */}
      <input type="hidden" autoComplete="username" value={email} readOnly />
      <Field
        label={t('reset.password')}
        name="password"
        type="password"
        hint={t('reset.passwordHint')}
        autoComplete="new-password"
        problems={problems}
      />
      <SubmitButton className="btn primary lg block" isBusy={change.isPending}>
        {t(change.isPending ? 'reset.busy' : 'reset.submit')}
      </SubmitButton>
    </form>
  )
}
