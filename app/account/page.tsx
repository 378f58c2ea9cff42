import '../_styles/desk.css'
import '../_styles/door.css'
import '../_styles/desk/settings.css'
import '../_styles/desk/account.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Wordmark } from '../../server/wordmark'
import { words } from '../../server/words'
import { ApiProvider } from '../_api/client'
import { answerFor, api } from '../_api/server'
import { ProveDialog } from '../_device/prove-dialog'
import { FactorSection } from './_factor/factor-section'
import { PasskeysSection } from './_passkeys/passkeys-section'
import { DevicesSection } from './devices-section'
import { LanguageSection } from './language-section'
import { PasswordForm } from './password-form'

export const generateMetadata = (): Metadata => ({ title: words()('account.title') })

/** What is one's own, whatever desks one is on: how one signs in, and where one is signed in. */
export default async function AccountPage() {
  const t = words()
  const newsroom = await api()
  const factor = await answerFor('/account', newsroom.session.factor())
  const passkeys = await newsroom.passkey.list()
  const devices = await newsroom.session.devices()
  const me = await newsroom.member.me()
  const lacks = factor.since === null ? factor.askedForBy[0] : undefined
  return (
    <ApiProvider>
      <div className="app">
        <a className="skip" href="#main">
          {t('desk.skip')}
        </a>
        <header className="bar-top">
          <Link className="brand" href="/" aria-label={t('account.home')}>
            <Wordmark />
          </Link>
        </header>
        <main className="desk" id="main" tabIndex={-1}>
          <header className="desk-head">
            <h1>{t('account.title')}</h1>
            <p className="slug">{me?.email}</p>
          </header>
          {lacks && <p className="notice">{t('account.lacksFactor', { desk: lacks })}</p>}
          <div className="settings">
            <FactorSection factor={factor} />
            <PasskeysSection {...passkeys} />
            <PasswordForm />
            <LanguageSection language={me?.language ?? 'en'} />
            <DevicesSection devices={devices} />
          </div>
        </main>
      </div>
      <ProveDialog />
    </ApiProvider>
  )
}
