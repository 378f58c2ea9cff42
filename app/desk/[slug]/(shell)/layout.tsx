import '../../../_styles/desk.css'
import { answerFor, api } from '../../../_api/server'
import { DeskBar } from './desk-bar'

type Props = { children: React.ReactNode; params: Promise<{ slug: string }> }

/** The desk's pages under its top bar; the workspace has a bar of its own. */
export default async function ShellLayout({ children, params }: Props) {
  const { slug } = await params
  const { desk, member } = await answerFor(`/desk/${slug}`, (await api()).member.desk({ desk: slug }))
  return (
    <div className="app">
      <DeskBar slug={slug} deskName={desk.name} member={member} />
      {children}
    </div>
  )
}
