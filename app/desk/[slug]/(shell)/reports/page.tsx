import '../../../../_styles/desk/outward/reports.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { answerFor, api } from '@/app/_api/server'
import { may } from '@/server/member/member'
import { reportStates } from '@/server/report/report'
import { words } from '@/server/words'
import { ReportList } from './report-list'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[]>> }

export const generateMetadata = (): Metadata => ({ title: words()('report.desk.title') })

/** What readers reported and suggested; which of it is shown stands in the address. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const t = words()
  const [{ slug }, asked] = [await params, await searchParams]
  const here = `/desk/${slug}/reports`
  const newsroom = await api()
  const { desk, member } = await answerFor(here, newsroom.member.desk({ desk: slug }))
  // To whoever may not read it, the page is not there.
  if (!may(member, 'read reports')) notFound()
  const target = typeof asked.report === 'string' ? asked.report : null
  const state =
    reportStates.find((one) => one === asked.state) ?? (target || asked.state === 'all' ? null : 'new')
  const counts = await newsroom.report.counts({ desk: slug })
  const colleagues = await newsroom.member.list({ desk: slug })
  const able = colleagues.filter((colleague) => may(colleague, 'take on work'))
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('report.desk.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <nav className="report-states" aria-label={t('report.desk.shown')}>
        {reportStates.map((one) => (
          <Link key={one} href={`${here}?state=${one}`} aria-current={one === state ? 'page' : undefined}>
            {t(`report.desk.state.${one}`)} <span className="n">{counts[one]}</span>
          </Link>
        ))}
        <Link href={`${here}?state=all`} aria-current={state === null ? 'page' : undefined}>
          {t('report.desk.all')}
        </Link>
      </nav>
      <ReportList
        key={state}
        {...{ slug, member, state, target }}
        colleagues={able.map(({ id, name }) => ({ id, name }))}
      />
    </main>
  )
}
