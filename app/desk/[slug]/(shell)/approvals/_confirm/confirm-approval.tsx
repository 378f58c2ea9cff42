import { CheckCheck } from 'lucide-react'
import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { VerdictLabel } from '@/app/_ui/verdict'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { Dependents, useBeforeCorrecting } from '../../../_correction/dependents'
import { NotShown } from '../_preview/not-shown'
import { type PreviewStand, standOf } from '../_preview/preview'
import { PreviewParts } from '../_preview/preview-parts'
import { DissentChoice } from './dissent-choice'

type Props = {
  page: SubmissionPage
  slug: string
  isOpen: boolean
  onClose: () => void
  onConfirm: (how: { publishAt: string | null; dissentId: string | null }) => void
}

/** The last look before readers see it, with all that is made of it; once that is shown Enter publishes, Escape goes back. */
export function ConfirmApproval({ page, slug, isOpen, onClose, onConfirm }: Props) {
  const t = words()
  const { version } = page
  const [publishAt, setPublishAt] = useState('')
  const [isHalfTyped, setHalfTyped] = useState(false)
  const timeField = useRef<HTMLInputElement>(null)
  const [dissentId, setDissentId] = useState<string | null>(null)
  const [told, setTold] = useState<PreviewStand | null>(null)
  const stands = standOf(told, { submissionId: page.id, dissentId })
  const whyNot = useId()
  const left = approvalsLeft(page)
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    // A moment that is typed in part is no moment to a browser; publishing at once is not what was meant.
    const isPart = timeField.current?.validity.badInput ?? false
    setHalfTyped(isPart)
    if (isPart) timeField.current?.focus()
    else if (stands === 'shown') onConfirm({ publishAt: publishAt || null, dissentId })
  }
  return (
    <Dialog
      title={t(left > 0 ? 'approvals.confirmApprove' : 'approvals.confirm', { version })}
      isOpen={isOpen}
      onClose={onClose}
      place="side"
    >
      <div className="confirm">
        <Summary page={page} left={left} />
        <WhatChanges page={page} slug={slug} />
        <DissentChoice {...{ page, slug }} chosenId={dissentId} onChoose={setDissentId} />
        <PreviewParts {...{ slug, dissentId }} submissionId={page.id} onStand={setTold} />
      </div>
      <form className="confirm-acts" noValidate onSubmit={confirm}>
        {left <= 0 && (
          <PublishLater {...{ page, isHalfTyped, timeField }} value={publishAt} onChange={setPublishAt} />
        )}
        <NotShown id={whyNot} stands={stands} />
        <div className="dialog-acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('ui.cancel')}
          </button>
          <button
            type="submit"
            className="btn primary"
            aria-disabled={stands === 'shown' ? undefined : true}
            aria-describedby={stands === 'shown' ? undefined : whyNot}
            // biome-ignore lint/a11y/noAutofocus: the question was asked, Enter answers it
            autoFocus
          >
            <Icon of={CheckCheck} />{' '}
            {left > 0
              ? t('approvals.approve')
              : publishAt
                ? t('approvals.plan')
                : t('approvals.publish', { version })}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** How many more editors have to approve after this one. */
const approvalsLeft = ({ approvalsNeeded, reviews }: SubmissionPage) =>
  approvalsNeeded - 1 - reviews.filter(({ decision }) => decision === 'approved').length

function Summary({ page, left }: { page: SubmissionPage; left: number }) {
  const t = words()
  const { claim, previous, publicNote, submittedReason } = page
  const next = previous
    ? t('approvals.confirmNext', { before: previous.version })
    : t('approvals.confirmFirst')
  return (
    <div className="confirm-summary">
      <p className="appr-confirm">
        <VerdictLabel verdict={claim.verdict} full />
        <span dir="auto">{claim.statement}</span>
      </p>
      {publicNote && <p>{t('approvals.readersRead', { note: publicNote })}</p>}
      {submittedReason && <p>{t('approvals.submittedReason', { reason: submittedReason })}</p>}
      <p className="meta">{left > 0 ? t('approvals.confirmMore', { left }) : next}</p>
    </div>
  )
}

/** Every page that readers have and that changes with this one; there is none before the first version. */
function WhatChanges({ page, slug }: { page: SubmissionPage; slug: string }) {
  const before = useBeforeCorrecting(slug, page.claimId, page.previous !== null)
  return page.previous && <Dependents of={before} />
}

type LaterProps = {
  page: SubmissionPage
  value: string
  isHalfTyped: boolean
  timeField: RefObject<HTMLInputElement | null>
  onChange: (value: string) => void
}

function PublishLater({ page, value, isHalfTyped, timeField, onChange }: LaterProps) {
  const t = words()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t('approvals.later')}</label>
      <input
        className="input"
        id={id}
        ref={timeField}
        type="datetime-local"
        aria-describedby={isHalfTyped ? `${id}-wrong ${id}-hint` : `${id}-hint`}
        aria-invalid={isHalfTyped || undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {isHalfTyped && (
        <p className="err" id={`${id}-wrong`} role="alert">
          {say({ code: 'release-no-time' })}
        </p>
      )}
      <p className="hint" id={`${id}-hint`}>
        {t('approvals.laterHint', { zone: page.timeZone })}
      </p>
    </div>
  )
}
