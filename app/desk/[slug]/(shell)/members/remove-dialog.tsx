'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Member } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { ProblemSummary } from '../../../../_form/problem'
import { Dialog } from '../../../../_ui/dialog'
import { sayDone } from '../../../../_ui/toast'
import type { Colleague } from './member-list'

type Props = { slug: string; leaving: Colleague; me: Member; onClose: () => void }

/** Asks once more before a member is taken off the desk, and says when it cannot be done. */
export function RemoveDialog({ slug, leaving, me, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const remove = useMutation(
    trpc.member.remove.mutationOptions({
      onSuccess: () => {
        // Who removed themselves is signed out by it.
        if (leaving.id === me.id) return window.location.assign('/sign-in')
        sayDone(t('members.removed', { name: leaving.name }))
        onClose()
        return kept.invalidateQueries({ queryKey: trpc.member.list.queryKey({ desk: slug }) })
      },
    }),
  )
  return (
    <Dialog title={t('members.removeTitle', { name: leaving.name })} isOpen onClose={onClose}>
      <ProblemSummary
        key={remove.submittedAt}
        title={t('members.notRemoved')}
        problems={remove.error ? [{ field: null, sentence: sentenceOf(remove.error) }] : []}
      />
      <p>{t('members.removeLead')}</p>
      <div className="row">
        <button
          type="button"
          className="btn danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ desk: slug, memberId: leaving.id })}
        >
          {t('members.remove')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t('members.keep')}
        </button>
      </div>
    </Dialog>
  )
}
