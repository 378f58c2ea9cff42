import '../../../_styles/desk/home.css'
import type { Metadata } from 'next'
import { may } from '../../../../server/member/member'
import { words } from '../../../../server/words'
import { answerFor, api } from '../../../_api/server'
import { Articles } from './_home/articles/articles'
import { ImportPanel } from './_home/import/import-panel'
import { AskedOfYou } from './_home/queues/asked-of-you'
import { BackInPool } from './_home/queues/assigned-to-me'
import { Queues } from './_home/queues/queues'
import { dayOn } from './day-on'
import { GivenReports } from './reports/given-reports'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('desk.title') })

export default async function DeskPage({ params }: Props) {
  const { slug } = await params
  const path = `/desk/${slug}`
  const { desk, member } = await answerFor(path, (await api()).member.desk({ desk: slug }))
  const today = dayOn(new Date(), desk.timeZone, 'full')
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{words()('desk.title')}</h1>
        <p className="slug">
          {desk.name} / {today}
        </p>
      </header>
      <Queues slug={slug} timeZone={desk.timeZone} />
      <div className="desk-cols">
        <Articles slug={slug} member={member} />
        <div className="desk-side">
          <AskedOfYou slug={slug} />
          {may(member, 'read reports') && <GivenReports slug={slug} timeZone={desk.timeZone} />}
          {may(member, 'take on work') && <BackInPool slug={slug} timeZone={desk.timeZone} />}
          <ImportPanel slug={slug} role={member.role} />
        </div>
      </div>
    </main>
  )
}
