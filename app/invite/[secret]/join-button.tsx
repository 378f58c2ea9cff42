'use client'
import { useMutation } from '@tanstack/react-query'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { ProblemSummary } from '../../_form/problem'

/** For who is signed in already: one press, and the desk opens. */
export function JoinButton({ secret, name }: { secret: string; name: string }) {
  const t = words()
  const join = useMutation(
    useTRPC().member.acceptInvitation.mutationOptions({
      onSuccess: ({ desk }) => window.location.assign(`/desk/${desk}`),
    }),
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
      <button type="submit" className="btn primary lg block" disabled={join.isPending}>
        {join.isPending ? t('invite.busy') : t('invite.joinAs', { name })}
      </button>
    </form>
  )
}
