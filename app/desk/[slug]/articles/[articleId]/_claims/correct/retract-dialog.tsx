'use client'
import { words } from '@/server/words'
import { CorrectingBox, type OfPublished } from './correcting-box'

/** Asks what readers are told when a check is withdrawn, and why, before a second person is asked to agree. */
export function RetractDialog(props: OfPublished & { claimId: string }) {
  const t = words()
  return (
    <CorrectingBox
      {...props}
      name="retract"
      kind="retraction"
      title={t('claim.retractTitle')}
      noteHint={t('claim.retractionNoteHint')}
      submit={t('claim.submitRetraction')}
    >
      <p>{t('claim.retractText')}</p>
    </CorrectingBox>
  )
}
