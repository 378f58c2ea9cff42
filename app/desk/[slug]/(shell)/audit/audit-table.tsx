import { type AuditLine, namelessIn, said } from '../../../../../server/audit/audit-view'
import { words } from '../../../../../server/words'
import { actInWords } from './act-in-words'
import { momentOn } from './moment-on'

type Props = { lines: AuditLine[]; timeZone: string }

/** One line an entry: when, who, what and how it ended. */
export function AuditTable({ lines, timeZone }: Props) {
  const t = words()
  return (
    <section className="table-scroll" aria-label={t('audit.entries')} tabIndex={-1}>
      <table className="table audit">
        <caption className="vh">{t('audit.entries')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.outcome')}</th>
            <th scope="col">{t('audit.whereFrom')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className="audit-when">
                <time dateTime={line.at.toISOString()}>{momentOn(line.at, timeZone)}</time>
              </td>
              <td>{line.who?.name ?? t(`audit.${namelessIn(line)}`)}</td>
              <td>
                {actInWords(line.act)}
                <span className="meta">{line.way}</span>
                <Named of={line} />
              </td>
              <td>
                {line.outcome === 'done' ? (
                  t('audit.done')
                ) : (
                  <>
                    <strong>{t('audit.refused')}</strong>
                    <span className="meta">{line.outcome}</span>
                  </>
                )}
              </td>
              <td>
                {line.address ?? '–'}
                {line.requestId && <span className="meta mono">{line.requestId}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Named({ of: { things, words: fixed } }: { of: AuditLine }) {
  const named = said({ ...fixed, ...things })
  return named ? <span className="meta mono">{named}</span> : null
}
