import '../../../../_styles/desk/home.css'
import '../../../../_styles/work/work.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { GivenReports } from '../reports/given-reports'
import { AwayForm } from './away-form'
import { WorkList } from './work-list'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ due?: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('work.pageTitle') })

/** All of one's work and all that lies in the pool; a filter by due time is in the address. */
export default async function WorkPage({ params, searchParams }: Props) {
  const t = words()
  const { slug } = await params
  const asked = (await searchParams).due
  const due = (['overdue', 'today'] as const).find((filter) => filter === asked) ?? null
  const path = `/desk/${slug}/work`
  const { desk, member } = await answerFor(path, (await api()).member.desk({ desk: slug }))
  const shown = { slug, timeZone: desk.timeZone, due }
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('work.pageTitle')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <nav className="filters work-filters" aria-label={t('work.filter')}>
        {([null, 'overdue', 'today'] as const).map((filter) => (
          <Link
            key={filter ?? 'all'}
            className="filter"
            href={filter ? `${path}?due=${filter}` : path}
            aria-current={filter === due ? 'page' : undefined}
          >
            {filter ? t(`work.filters.${filter}`) : t('work.all')}
          </Link>
        ))}
      </nav>
      {may(member, 'read reports') && <GivenReports slug={slug} timeZone={desk.timeZone} />}
      <div className="work-lists">
        <WorkList {...shown} which="mine" />
        <WorkList {...shown} which="pool" />
      </div>
      {may(member, 'take on work') && <AwayForm slug={slug} memberId={member.id} />}
    </main>
  )
}
