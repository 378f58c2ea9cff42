import { words } from '../../../server/words'
import { ApiProvider } from '../../_api/client'
import { answerFor, api } from '../../_api/server'

type Props = { children: React.ReactNode; params: Promise<{ slug: string }> }

/** Everything under a desk: only for its members; to everybody else it is not there. */
export default async function DeskLayout({ children, params }: Props) {
  const { slug } = await params
  const { desk } = await answerFor(`/desk/${slug}`, (await api()).member.desk({ desk: slug }))
  return (
    <ApiProvider>
      {desk.isDemo && <aside className="banner">{words()('desk.demoBanner')}</aside>}
      {children}
    </ApiProvider>
  )
}
