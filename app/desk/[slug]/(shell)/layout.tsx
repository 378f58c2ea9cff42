import '../../../_styles/desk.css'
import '../../../_styles/desk/search-field.css'
import { answerFor, api } from '../../../_api/server'
import { DeskBar } from './desk-bar'

type Props = { children: React.ReactNode; params: Promise<{ slug: string }> }

/** The desk's pages under its top bar; the workspace has a bar of its own. */
export default async function ShellLayout({ children, params }: Props) {
  const { slug } = await params
  const newsroom = await api()
  const { desk, member } = await answerFor(`/desk/${slug}`, newsroom.member.desk({ desk: slug }))
  const desks = await newsroom.member.desks()
  return (
    <div className="app">
      <DeskBar slug={slug} deskName={desk.name} desks={desks} member={member} />
      {children}
    </div>
  )
}
