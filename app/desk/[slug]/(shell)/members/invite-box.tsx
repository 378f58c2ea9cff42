'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Role, roles } from '../../../../../db/vocabulary'
import { invitationDays } from '../../../../../server/member/invitation'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { sentenceOf } from '../../../../_api/refusal-of'
import { CopyLine } from '../../../../_form/copy-line'
import { sayDone, sayWrong } from '../../../../_ui/toast'
import { dayOn } from '../day-on'

type Props = { slug: string; timeZone: string }

/** Makes links onto the desk, and lists those that still hold. */
export function InviteBox({ slug, timeZone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const [role, setRole] = useState<Role>('editor')
  const onError = (error: unknown) => sayWrong(sentenceOf(error))
  const onSettled = () =>
    kept.invalidateQueries({ queryKey: trpc.member.invitations.queryKey({ desk: slug }) })
  const invite = useMutation(trpc.member.invite.mutationOptions({ onError, onSettled }))
  const makeLink = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ desk: slug, role })
  }
  return (
    <section className="import" aria-labelledby="invite">
      <h2 id="invite">{t('members.invite')}</h2>
      <p className="ink-2">{t('members.inviteLead', { days: invitationDays })}</p>
      <form className="invite-form" onSubmit={makeLink}>
        <div className="field">
          <label htmlFor="invite-role">{t('members.inviteRole')}</label>
          <select
            className="select"
            id="invite-role"
            value={role}
            aria-describedby="invite-meaning"
            // The options are the roles.
            onChange={(event) => setRole(event.target.value as Role)}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {t(`role.${each}`)}
              </option>
            ))}
          </select>
          <p className="meta" id="invite-meaning">
            {t(`roleMeaning.${role}`)}
          </p>
        </div>
        <button type="submit" className="btn primary" disabled={invite.isPending}>
          {t('members.makeLink')}
        </button>
      </form>
      {invite.data && (
        <CopyLine
          key={invite.data.path}
          label={t('members.link')}
          text={`${window.location.origin}${invite.data.path}`}
          note={t('members.linkNote')}
        />
      )}
      <OpenInvitations slug={slug} timeZone={timeZone} />
    </section>
  )
}

function OpenInvitations({ slug, timeZone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const { data: open = [] } = useQuery(trpc.member.invitations.queryOptions({ desk: slug }))
  const withdraw = useMutation(
    trpc.member.withdrawInvitation.mutationOptions({
      onSuccess: () => sayDone(t('members.withdrawn')),
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => kept.invalidateQueries({ queryKey: trpc.member.invitations.queryKey({ desk: slug }) }),
    }),
  )
  if (open.length === 0) return null
  return (
    <>
      <h3 className="label">{t('members.open')}</h3>
      <ul className="open-invitations">
        {open.map(({ id, role, expiresAt, invitedBy }) => {
          const values = { role: t(`role.${role}`), date: dayOn(expiresAt, timeZone), name: invitedBy }
          return (
            <li key={id} className="spread">
              <span>{t('members.openUntil', values)}</span>
              <button
                type="button"
                className="linkbtn"
                aria-label={t('members.withdrawOf', values)}
                onClick={() => withdraw.mutate({ desk: slug, id })}
              >
                {t('members.withdraw')}
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
