import type { Explanation } from '@/server/dossier/explanation/explanation'
import { words } from '@/server/words'

/** What was approved of a card and holds no more, folded away. */
export function Past({ explanations }: { explanations: Explanation[] }) {
  const t = words()
  return (
    <details className="dos-differ">
      <summary>{t('dossier.past', { count: explanations.length })}</summary>
      {explanations.map(({ id, reason, text, by, decided, takesBack }) => (
        <div key={id} className="dos-said">
          <p className="meta">
            {t(takesBack ? 'dossier.takenBackBy' : 'dossier.writtenBy', { name: by.name })}
          </p>
          <p>
            {!takesBack && <b>{t(`dossier.reason.${reason}`)}.</b>} <span dir="auto">{text}</span>
          </p>
          {decided && <p className="meta">{t('dossier.approved', { name: decided.by.name })}</p>}
        </div>
      ))}
    </details>
  )
}
