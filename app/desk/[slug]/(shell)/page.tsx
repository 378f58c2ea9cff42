import type { Metadata } from 'next'
import { words } from '../../../../server/words'
import { answerFor, api } from '../../../_api/server'
import { Articles } from './_home/articles'
import { ImportPanel } from './_home/import-panel'
import { Queues } from './_home/queues'
import { dayOn } from './day-on'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: words()('desk.title') }

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
      <Queues slug={slug} />
      <div className="desk-cols">
        <Articles slug={slug} member={member} />
        <ImportPanel slug={slug} role={member.role} />
      </div>
    </main>
  )
}
