'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { z } from 'zod'
import { type Role, roles } from '../../../../../db/vocabulary'
import { invitationHours } from '../../../../../server/member/invitation/invitation'
import { emailShape } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { useTRPC } from '../../../../_api/client'
import { refusalOf, sentenceOf } from '../../../../_api/refusal-of'
import { CopyLine } from '../../../../_form/copy-line'
import { Field } from '../../../../_form/field'
import { ProblemSummary, problemsIn } from '../../../../_form/problem'
import { useProblems } from '../../../../_form/use-problems'
import { sayDone, sayWrong } from '../../../../_ui/toast'
import { ReadState } from '../../../../_ui/wait/read-state'
import { dayOn } from '../day-on'

type Props = { slug: string; timeZone: string }

const shape = z.object({ email: emailShape })

/** Makes links onto the desk, and lists those that still hold. */
export function InviteBox({ slug, timeZone }: Props) {
  const t = words()
  const trpc = useTRPC()
  const kept = useQueryClient()
  const [role, setRole] = useState<Role>('editor')
  const { problems, tries, show } = useProblems()
  const onSettled = () =>
    kept.invalidateQueries({ queryKey: trpc.member.invitations.queryKey({ desk: slug }) })
  const invite = useMutation(trpc.member.invite.mutationOptions({ onSettled }))

  async function makeLink(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const typed = Object.fromEntries(new FormData(form))
    const invited = shape.safeParse(typed)
    if (!invited.success) return show(problemsIn(shape, typed, { email: t('members.inviteEmailMissing') }))
    try {
      await invite.mutateAsync({ desk: slug, role, ...invited.data })
      form.reset()
      show([])
    } catch (error) {
      const field = refusalOf(error)?.code === 'invited-is-here' ? 'email' : null
      show([{ field, sentence: sentenceOf(error) }])
    }
  }

  return (
    <section className="import" aria-labelledby="invite">
      <h2 id="invite">{t('members.invite')}</h2>
      <p className="ink-2">{t('members.inviteLead', { hours: invitationHours })}</p>
      <form className="invite-form" method="post" noValidate onSubmit={makeLink}>
        <ProblemSummary key={tries} title={t('members.notInvited')} problems={problems} />
        <Field
          label={t('members.inviteEmail')}
          name="email"
          type="email"
          autoComplete="off"
          problems={problems}
        />
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
          note={t(invite.data.isMailed ? 'members.linkMailed' : 'members.linkNote', {
            email: invite.variables.email,
          })}
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
  const reading = useQuery(trpc.member.invitations.queryOptions({ desk: slug }))
  const open = reading.data ?? []
  const withdraw = useMutation(
    trpc.member.withdrawInvitation.mutationOptions({
      onSuccess: () => sayDone(t('members.withdrawn')),
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => kept.invalidateQueries({ queryKey: trpc.member.invitations.queryKey({ desk: slug }) }),
    }),
  )
  return (
    <>
      <h3 className="label">{t('members.open')}</h3>
      <ReadState of={reading} name={t('members.open')} lines={2} />
      {reading.data?.length === 0 && <p className="meta">{t('members.openNone')}</p>}
      <ul className="open-invitations">
        {open.map(({ id, email, role, expiresAt, invitedBy }) => {
          const as = t(`role.${role}`).toLowerCase()
          const values = { email, role: as, date: dayOn(expiresAt, timeZone), name: invitedBy }
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
