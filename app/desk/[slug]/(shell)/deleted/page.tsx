import '../../../../_styles/desk/deleted.css'
import type { Metadata } from 'next'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { DeletedList } from './deleted-list'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('deleted.title') })

export default async function DeletedPage({ params }: Props) {
  const { slug } = await params
  const newsroom = await api()
  const { desk, member } = await answerFor(`/desk/${slug}/deleted`, newsroom.member.desk({ desk: slug }))
  const first = await newsroom.deleted.list({ desk: slug })
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{words()('deleted.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      <p className="deleted-lead">{words()('deleted.lead')}</p>
      <DeletedList slug={slug} member={member} first={first} />
    </main>
  )
}
