import { CheckCheck, CornerDownLeft } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'

/** What became of a submission: who decided, with which note, and where readers find it. */
export function Outcome({ page }: { page: SubmissionPage }) {
  const t = words()
  if (!page.reviews.length) return null
  return (
    <section className="decide" aria-labelledby="decision-made">
      <h2 id="decision-made">{t('approvals.decision')}</h2>
      {page.reviews.map((review) => (
        <div key={review.editorId} className="outcome">
          <Icon of={review.decision === 'approved' ? CheckCheck : CornerDownLeft} />
          <p>
            <b>{t('approvals.decidedBy', { decision: review.decision, name: review.editor })}</b>{' '}
            <span className="meta">
              <Ago at={new Date(review.decidedAt)} />
            </span>
          </p>
          {review.note && <p className="outcome-note">“{review.note}”</p>}
        </div>
      ))}
      {page.publication && (
        <a href={page.publication.path}>{t('approvals.readPage', { version: page.publication.version })}</a>
      )}
    </section>
  )
}
