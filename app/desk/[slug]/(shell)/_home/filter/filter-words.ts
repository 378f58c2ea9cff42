import { stages } from '@/db/vocabulary'
import type { FilterName } from '@/server/article/list/article-filter'
import { screenLocale, words } from '@/server/words'

/** How a value of a filter is said. */
export function wordOf(name: FilterName, value: string): string {
  const t = words()
  if (name === 'language') return languageName(value)
  if (name === 'due') return value === 'overdue' ? t('work.filters.overdue') : t('work.filters.today')
  if (name !== 'stage') return value
  if (value === 'not-started') return t('desk.status.not-started')
  const stage = stages.find((one) => one === value)
  return stage ? t(`stage.${stage}`) : value
}

/** A language's name on screens; its code where it has none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(screenLocale(), { type: 'language' }).of(code) ?? code
  } catch {
    // What a page states as its language need not be a code at all.
    return code
  }
}
