import '../../../../_styles/desk/notices.css'
import type { Metadata } from 'next'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { NoticeList } from './notice-list'
import { NoticeSettingsForm } from './notice-settings-form'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('notice.title') })

/** What one was told, the newest first, and what one wants to be told. */
export default async function NoticesPage({ params }: Props) {
  const { slug } = await params
  const newsroom = await api()
  const { desk } = await answerFor(`/desk/${slug}/notices`, newsroom.member.desk({ desk: slug }))
  const [first, settings] = await Promise.all([
    newsroom.notice.list({ desk: slug }),
    newsroom.notice.settings({ desk: slug }),
  ])
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{words()('notice.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <div className="notices-cols">
        <NoticeList slug={slug} first={first} />
        <NoticeSettingsForm slug={slug} settings={settings} />
      </div>
    </main>
  )
}
