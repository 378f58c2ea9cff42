'use client'
import { useId, useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { correctionKinds, type SubmissionKind, type Verdict } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import { whyNotKind, whyNotSubmitAs } from '@/server/review/submission'
import { words } from '@/server/words'

type Props = {
  claim: Claim
  publishedVerdict: Verdict | null
  onClose: () => void
  onSend: (kind: SubmissionKind, publicNote: string) => void
}

/** Asks what readers will be told about a correction before it is submitted. */
export function CorrectionDialog({ claim, publishedVerdict, onClose, onSend }: Props) {
  const t = words()
  const id = useId()
  const [kind, setKind] = useState<SubmissionKind>(
    claim.verdict === publishedVerdict ? 'first' : 'verdict-change',
  )
  const [publicNote, setPublicNote] = useState('')
  const refusal =
    whyNotSubmitAs({ kind, publicNote }, true) ?? whyNotKind(kind, publishedVerdict, claim.verdict)
  return (
    <Dialog title={t('claim.correctionTitle')} isOpen onClose={onClose}>
      <fieldset className="kinds">
        <legend className="label">{t('claim.correctionKind')}</legend>
        {correctionKinds.map((choice) => (
          <label key={choice} className="radio">
            <input type="radio" name={id} checked={kind === choice} onChange={() => setKind(choice)} />
            {t(`submissionKind.${choice}`)}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('claim.correctionNote')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('claim.correctionNoteHint')}
        </p>
        <textarea
          id={`${id}-note`}
          className="textarea"
          rows={4}
          maxLength={4000}
          aria-describedby={`${id}-hint`}
          value={publicNote}
          onChange={(event) => setPublicNote(event.target.value)}
        />
      </div>
      <ReasonedButton
        id="submit-correction"
        className="btn primary"
        reason={refusal ? say(refusal) : null}
        onClick={() => onSend(kind, publicNote)}
      >
        {t('claim.submitCorrection')}
      </ReasonedButton>
    </Dialog>
  )
}
