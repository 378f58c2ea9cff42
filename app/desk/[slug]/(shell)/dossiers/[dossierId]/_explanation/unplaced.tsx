import type { Explanation } from '@/server/dossier/explanation/explanation'
import { words } from '@/server/words'
import { ExplanationItem, type ExplanationPlace } from './explanation-item'

type Props = ExplanationPlace & { explanations: Explanation[] }

/** What waits for an editor, or readers have, though its figures stand on no card any more: it can still be given or taken back. */
export function Unplaced({ explanations, slug, dossierId, member, ahead, mayExplain, mayApprove }: Props) {
  const t = words()
  // By name: the browser gets no more than it shows.
  const place = { slug, dossierId, member: { id: member.id }, ahead, mayExplain, mayApprove }
  const shown = explanations.filter(({ id, decided }) => !decided || ahead.told.includes(id))
  if (shown.length === 0) return null
  return (
    <section className="dos-unplaced" aria-labelledby="unplaced-h">
      <h3 id="unplaced-h">{t('dossier.unplaced')}</h3>
      <p className="meta">{t('dossier.unplacedHint')}</p>
      {shown.map((explanation) => (
        <ExplanationItem
          key={explanation.id}
          {...{ explanation, ...place }}
          isAsked={shown.some(({ decided, replaces }) => !decided && replaces === explanation.id)}
        />
      ))}
    </section>
  )
}
