'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type Role, roles } from '../../../../../db/vocabulary'
import type { Member } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { sayDone, sayWrong } from '../../../../_ui/toast'
import type { Colleague } from './member-list'

type Props = { slug: string; colleague: Colleague; me: Member }

/** A member's role, as a choice that holds at once. */
export function RoleSelect({ slug, colleague, me }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const router = useRouter()
  const change = useMutation(
    trpc.member.changeRole.mutationOptions({
      onSuccess: (_, { role }) => {
        sayDone(t('members.roleChanged', { name: colleague.name, role: t(`role.${role}`).toLowerCase() }))
        // One's own role decides what the whole page offers.
        if (colleague.id === me.id) router.refresh()
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => kept.invalidateQueries({ queryKey: trpc.member.list.queryKey({ desk: slug }) }),
    }),
  )
  return (
    <select
      className="select"
      aria-label={t('members.roleOf', { name: colleague.name })}
      value={change.isPending ? change.variables.role : colleague.role}
      onChange={(event) =>
        change.mutate({
          ...{ desk: slug, memberId: colleague.id, was: colleague.role },
          // The options are the roles.
          role: event.target.value as Role,
        })
      }
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(`role.${role}`)}
        </option>
      ))}
    </select>
  )
}
