import '../../../../_styles/desk/settings.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { may } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { answerFor, api } from '../../../../_api/server'
import { AnotherSection } from './_another/another-section'
import { ApprovalsSection } from './_approvals/approvals-section'
import { SecondsSection } from './_approvals/seconds-section'
import { AuthorsSection } from './_authors/authors-section'
import { CheckListSection } from './_check-list/check-list-section'
import { ExportLinks } from './_export/export-links'
import { IdentitySection } from './_identity/identity-section'
import { LimitsSection } from './_limits/limits-section'
import { NamesSection } from './_names/names-section'
import { OutsideSection } from './_outside/outside-section'
import { PastSection } from './_past/past-section'
import { ReadersSection } from './_readers/readers-section'
import { RulesSection } from './_rules/rules-section'
import { SourcesSection } from './_sources/sources-section'
import { SubscriptionsSection } from './_subscriptions/subscriptions-section'
import { TextsSection } from './_texts/texts-section'
import { VerdictsSection } from './_verdicts/verdicts-section'
import { WebhooksSection } from './_webhooks/webhooks-section'
import { WorkSection } from './_work/work-section'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('settings.title') })

/** What holds for the whole desk, a section a subject: everybody on it reads it, admins change it. */
export default async function SettingsPage({ params }: Props) {
  const t = words()
  const { slug } = await params
  const newsroom = await api()
  const { desk, member } = await answerFor(`/desk/${slug}/settings`, newsroom.member.desk({ desk: slug }))
  const checkList = await newsroom.checkList.read({ desk: slug })
  const scale = await newsroom.scale.ofDesk({ desk: slug })
  const texts = await newsroom.member.texts({ desk: slug })
  const { offersFactors } = await newsroom.session.waysIn()
  const colleagues = (await newsroom.member.list({ desk: slug })).map(({ id, name }) => ({ id, name }))
  const timeZones = Intl.supportedValuesOf('timeZone')
  const shown = { desk, mayChange: may(member, 'manage the desk') }
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('settings.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <p className="settings-lead">
        {t('settings.lead')} {!shown.mayChange && t('settings.adminsOnly')}
      </p>
      {may(member, 'read the audit') && (
        <p className="settings-lead">
          <Link href={`/desk/${slug}/audit`}>{t('audit.link')}</Link>
        </p>
      )}
      {may(member, 'export the desk') && <ExportLinks slug={slug} />}
      <div className="settings">
        <ReadersSection {...shown} timeZones={timeZones} />
        <TextsSection slug={slug} texts={texts} mayChange={shown.mayChange} />
        <SourcesSection {...shown} />
        <VerdictsSection slug={slug} kept={scale} mayChange={shown.mayChange} />
        <ApprovalsSection {...shown} />
        <SecondsSection {...shown} />
        <AuthorsSection {...shown} />
        <WorkSection {...shown} />
        <IdentitySection {...shown} offersFactors={offersFactors} />
        {shown.mayChange && <LimitsSection slug={slug} timeZone={desk.timeZone} />}
        <CheckListSection {...shown} slug={slug} list={checkList} />
        {may(member, 'join names') && <NamesSection slug={slug} />}
        {may(member, 'import past checks') && <PastSection slug={slug} />}
        {shown.mayChange && <RulesSection {...{ slug, colleagues }} timeZone={desk.timeZone} />}
        {shown.mayChange && <OutsideSection slug={slug} />}
        {shown.mayChange && <SubscriptionsSection slug={slug} timeZone={desk.timeZone} />}
        {shown.mayChange && <WebhooksSection slug={slug} timeZone={desk.timeZone} />}
        {may(member, 'found another desk') && !desk.isDemo && (
          <AnotherSection slug={slug} timeZone={desk.timeZone} timeZones={timeZones} />
        )}
      </div>
    </main>
  )
}
