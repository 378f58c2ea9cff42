import '../../../../../_styles/dossier/dossier.css'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { Ago } from '@/app/_ui/time'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { AheadLine } from './_head/ahead-line'
import { DossierActs } from './_head/dossier-acts'
import { DossierTabs } from './_head/dossier-tabs'
import { readAhead } from './_head/read-ahead'
import { RetractionLine } from './_head/retraction-line'

type Props = { children: React.ReactNode; params: Promise<{ slug: string; dossierId: string }> }

/** The head of a dossier over each of its parts: its name, what it holds, what can be done with it. */
export default async function DossierLayout({ children, params }: Props) {
  const t = words()
  const { slug, dossierId } = await params
  const here = `/desk/${slug}/dossiers/${dossierId}`
  const newsroom = await api()
  const { member } = await answerFor(here, newsroom.member.desk({ desk: slug }))
  const dossier = await answerFor(here, newsroom.dossier.read({ desk: slug, dossierId }))
  const ahead = await readAhead(slug, dossierId)
  const retraction = await answerFor(here, newsroom.dossier.retraction({ desk: slug, dossierId }))
  const mayPublish = may(member, 'publish dossiers')
  const { isRetracted } = ahead
  const { name, articles, claims, changedAt } = dossier
  return (
    <main className="dossier" id="main" tabIndex={-1}>
      <header className="dos-head">
        <div>
          <p className="meta">
            <Link href={`/desk/${slug}/dossiers`}>{t('dossier.title')}</Link> /{' '}
            {t('dossier.counts', { articles, claims })} · {t('dossier.changed')} <Ago at={changedAt} />
          </p>
          <h1 dir="auto">{name}</h1>
        </div>
        <DossierActs
          slug={slug}
          dossier={dossier}
          mayGather={may(member, 'gather dossiers')}
          mayPublish={mayPublish && !isRetracted}
          isAhead={ahead.parts.length > 0}
          mayRetract={!isRetracted && !retraction.waiting}
        />
      </header>
      <RetractionLine
        {...{ slug, dossierId, isRetracted }}
        memberId={member.id}
        mayDecide={mayPublish}
        state={retraction}
      />
      <AheadLine slug={slug} dossierId={dossierId} ahead={ahead} />
      <DossierTabs here={here} articles={articles} claims={claims} />
      {children}
    </main>
  )
}
