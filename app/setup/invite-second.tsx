'use client'
import { useQuery } from '@tanstack/react-query'
import { invitationDays } from '../../server/member/invitation'
import { words } from '../../server/words'
import { useTRPCClient } from '../_api/client'
import { sentenceOf } from '../_api/refusal-of'
import { CopyLine } from '../_form/copy-line'
import type { Founded } from './first-run'

/** The link for the second person, made as soon as the desk is there: nobody can approve alone. */
export function InviteSecond({ founded }: { founded: Founded }) {
  const t = words()
  const client = useTRPCClient()
  // Asked once, when this step appears: each asking makes a new link.
  const link = useQuery({
    queryKey: ['second person', founded.desk],
    queryFn: () => client.member.invite.mutate({ desk: founded.desk, role: 'editor' }),
    enabled: founded.isSignedIn,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className="next">
      <div>
        <h1 tabIndex={-1} ref={focus}>
          {t('setup.inviteTitle')}
        </h1>
        <p className="lead">{t('setup.inviteLead', { desk: founded.name })}</p>
      </div>
      {link.data && (
        <CopyLine
          label={t('setup.inviteLink')}
          text={`${window.location.origin}${link.data.path}`}
          note={t('setup.inviteNote', { days: invitationDays })}
        />
      )}
      {link.error && (
        <p className="notice warn">
          <span>{t('setup.noInvite', { reason: sentenceOf(link.error) })}</span>
        </p>
      )}
      {!founded.isSignedIn && (
        <p className="notice">
          <span>{t('setup.signInNow')}</span>
        </p>
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
