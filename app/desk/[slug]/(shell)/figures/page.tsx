import '../../../../_styles/desk/figures.css'
import type { Metadata } from 'next'
import { words } from '../../../../../server/words'
import { answerFor, api } from '../../../../_api/server'
import { AgreementTable } from './agreement-table'
import { SaveFigures } from './save-figures'
import { StageTable } from './stage-table'
import { StepTimes } from './step-times'
import { WaitingList } from './waiting-list'
import { WeekTable } from './week-table'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('figures.title') })

/** What the desk's rows add up to: where claims stand, who waits, what was published, how long steps take. */
export default async function FiguresPage({ params }: Props) {
  const t = words()
  const { slug } = await params
  const newsroom = await api()
  const { desk } = await answerFor(`/desk/${slug}/figures`, newsroom.member.desk({ desk: slug }))
  const { figures, plot } = await newsroom.figures.read({ desk: slug })
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('figures.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <div className="figures">
        <StageTable stages={figures.stages} at={figures.at} />
        <WaitingList slug={slug} waiting={figures.waiting} at={figures.at} />
        <StepTimes steps={figures.steps} plot={plot} />
        <WeekTable weeks={figures.weeks} />
        <AgreementTable agreement={figures.agreement} />
      </div>
      <SaveFigures slug={slug} />
    </main>
  )
}
