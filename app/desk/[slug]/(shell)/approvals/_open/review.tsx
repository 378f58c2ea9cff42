'use client'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import type { Queue } from '@/server/review/queue/read-queue'
import { EmptyColumn } from '../_queue/empty-column'
import ApprovalsError from '../error'
import { OpenSubmission } from './open-submission'
import { useFocusClaim } from './use-focus-claim'
import { useNamedId } from './use-open-id'
import { useSubmission } from './use-submission'

type Props = { slug: string; queue: Queue; first: SubmissionPage | null }

/** The submission in the address, else the one the page came with; from one to the next no page is loaded. */
export function Review({ slug, queue, first }: Props) {
  const id = useNamedId(slug) ?? first?.id
  return id ? <Opened {...{ slug, queue, first, id }} /> : <EmptyColumn {...{ slug, queue }} />
}

function Opened({ slug, queue, first, id }: Props & { id: string }) {
  const { page, hasFailed, askAgain } = useSubmission(slug, id, first)
  useFocusClaim(page?.id ?? null)
  if (page) return <OpenSubmission key={page.id} {...{ slug, queue, page }} />
  return hasFailed ? <ApprovalsError retry={askAgain} /> : <Outline />
}

/** The outline of a claim while it comes. */
function Outline() {
  return (
    <main className="appr-main" id="main" tabIndex={-1} aria-busy="true">
      <div className="appr-scroll late" aria-hidden="true">
        {['40%', '85%', '70%', '62%'].map((width) => (
          <span key={width} className="sk" style={{ width }} />
        ))}
      </div>
    </main>
  )
}
