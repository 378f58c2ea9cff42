'use client'
import { useId, useState } from 'react'
import { correctionKinds, type SubmissionKind } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { whyNotKind } from '@/server/review/correction/correction'
import { frozenClaim } from '@/server/review/submission'
import { words } from '@/server/words'
import { CorrectingBox, type OfPublished } from './correcting-box'

/** What a changed text may be called; a retraction changes none and has a box of its own. */
const kinds = correctionKinds.filter((kind) => kind !== 'retraction')

/** Asks what readers will be told about a correction before it is submitted, and shows what changes with it. */
export function CorrectionDialog({
  claim,
  firstKind = 'first',
  ...props
}: OfPublished & { claim: Claim; firstKind?: SubmissionKind; note?: string }) {
  const t = words()
  const id = useId()
  const [kind, setKind] = useState<SubmissionKind>(
    claim.verdict === props.published.verdict ? firstKind : 'verdict-change',
  )
  return (
    <CorrectingBox
      {...{ ...props, kind }}
      name="correct"
      claimId={claim.id}
      title={t('claim.correctionTitle')}
      noteHint={t('claim.correctionNoteHint')}
      submit={t('claim.submitCorrection')}
      whyNotKind={(before) => whyNotKind(kind, before?.claim ?? null, frozenClaim(claim))}
    >
      <fieldset className="kinds">
        <legend className="label">{t('claim.correctionKind')}</legend>
        {kinds.map((choice) => (
          <label key={choice} className="radio">
            <input type="radio" name={id} checked={kind === choice} onChange={() => setKind(choice)} />
            {t(`submissionKind.${choice}`)}
          </label>
        ))}
      </fieldset>
    </CorrectingBox>
  )
}
