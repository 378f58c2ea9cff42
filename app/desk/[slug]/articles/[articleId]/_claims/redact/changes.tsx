import type { RedactionChange } from '@/server/publication/redaction/redaction'
import { words } from '@/server/words'

/** Everything that changes when words are removed: each version with how often they stand there, and what is made of them. */
export function RedactionChanges({ of: changes }: { of: RedactionChange[] }) {
  const t = words()
  return (
    <section className="dependents" aria-labelledby="redaction-changes">
      <h3 id="redaction-changes" className="label">
        {t('redact.changes')}
      </h3>
      <ul>
        {changes.map((change) => (
          <li key={change.path}>
            <a href={change.path} target="_blank" rel="noopener">
              {change.what === 'version' ? t('redact.version', change) : t('redact.text')}
            </a>{' '}
            <span className="meta">{t('redact.times', { times: change.times })}</span>
          </li>
        ))}
        {changes.length > 0 && <li>{t('redact.copies')}</li>}
      </ul>
      {changes.length === 0 && <p>{t('redact.nowhere')}</p>}
    </section>
  )
}
