'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { type Role, roles } from '../../../../../db/vocabulary'
import type { Member } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { refusalOf, sentenceOf } from '../../../../_api/refusal-of'
import { BesideNewer } from '../../../../_form/beside-newer'
import { sayDone, sayWrong } from '../../../../_ui/toast'
import type { Colleague } from './member-list'

type Props = { slug: string; colleague: Colleague; me: Member }

/** A member's role, as a choice that holds at once; beside one that somebody was faster with, what holds now. */
export function RoleSelect({ slug, colleague, me }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const router = useRouter()
  // What was chosen and did not hold, until whoever chose says what they mean.
  const [unsaved, setUnsaved] = useState<Role | null>(null)
  const lookAgain = () => kept.invalidateQueries({ queryKey: trpc.member.list.queryKey({ desk: slug }) })
  const change = useMutation(
    trpc.member.changeRole.mutationOptions({
      onSuccess: (_, { role }) => {
        setUnsaved(null)
        sayDone(t('members.roleChanged', { name: colleague.name, role: t(`role.${role}`).toLowerCase() }))
        // One's own role decides what the whole page offers.
        if (colleague.id === me.id) router.refresh()
      },
      onError: async (error, { role }) => {
        if (refusalOf(error)?.code !== 'role-changed') return sayWrong(sentenceOf(error))
        await lookAgain()
        setUnsaved(role)
      },
      onSettled: lookAgain,
    }),
  )
  const isOvertaken = unsaved !== null && unsaved !== colleague.role
  const give = (role: Role) =>
    change.mutate({ desk: slug, memberId: colleague.id, was: colleague.role, role })
  const newer = { title: t('members.newerRole'), shown: <p>{t(`role.${colleague.role}`)}</p> }
  return (
    <BesideNewer
      newer={isOvertaken ? newer : null}
      take={t('members.leaveRole')}
      onTake={() => setUnsaved(null)}
    >
      <select
        className="select"
        aria-label={t('members.roleOf', { name: colleague.name })}
        value={change.isPending ? change.variables.role : isOvertaken ? unsaved : colleague.role}
        onChange={(event) => {
          // The options are the roles.
          const role = event.target.value as Role
          // What was told is chosen among first, and saved by its button.
          if (isOvertaken) setUnsaved(role)
          else give(role)
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
      {isOvertaken && (
        <button type="button" className="btn sm" disabled={change.isPending} onClick={() => give(unsaved)}>
          {t('newer.saveMine')}
          <span className="vh">: {colleague.name}</span>
        </button>
      )}
    </BesideNewer>
  )
}
