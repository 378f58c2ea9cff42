import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'

/** What the room says of it at this moment, which nobody approves and no reader sees. */
export function ConfidenceLine({ confidence }: Pick<SubmissionPage, 'confidence'>) {
  const t = words()
  if (!confidence) return null
  const level = t(`confidence.level.${confidence.level}`)
  return (
    <p className="meta">
      {t('confidence.now', { level })} {confidence.why && <q>{confidence.why}</q>}
    </p>
  )
}
