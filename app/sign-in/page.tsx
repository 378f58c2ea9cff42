import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { words } from '../../server/words'
import { ApiProvider } from '../_api/client'
import { api, currentPerson } from '../_api/server'
import { EntryPage } from '../_entry/entry-page'
import { PasskeyButton } from '../_entry/passkey-button'
import { ProviderButton } from '../_entry/provider-button'
import { CodeForm } from './code-form'
import { DemoPeople } from './demo-people'
import { localPath } from './local-path'
import { providerRefusal } from './provider-refusal'
import { RefusedPage } from './refused-page'
import { SignInForm } from './sign-in-form'

export const generateMetadata = (): Metadata => ({ title: words()('signIn.title') })

type Asked = Partial<Record<'next' | 'changed' | 'step' | 'refused' | 'error', string | string[]>>
type Props = { searchParams: Promise<Asked> }

export default async function SignInPage({ searchParams }: Props) {
  const t = words()
  const asked = await searchParams
  const next = localPath(asked.next)
  const newsroom = await api()
  const [needsSetUp, demoPeople] = [await newsroom.member.needsSetUp(), await newsroom.demo.people()]
  if (needsSetUp && demoPeople.length === 0) redirect('/setup')
  if (await currentPerson()) redirect(next)
  const refusal = providerRefusal(asked)
  if (refusal) return <RefusedPage code={refusal} />
  const desk = await newsroom.member.onlyDesk()
  const { provider, passkeysAt } = await newsroom.session.waysIn()
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
  const title = desk ? t('signIn.titleOf', { desk }) : t('signIn.title')
  if (asked.step === 'code') {
    return (
      <EntryPage title={title}>
        <CodeForm ticket={null} next={next} />
      </EntryPage>
    )
  }
  return (
    <EntryPage title={title} lead={t('signIn.lead')} foot={t('signIn.noInvitation')}>
      {asked.changed === 'password' && (
        <p className="notice" role="status">
          {t('reset.done')}
        </p>
      )}
      <SignInForm next={next} />
      <p className="after">
        <Link href="/sign-in/forgotten">{t('signIn.forgotten')}</Link>
      </p>
      {provider && <ProviderButton provider={provider} next={next} />}
      <ApiProvider>
        <PasskeyButton at={passkeysAt} next={next} />
      </ApiProvider>
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
