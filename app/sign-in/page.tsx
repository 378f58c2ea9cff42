import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { words } from '../../server/words'
import { api, currentPerson } from '../_api/server'
import { EntryPage } from '../_entry/entry-page'
import { DemoPeople } from './demo-people'
import { localPath } from './local-path'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: words()('signIn.title') }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const t = words()
  const next = localPath((await searchParams).next)
  const newsroom = await api()
  const [needsSetUp, demoPeople] = [await newsroom.member.needsSetUp(), await newsroom.demo.people()]
  if (needsSetUp && demoPeople.length === 0) redirect('/setup')
  if (await currentPerson()) redirect(next)
  const desk = await newsroom.member.onlyDesk()
  if (needsSetUp) {
    return (
      <EntryPage
        title={t('demo.enter')}
        lead={t('demo.enterLead')}
        foot={<Link href="/setup">{t('demo.ownDesk')}</Link>}
      >
        <DemoPeople people={demoPeople} next={next} />
      </EntryPage>
    )
  }
  return (
    <EntryPage
      title={desk ? t('signIn.titleOf', { desk }) : t('signIn.title')}
      lead={t('signIn.lead')}
      foot={t('signIn.noInvitation')}
    >
      <SignInForm next={next} />
      {demoPeople.length > 0 && (
        <section className="demo-door" aria-labelledby="demo-h">
          <h2 className="label" id="demo-h">
            {t('demo.enter')}
          </h2>
          <DemoPeople people={demoPeople} next={next} />
        </section>
      )}
    </EntryPage>
  )
}
