import '../../../../_styles/desk/audit.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { auditFilterShape } from '../../../../../server/audit/audit-view'
import { may } from '../../../../../server/member/member'
import { words } from '../../../../../server/words'
import { answerFor, api } from '../../../../_api/server'
import { AuditTable } from './audit-table'
import { ExportButtons } from './export-buttons'
import { FilterForm } from './filter-form'
import { addressOf } from './place-of'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> }

export const generateMetadata = (): Metadata => ({ title: words()('audit.title') })

/** Who did what on the desk and was refused what, for its admins; what is looked at stands in the address. */
export default async function AuditPage({ params, searchParams }: Props) {
  const t = words()
  const [{ slug }, asked] = [await params, await searchParams]
  const newsroom = await api()
  const { desk, member } = await answerFor(`/desk/${slug}/audit`, newsroom.member.desk({ desk: slug }))
  // To whoever may not read it, the page is not there.
  if (!may(member, 'read the audit')) notFound()
  const filter = auditFilterShape.parse({ ...asked, memberId: asked.member })
  const after = typeof asked.after === 'string' ? asked.after : null
  const [{ lines, next }, colleagues] = await Promise.all([
    answerFor(`/desk/${slug}/audit`, newsroom.audit.list({ desk: slug, filter, after })),
    newsroom.member.list({ desk: slug }),
  ])
  const isFiltered = Object.values(filter).some((value) => value !== null)
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('audit.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <p className="audit-lead">{t('audit.lead')}</p>
      <FilterForm
        filter={filter}
        colleagues={colleagues}
        home={`/desk/${slug}/audit`}
        isFiltered={isFiltered}
      />
      <ExportButtons slug={slug} filter={filter} />
      {lines.length > 0 ? (
        <AuditTable lines={lines} timeZone={desk.timeZone} />
      ) : (
        <div className="empty sheet">
          <p className="big">{t(isFiltered ? 'audit.nothingFits' : 'audit.empty')}</p>
          <p>{t(isFiltered ? 'audit.nothingFitsHint' : 'audit.emptyHint')}</p>
        </div>
      )}
      <nav className="audit-pages" aria-label={t('audit.pages')}>
        {after && <Link href={addressOf(slug, filter)}>{t('audit.newest')}</Link>}
        {next && <Link href={addressOf(slug, filter, next)}>{t('audit.older')}</Link>}
      </nav>
    </main>
  )
}
