import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { words } from '../../server/words'
import { api, currentPerson } from '../_api/server'
import { EntryPage } from './entry-page'
import { localPath } from './local-path'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: words()('signIn.title') }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const t = words()
  const next = localPath((await searchParams).next)
  const newsroom = await api()
  if (await newsroom.member.needsSetUp()) redirect('/setup')
  if (await currentPerson()) redirect(next)
  const desk = await newsroom.member.onlyDesk()
  return (
    <EntryPage
      title={desk ? t('signIn.titleOf', { desk }) : t('signIn.title')}
      lead={t('signIn.lead')}
      foot={t('signIn.noInvitation')}
    >
      <SignInForm next={next} />
    </EntryPage>
  )
}
