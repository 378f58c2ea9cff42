'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { emailShape } from '../../../server/member/member'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { Field } from '../../_form/field'
import { ProblemSummary, problemsIn } from '../../_form/problem'
import { SubmitButton } from '../../_form/submit-button'
import { useProblems } from '../../_form/use-problems'

const shape = z.object({ email: emailShape })

/** Asks for a link to a new password; what follows is the same whether the address has an account or not. */
export function ForgottenForm() {
  const t = words()
  const ask = useMutation(useTRPC().session.askReset.mutationOptions())
  const { problems, tries, show } = useProblems()
  const [askedFor, setAskedFor] = useState<string | null>(null)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setAskedFor(null)
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const asked = shape.safeParse(typed)
    if (!asked.success) return show(problemsIn(shape, typed, { email: t('signIn.emailMissing') }))
    try {
      await ask.mutateAsync(asked.data)
      show([])
      setAskedFor(asked.data.email)
    } catch (error) {
      show([{ field: null, sentence: sentenceOf(error) }])
    }
  }

  return (
    <form method="post" noValidate onSubmit={send}>
      <ProblemSummary key={tries} title={t('forgotten.problem')} problems={problems} />
      <p role="status" className={askedFor ? 'notice' : 'vh'}>
        {askedFor && t('forgotten.asked', { email: askedFor })}
      </p>
      <Field
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        problems={problems}
      />
      <SubmitButton className="btn primary lg block" isBusy={ask.isPending}>
        {t(ask.isPending ? 'forgotten.busy' : 'forgotten.submit')}
      </SubmitButton>
    </form>
  )
}
