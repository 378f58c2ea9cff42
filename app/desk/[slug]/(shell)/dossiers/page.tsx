import '../../../../_styles/dossier/dossier.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { Ago } from '@/app/_ui/time'
import { statedDate } from '@/server/date/stated-date'
import type { ListedDossier } from '@/server/dossier/dossier'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { NewDossier } from './_list/new-dossier'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('dossier.title') })

/** The desk's dossiers: articles about one event each. */
export default async function DossiersPage({ params }: Props) {
  const t = words()
  const { slug } = await params
  const newsroom = await api()
  const { desk, member } = await answerFor(`/desk/${slug}/dossiers`, newsroom.member.desk({ desk: slug }))
  const dossiers = await newsroom.dossier.list({ desk: slug })
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('dossier.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <p className="dos-lead ink-2">{t('dossier.lead')}</p>
      {may(member, 'gather dossiers') && <NewDossier slug={slug} />}
      {dossiers.length > 0 ? <Table slug={slug} dossiers={dossiers} /> : <None />}
    </main>
  )
}

function Table({ slug, dossiers }: { slug: string; dossiers: ListedDossier[] }) {
  const t = words()
  return (
    <table className="table arts dos-list">
      <caption className="vh">{t('dossier.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('dossier.name')}</th>
          <th scope="col">{t('dossier.state')}</th>
          <th scope="col">{t('dossier.changed')}</th>
        </tr>
      </thead>
      <tbody>
        {dossiers.map(({ id, name, articles, claims, changedAt, waiting, published }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/desk/${slug}/dossiers/${id}`} dir="auto">
                {name}
              </Link>
              <span className="meta">{t('dossier.counts', { articles, claims })}</span>
              {waiting > 0 && <span className="meta">{t('dossier.waitingCount', { count: waiting })}</span>}
            </th>
            <td>
              {published
                ? t('dossier.versionOn', {
                    version: published.version,
                    day: statedDate(published.at.toISOString().slice(0, 10)),
                  })
                : t('dossier.notPublished')}
            </td>
            <td>
              <Ago at={changedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function None() {
  const t = words()
  return (
    <div className="empty sheet">
      <p className="big">{t('dossier.none')}</p>
      <p>{t('dossier.noneHint')}</p>
    </div>
  )
}
