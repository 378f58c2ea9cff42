'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { nameShape } from '../../../server/member/member'
import { passwordShape } from '../../../server/session/session'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { refusalOf, sentenceOf } from '../../_api/refusal-of'
import { signInHere } from '../../_api/session'
import { Field } from '../../_form/field'
import { ProblemSummary, problemsIn } from '../../_form/problem'
import { SubmitButton } from '../../_form/submit-button'
import { useProblems } from '../../_form/use-problems'

const shape = z.object({ name: nameShape, password: passwordShape })

type Props = { secret: string; email: string }

/** For somebody new: a name and a password for the invited address; then they are signed in and on the desk. */
export function JoinForm({ secret, email }: Props) {
  const t = words()
  const accept = useMutation(useTRPC().member.acceptInvitation.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const newcomer = shape.safeParse(typed)
    if (!newcomer.success) return show(problemsIn(shape, typed, sentences()))
    try {
      const { desk } = await accept.mutateAsync({ secret, newcomer: newcomer.data })
      const refusal = await signInHere(email, newcomer.data.password)
      window.location.assign(refusal ? `/sign-in?next=/desk/${desk}` : `/desk/${desk}`)
    } catch (error) {
      const field = refusalOf(error)?.code === 'email-taken' ? 'email' : null
      show([{ field, sentence: sentenceOf(error) }])
    }
  }

  return (
    // Without its script the form must not put a password into the address.
    <form method="post" noValidate onSubmit={join}>
      <ProblemSummary key={tries} title={t('invite.problem')} problems={problems} />
      <Field label={t('invite.name')} name="name" autoComplete="name" problems={problems} />
      <Field
        label={t('invite.email')}
        name="email"
        type="email"
        value={email}
        readOnly
        hint={t('invite.emailHint')}
        autoComplete="username"
        problems={problems}
      />
      <Field
        label={t('invite.password')}
        name="password"
        type="password"
        hint={t('invite.passwordHint')}
        autoComplete="new-password"
        problems={problems}
      />
      <SubmitButton className="btn primary lg block" isBusy={accept.isPending}>
        {t(accept.isPending ? 'invite.busy' : 'invite.submit')}
      </SubmitButton>
    </form>
  )
}

function sentences(): Record<string, string> {
  const t = words()
  return {
    name: t('newcomer.nameMissing'),
    password: t('newcomer.passwordMissing'),
  }
}
