'use client'
import { type Stage, stages } from '@/db/vocabulary'
import { words } from '@/server/words'

type Props = { counts: Record<Stage, number>; all: number; chosen: Stage | null }

/** One button a stage with how many claims stand there; the chosen one is kept in the address. */
export function StageFilters({ counts, all, chosen }: Props) {
  const t = words()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons
    <div className="filters" role="group" aria-label={t('claim.filterByStage')}>
      <button type="button" className="filter" aria-pressed={chosen === null} onClick={() => showStage(null)}>
        {t('claim.all')} <span className="n">{all}</span>
      </button>
      {stages.map((stage) => (
        <button
          key={stage}
          type="button"
          className="filter"
          aria-pressed={chosen === stage}
          onClick={() => showStage(stage)}
        >
          {t(`stage.${stage}`)} <span className="n">{counts[stage]}</span>
        </button>
      ))}
    </div>
  )
}

/** Puts a stage (null: every stage) into the address, which the list follows. */
export function showStage(stage: Stage | null) {
  const url = new URL(window.location.href)
  if (stage) url.searchParams.set('stage', stage)
  else url.searchParams.delete('stage')
  window.history.replaceState(null, '', url)
}
