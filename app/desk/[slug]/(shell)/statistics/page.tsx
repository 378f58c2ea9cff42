import '../../../../_styles/desk/statistics.css'
import type { Metadata } from 'next'
import { words } from '../../../../../server/words'
import { answerFor, api } from '../../../../_api/server'
import { AgreementTable } from './agreement-table'
import { SaveStatistics } from './save-statistics'
import { StageTable } from './stage-table'
import { StepTimes } from './step-times'
import { WaitingList } from './waiting-list'
import { WeekTable } from './week-table'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('statistics.title') })

/** What the desk's rows add up to: where claims stand, who waits, what was published, how long steps take. */
export default async function StatisticsPage({ params }: Props) {
  const t = words()
  const { slug } = await params
  const newsroom = await api()
  const { desk } = await answerFor(`/desk/${slug}/statistics`, newsroom.member.desk({ desk: slug }))
  const { statistics, plot } = await newsroom.statistics.read({ desk: slug })
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('statistics.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <div className="statistics">
        <StageTable stages={statistics.stages} at={statistics.at} />
        <WaitingList slug={slug} waiting={statistics.waiting} at={statistics.at} />
        <StepTimes steps={statistics.steps} plot={plot} />
        <WeekTable weeks={statistics.weeks} />
        <AgreementTable agreement={statistics.agreement} />
      </div>
      <SaveStatistics slug={slug} />
    </main>
  )
}
