import type { LedgerGroup } from '../ledger'
import { referenceLabel, type Voice } from '../ledger-words'

/** What the marks of a chart stand for; those that it does not have are left out. */
export function ChartKey({ group, voice: { say } }: { group: LedgerGroup; voice: Voice }) {
  const isWorkedOut = group.rows.some(({ figure }) => figure?.workedOut)
  return (
    <p className="fig-key meta">
      <span>
        <svg width="26" height="12" aria-hidden="true">
          <path d="M3 1v10M3 6h20M23 1v10" stroke="currentColor" strokeWidth="2" fill="none" />
        </svg>
        {say('dossier.key.range')}
      </span>
      <span>
        <svg className="turns" width="26" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" fill="currentColor" />
          <path d="M8 6h15m-5-4.5 5 4.5-5 4.5" stroke="currentColor" strokeWidth="1.8" fill="none" />
        </svg>
        {say('dossier.key.open')}
      </span>
      {isWorkedOut && (
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <circle cx="7" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />
          </svg>
          {say('dossier.key.workedOut')}
        </span>
      )}
      {group.reference !== null && (
        <span>
          <svg className="held" width="8" height="14" aria-hidden="true">
            <path d="M4 0v14" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 3" />
          </svg>
          {say('dossier.key.line', { label: referenceLabel(group) })}
        </span>
      )}
    </p>
  )
}
