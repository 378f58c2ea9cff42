import type { Explanation } from '@/server/dossier/explanation/explanation'
import type { Ahead } from '@/server/dossier/published/read-ahead'
import { words } from '@/server/words'
import { ExplanationItem } from './explanation-item'

type Props = {
  slug: string
  dossierId: string
  member: { id: string }
  mayApprove: boolean
  ahead: Ahead
  explanations: Explanation[]
}

/** What waits for an editor though its figures stand on no card any more: it can still be given back. */
export function Unplaced({ explanations, ...props }: Props) {
  const t = words()
  if (explanations.length === 0) return null
  return (
    <section className="dos-unplaced" aria-labelledby="unplaced-h">
      <h3 id="unplaced-h">{t('dossier.unplaced')}</h3>
      <p className="meta">{t('dossier.unplacedHint')}</p>
      {explanations.map((explanation) => (
        <ExplanationItem key={explanation.id} explanation={explanation} {...props} />
      ))}
    </section>
  )
}
