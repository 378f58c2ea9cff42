import type { ReactNode } from 'react'
import { countTaken } from '@/server/past/past-file'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import type { PastOutcome } from './use-past'

/** As many rows of each list as anybody reads; the counts above them are of all. */
const shown = 100

/** What became, or would become, of each row of a file: first what stays out, with its reason, then what comes in. */
export function Outcome({ outcome }: { outcome: PastOutcome }) {
  const t = words()
  const { isDry, taken, refused, rows } = outcome
  const told = (line: number) => {
    const row = rows.get(line)
    return <bdi>{row?.statement.trim() || row?.address.trim() || '–'}</bdi>
  }
  return (
    <div className="past-outcome">
      <p role="status">
        {t(isDry ? 'settings.past.would' : 'settings.past.did', {
          ...countTaken(outcome),
          refused: refused.length,
        })}
      </p>
      <Rows
        title={t('settings.past.staysOut')}
        rows={refused.map(({ line, why }) => ({
          line,
          said: (
            <>
              {told(line)}
              <span className="missing">{say(why)}</span>
            </>
          ),
        }))}
      />
      <Rows
        title={t(isDry ? 'settings.past.comesIn' : 'settings.past.cameIn')}
        rows={taken.map(({ line, becomes }) => ({
          line,
          said: (
            <>
              {told(line)}
              <span className="meta">
                {rows.get(line)?.date.trim()} · {t(`settings.past.becomes.${becomes}`)}
              </span>
            </>
          ),
        }))}
      />
    </div>
  )
}

function Rows({ title, rows }: { title: string; rows: { line: number; said: ReactNode }[] }) {
  const t = words()
  if (!rows.length) return null
  const more = rows.length - shown
  return (
    <>
      <h3 className="label">{title}</h3>
      <ul className="limits" aria-label={title}>
        {rows.slice(0, shown).map(({ line, said }) => (
          <li key={line} className="past-row">
            <span className="meta">{t('settings.past.row', { line })}</span>
            {said}
          </li>
        ))}
        {more > 0 && <li className="meta">{t('settings.past.more', { count: more })}</li>}
      </ul>
    </>
  )
}
