import type { Metadata } from 'next'
import Link from 'next/link'
import { resetMinutes } from '../../../server/session/reset/reset'
import { words } from '../../../server/words'
import { ApiProvider } from '../../_api/client'
import { api } from '../../_api/server'
import { EntryPage } from '../../_entry/entry-page'
import { ForgottenForm } from './forgotten-form'

export const generateMetadata = (): Metadata => ({ title: words()('forgotten.title') })

export default async function ForgottenPage() {
  const t = words()
  const { sendsMail } = await (await api()).session.waysIn()
  return (
    <EntryPage
      title={t('forgotten.title')}
      lead={t('forgotten.lead', { minutes: resetMinutes })}
      foot={<Link href="/sign-in">{t('forgotten.back')}</Link>}
    >
      <ApiProvider>
        <ForgottenForm />
      </ApiProvider>
      {!sendsMail && <p className="after">{t('forgotten.maildrop')}</p>}
    </EntryPage>
  )
}
