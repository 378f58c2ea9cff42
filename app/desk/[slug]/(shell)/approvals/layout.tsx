import '@/app/_styles/approval.css'
import '@/app/_styles/approval/note.css'
import '@/app/_styles/approval/preview.css'
import '@/app/_styles/approval/several.css'
import { answerFor, api } from '@/app/_api/server'
import { spokenIn } from '@/app/_api/spoken'
import { Speaking } from '@/app/_text/speaking'
import { ApprovalsFrame } from './approvals-frame'

type Props = { children: React.ReactNode; params: Promise<{ slug: string }> }

/** The queue, which stays in place while claims come and go beside it. */
export default async function ApprovalsLayout({ children, params }: Props) {
  const { slug } = await params
  const queue = await answerFor(`/desk/${slug}/approvals`, (await api()).review.queue({ desk: slug }))
  return (
    <Speaking {...(await spokenIn('approvals'))}>
      <ApprovalsFrame slug={slug} queue={queue}>
        {children}
      </ApprovalsFrame>
    </Speaking>
  )
}
