'use client'
import { words } from '@/server/words'
import { type WorkFilter, workFilters } from './filter'

type Props = { counts: Record<WorkFilter, number>; chosen: WorkFilter | null }

/** Whose work and what is due, with how many; the chosen one is kept in the address, and pressed again it goes. */
export function WorkFilters({ counts, chosen }: Props) {
  const t = words()
  // Nothing is due in most lists: those two are there when they say something.
  const shown = workFilters.filter(
    (filter) => filter === 'mine' || filter === 'unassigned' || counts[filter] > 0 || chosen === filter,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, these are buttons
    <div className="filters work" role="group" aria-label={t('work.filter')}>
      {shown.map((filter) => (
        <button
          key={filter}
          type="button"
          className="filter"
          aria-pressed={chosen === filter}
          onClick={() => showWork(chosen === filter ? null : filter)}
        >
          {t(`work.filters.${filter}`)} <span className="n">{counts[filter]}</span>
        </button>
      ))}
    </div>
  )
}

/** Puts a filter by work (null: none) into the address, which the list follows. */
export function showWork(filter: WorkFilter | null) {
  const url = new URL(window.location.href)
  if (filter) url.searchParams.set('work', filter)
  else url.searchParams.delete('work')
  window.history.replaceState(null, '', url)
}
