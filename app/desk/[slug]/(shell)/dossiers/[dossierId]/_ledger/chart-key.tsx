import { words } from '@/server/words'

/** What the marks of the chart stand for. */
export function ChartKey() {
  const t = words()
  return (
    <p className="fig-key meta">
      <span>
        <svg width="26" height="12" aria-hidden="true">
          <path d="M3 1v10M3 6h20M23 1v10" stroke="currentColor" strokeWidth="2" fill="none" />
        </svg>
        {t('dossier.key.range')}
      </span>
      <span>
        <svg className="turns" width="26" height="12" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" fill="currentColor" />
          <path d="M8 6h15m-5-4.5 5 4.5-5 4.5" stroke="currentColor" strokeWidth="1.8" fill="none" />
        </svg>
        {t('dossier.key.open')}
      </span>
    </p>
  )
}
