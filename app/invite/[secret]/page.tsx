import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { whyNotFor } from '../../../server/member/invitation/invitation'
import { say } from '../../../server/refusal'
import { words } from '../../../server/words'
import { ApiProvider } from '../../_api/client'
import { answerOrRefusal, api, currentPerson } from '../../_api/server'
import { EntryPage } from '../../_entry/entry-page'
import { ProviderButton } from '../../_entry/provider-button'
import { SignOut } from '../../_entry/sign-out'
import { JoinButton } from './join-button'
import { JoinForm } from './join-form'

// The address is a secret: no other site may learn it from a link.
export const generateMetadata = (): Metadata => ({
  title: words()('invite.pageTitle'),
  referrer: 'no-referrer',
})

type Props = { params: Promise<{ secret: string }>; searchParams: Promise<{ by?: string | string[] }> }

export default async function InvitePage({ params, searchParams }: Props) {
  const t = words()
  const { secret } = await params
  const { answer: invitation, refusal } = await answerOrRefusal(
    (await api()).member.openInvitation({ secret }),
  )
  const person = await currentPerson()
  // Who is new here has joined already, with the provider's word for the address.
  if (refusal && person && (await searchParams).by === 'provider') redirect('/')
  if (refusal) return <Closed sentence={say(refusal)} />
  const { provider } = await (await api()).session.waysIn()
  const { desk, email, role, invitedBy } = invitation
  const lead = t('invite.lead', {
    inviter: invitedBy,
    role: t(`role.${role}`).toLowerCase(),
    meaning: t(`roleMeaning.${role}`),
  })
  return (
    <EntryPage title={t('invite.title', { desk })} lead={lead}>
      <ApiProvider>
        {person ? (
          <JoinButton secret={secret} name={person.name} reason={whyNotFor({ email }, person)} />
        ) : (
          <JoinForm secret={secret} email={email} />
        )}
      </ApiProvider>
      {person ? (
        <p className="after">
          {t('invite.as', { name: person.name, email: person.email })}{' '}
          <SignOut className="linkbtn">{t('invite.somebodyElse')}</SignOut>
        </p>
      ) : (
        <>
          <p className="after">
            <Link href={`/sign-in?next=/invite/${secret}`}>{t('invite.haveAccount')}</Link>
          </p>
          {provider && <ProviderButton provider={provider} next={`/invite/${secret}?by=provider`} />}
        </>
      )}
    </EntryPage>
  )
}

function Closed({ sentence }: { sentence: string }) {
  const t = words()
  return (
    <EntryPage title={t('invite.closedTitle')} lead={sentence}>
      <Link className="btn lg block" href="/">
        {t('invite.toSignIn')}
      </Link>
    </EntryPage>
  )
}
