'use client'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { say } from '@/server/refusal'
import { type Correcting, whyNotSubmitAs } from '@/server/review/correction/correction'
import type { ClaimStage } from '@/server/review/read-stages'
import { words } from '@/server/words'
import { Dependents, useBeforeCorrecting } from '../../../../_correction/dependents'
import { useRoom } from '../../_room/use-room'
import { BesideNewerVersion, useVersionRead } from './newer-version'
import { NoteField } from './note-field'

type Props = {
  claimId: string
  published: NonNullable<ClaimStage['published']>
  onClose: () => void
  /** Gives whether it was sent: what was typed is kept until then. */
  onSend: (as: Correcting) => Promise<boolean>
}

/** Asks what readers are told when a check is withdrawn, and why, before a second person is asked to agree. */
export function RetractDialog({ claimId, published, onClose, onSend }: Props) {
  const t = words()
  const { desk } = useRoom()
  const before = useBeforeCorrecting(desk.slug, claimId, true)
  const [publicNote, writeNote] = useDraft(`retract:${claimId}:note`)
  const [reason, writeReason] = useDraft(`retract:${claimId}:reason`)
  const { version, isNewer } = useVersionRead(published)
  const as: Correcting = { version, kind: 'retraction', publicNote, reason }
  const refusal = whyNotSubmitAs(as, { kind: published.kind })
  const send = async () => {
    if (!(await onSend(as))) return
    writeNote('')
    writeReason('')
  }
  return (
    <Dialog title={t('claim.retractTitle')} isOpen onClose={onClose}>
      <BesideNewerVersion {...{ published, isNewer, before }} onLeave={onClose}>
        <p>{t('claim.retractText')}</p>
        <NoteField
          label={t('claim.correctionNote')}
          hint={t('claim.retractionNoteHint')}
          value={publicNote}
          onChange={writeNote}
        />
        <NoteField
          label={t('claim.reason')}
          hint={t('claim.reasonHint')}
          value={reason}
          onChange={writeReason}
          rows={2}
        />
        <Dependents of={before?.dependents} />
        <ReasonedButton
          id="submit-retraction"
          className="btn primary"
          reason={refusal ? say(refusal) : null}
          onClick={() => void send()}
        >
          {t('claim.submitRetraction')}
        </ReasonedButton>
      </BesideNewerVersion>
    </Dialog>
  )
}
