'use client'
import { useMutation } from '@tanstack/react-query'
import { type Refusal, say } from '../../../server/refusal'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { ProblemSummary } from '../../_form/problem'
import { SubmitButton } from '../../_form/submit-button'

type Props = { secret: string; name: string; reason: Refusal | null }

/** For who is signed in already: one press, and the desk opens; or why the invitation is not theirs. */
export function JoinButton({ secret, name, reason }: Props) {
  const t = words()
  const join = useMutation(
    useTRPC().member.acceptInvitation.mutationOptions({
      onSuccess: ({ desk }) => window.location.assign(`/desk/${desk}`),
    }),
  )
  if (reason)
    return (
      <p className="notice">
        <span>{say(reason)}</span>
      </p>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        join.mutate({ secret, newcomer: null })
      }}
    >
      <ProblemSummary
        key={join.submittedAt}
        title={t('invite.problem')}
        problems={join.error ? [{ field: null, sentence: sentenceOf(join.error) }] : []}
      />
      <SubmitButton className="btn primary lg block" isBusy={join.isPending}>
        {join.isPending ? t('invite.busy') : t('invite.joinAs', { name })}
      </SubmitButton>
    </form>
  )
}
