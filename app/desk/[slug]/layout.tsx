import { words } from '../../../server/words'
import { ApiProvider } from '../../_api/client'
import { answerFor, api } from '../../_api/server'
import { ProveDialog } from '../../_device/prove-dialog'
import { DraftsOf } from '../../_draft/use-draft'
import { ScaleProvider } from '../../_verdict/scale'

type Props = { children: React.ReactNode; params: Promise<{ slug: string }> }

/** Everything under a desk: only for its members; to everybody else it is not there. */
export default async function DeskLayout({ children, params }: Props) {
  const { slug } = await params
  const newsroom = await api()
  const [{ desk, member }, { entries }] = await answerFor(
    `/desk/${slug}`,
    Promise.all([newsroom.member.desk({ desk: slug }), newsroom.scale.ofDesk({ desk: slug })]),
  )
  return (
    <ApiProvider>
      {desk.isDemo && <aside className="banner">{words()('desk.demoBanner')}</aside>}
      <DraftsOf value={member.id}>
        <ScaleProvider scale={entries}>{children}</ScaleProvider>
      </DraftsOf>
      <ProveDialog />
    </ApiProvider>
  )
}
