'use client'
import { useId, useState } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { correctionKinds, type SubmissionKind } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import { type Correcting, whyNotKind, whyNotSubmitAs } from '@/server/review/correction/correction'
import type { ClaimStage } from '@/server/review/read-stages'
import { frozenClaim } from '@/server/review/submission'
import { words } from '@/server/words'
import { Dependents, useBeforeCorrecting } from '../../../../_correction/dependents'
import { useRoom } from '../../_room/use-room'
import { BesideNewerVersion, useVersionRead } from './newer-version'
import { NoteField } from './note-field'

type Props = {
  claim: Claim
  published: NonNullable<ClaimStage['published']>
  onClose: () => void
  /** Gives whether it was sent: what was typed is kept until then. */
  onSend: (as: Correcting) => Promise<boolean>
}

/** What a changed text may be called; a retraction changes none and has a box of its own. */
const kinds = correctionKinds.filter((kind) => kind !== 'retraction')

/** Asks what readers will be told about a correction before it is submitted, and shows what changes with it. */
export function CorrectionDialog({ claim, published, onClose, onSend }: Props) {
  const t = words()
  const id = useId()
  const { desk } = useRoom()
  const before = useBeforeCorrecting(desk.slug, claim.id, true)
  const [kind, setKind] = useState<SubmissionKind>(
    claim.verdict === published.verdict ? 'first' : 'verdict-change',
  )
  const [publicNote, writeNote] = useDraft(`correct:${claim.id}:note`)
  const [reason, writeReason] = useDraft(`correct:${claim.id}:reason`)
  const { version, isNewer } = useVersionRead(published)
  const as = { version, kind, publicNote, reason }
  const refusal =
    whyNotSubmitAs(as, { kind: published.kind }) ??
    whyNotKind(kind, before?.claim ?? null, frozenClaim(claim))
  const send = async () => {
    if (!(await onSend(as))) return
    writeNote('')
    writeReason('')
  }
  return (
    <Dialog title={t('claim.correctionTitle')} isOpen onClose={onClose}>
      <BesideNewerVersion {...{ published, isNewer, before }} onLeave={onClose}>
        <fieldset className="kinds">
          <legend className="label">{t('claim.correctionKind')}</legend>
          {kinds.map((choice) => (
            <label key={choice} className="radio">
              <input type="radio" name={id} checked={kind === choice} onChange={() => setKind(choice)} />
              {t(`submissionKind.${choice}`)}
            </label>
          ))}
        </fieldset>
        <NoteField
          label={t('claim.correctionNote')}
          hint={t('claim.correctionNoteHint')}
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
          id="submit-correction"
          className="btn primary"
          reason={refusal ? say(refusal) : null}
          onClick={() => void send()}
        >
          {t('claim.submitCorrection')}
        </ReasonedButton>
      </BesideNewerVersion>
    </Dialog>
  )
}
