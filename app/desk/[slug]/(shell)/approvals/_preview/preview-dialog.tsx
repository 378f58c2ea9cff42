import { Dialog } from '@/app/_ui/dialog'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { PreviewParts } from './preview-parts'

type Props = { page: SubmissionPage; slug: string; isOpen: boolean; onClose: () => void }

/** What approving would give to readers, to look at without approving. */
export function PreviewDialog({ page, slug, isOpen, onClose }: Props) {
  const title = words()('approvals.previewTitle', { version: page.version })
  return (
    <Dialog {...{ title, isOpen, onClose }} place="side">
      <PreviewParts submissionId={page.id} slug={slug} />
    </Dialog>
  )
}
