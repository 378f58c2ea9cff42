import type { Metadata } from 'next'
import Link from 'next/link'
import { say } from '../../../server/refusal'
import { words } from '../../../server/words'
import { ApiProvider } from '../../_api/client'
import { answerOrRefusal, api } from '../../_api/server'
import { EntryPage } from '../../_entry/entry-page'
import { ResetForm } from './reset-form'

// The address is a secret: no other site may learn it from a link.
export const generateMetadata = (): Metadata => ({ title: words()('reset.title'), referrer: 'no-referrer' })

type Props = { params: Promise<{ secret: string }> }

export default async function ResetPage({ params }: Props) {
  const t = words()
  const { secret } = await params
  const { answer: reset, refusal } = await answerOrRefusal((await api()).session.openReset({ secret }))
  if (refusal) {
    return (
      <EntryPage title={t('invite.closedTitle')} lead={say(refusal)}>
        <Link className="btn lg block" href="/sign-in/forgotten">
          {t('reset.another')}
        </Link>
      </EntryPage>
    )
  }
  return (
    <EntryPage title={t('reset.title')} lead={t('reset.lead')}>
      <ApiProvider>
        <ResetForm secret={secret} email={reset.email} />
      </ApiProvider>
    </EntryPage>
  )
}
