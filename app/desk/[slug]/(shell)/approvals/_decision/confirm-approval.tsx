import { CheckCheck } from 'lucide-react'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { VerdictLabel } from '@/app/_ui/verdict'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'

type Props = { page: SubmissionPage; isOpen: boolean; onClose: () => void; onConfirm: () => void }

/** The last look before readers see it; Enter publishes, Escape goes back. */
export function ConfirmApproval({ page, isOpen, onClose, onConfirm }: Props) {
  const t = words()
  const { version, previous } = page
  const left =
    page.approvalsNeeded - 1 - page.reviews.filter(({ decision }) => decision === 'approved').length
  const more =
    left > 0
      ? t('approvals.confirmMore', { left })
      : previous
        ? t('approvals.confirmNext', { before: previous.version })
        : t('approvals.confirmFirst')
  return (
    <Dialog
      title={t(left > 0 ? 'approvals.confirmApprove' : 'approvals.confirm', { version })}
      isOpen={isOpen}
      onClose={onClose}
    >
      <p className="appr-confirm">
        <VerdictLabel verdict={page.claim.verdict} full />
        <span>{page.claim.statement}</span>
      </p>
      {page.publicNote && <p>{t('approvals.readersRead', { note: page.publicNote })}</p>}
      <p className="meta">{more}</p>
      <div className="dialog-acts">
        <button type="button" className="btn" onClick={onClose}>
          {t('ui.cancel')}
        </button>
        {/* biome-ignore lint/a11y/noAutofocus: the question was asked, Enter answers it */}
        <button type="button" className="btn primary" autoFocus onClick={onConfirm}>
          <Icon of={CheckCheck} /> {left > 0 ? t('approvals.approve') : t('approvals.publish', { version })}
        </button>
      </div>
    </Dialog>
  )
}
