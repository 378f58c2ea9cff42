'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { invitationHours } from '../../server/member/invitation/invitation'
import { emailShape } from '../../server/member/member'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { sentenceOf } from '../_api/refusal-of'
import { CopyLine } from '../_form/copy-line'
import { Field } from '../_form/field'
import { ProblemSummary, problemsIn } from '../_form/problem'
import { SubmitButton } from '../_form/submit-button'
import { useProblems } from '../_form/use-problems'
import type { Founded } from './first-run'

const shape = z.object({ email: emailShape })

/** The link for the second person, made as soon as the desk is there: nobody can approve alone. */
export function InviteSecond({ founded }: { founded: Founded }) {
  const t = words()
  const invite = useMutation(useTRPC().member.invite.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function makeLink(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const invited = shape.safeParse(typed)
    if (!invited.success) return show(problemsIn(shape, typed, { email: t('newcomer.emailMissing') }))
    try {
      await invite.mutateAsync({ desk: founded.desk, role: 'editor', ...invited.data })
      show([])
    } catch (error) {
      show([{ field: null, sentence: sentenceOf(error) }])
    }
  }

  return (
    <div className="next">
      <div>
        <h1 tabIndex={-1} ref={focus}>
          {t('setup.inviteTitle')}
        </h1>
        <p className="lead">{t('setup.inviteLead', { desk: founded.name })}</p>
      </div>
      {founded.isSignedIn ? (
        <form className="invite-form" method="post" noValidate onSubmit={makeLink}>
          <ProblemSummary key={tries} title={t('setup.inviteProblem')} problems={problems} />
          <Field
            label={t('setup.inviteEmail')}
            name="email"
            type="email"
            autoComplete="off"
            problems={problems}
          />
          <SubmitButton className="btn lg" isBusy={invite.isPending}>
            {t('setup.inviteMake')}
          </SubmitButton>
        </form>
      ) : (
        <p className="notice">
          <span>{t('setup.signInNow')}</span>
        </p>
      )}
      {invite.data && (
        <CopyLine
          key={invite.data.path}
          label={t('setup.inviteLink')}
          text={`${window.location.origin}${invite.data.path}`}
          note={t('setup.inviteNote', { email: invite.variables.email, hours: invitationHours })}
        />
      )}
      <a className="btn primary lg" href={`/desk/${founded.desk}`}>
        {t('setup.toDesk')}
      </a>
    </div>
  )
}

// The form that had the focus is gone: the next step's heading takes it.
function focus(heading: HTMLElement | null): void {
  heading?.focus()
}
