import { useQuery } from '@tanstack/react-query'
import { DoorOpen, FileDiff, TriangleAlert, UserRound, X } from 'lucide-react'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { stages } from '@/db/vocabulary'
import {
  type ArticleFilter,
  type ArticlePlace,
  type FilterName,
  filterShape,
  namesIn,
} from '@/server/article/list/article-filter'
import { words } from '@/server/words'
import { languageName, wordOf } from './filter-words'
import { PlaceLink } from './place-link'
import { useArticlePlace } from './use-article-place'

type Choice = { value: string; name: string }

/** What the list can be narrowed to, and below it what it is narrowed to now, each with the way back. */
export function FilterBar({ slug, isListed }: { slug: string; isListed: boolean }) {
  const t = words()
  const { place, go } = useArticlePlace()
  // They change seldom, and the list itself comes first.
  const { data: choices } = useQuery(
    useTRPC().article.choices.queryOptions({ desk: slug }, { staleTime: 60_000, enabled: isListed }),
  )
  const named = (values: string[] = []): Choice[] => values.map((value) => ({ value, name: value }))
  const stageChoices = ['not-started' as const, ...stages].map((value) => ({
    value,
    name: wordOf('stage', value),
  }))
  const languages = (choices?.languages ?? []).map((value) => ({ value, name: languageName(value) }))
  const dues = (['overdue', 'today'] as const).map((value) => ({ value, name: wordOf('due', value) }))
  const set = (name: FilterName, value: string) => {
    const changed = filterShape.safeParse({ ...place.filter, [name]: value || undefined })
    if (changed.success) go({ filter: changed.data, page: 1 })
  }
  const select = { filter: place.filter, set }
  return (
    <fieldset className="filter-bar">
      <legend className="vh">{t('articles.narrow')}</legend>
      <Select {...select} name="stage" choices={stageChoices} />
      <Select {...select} name="topic" choices={named(choices?.topics)} />
      <Select {...select} name="publisher" choices={named(choices?.publishers)} />
      <Select {...select} name="language" choices={languages} />
      <Select {...select} name="due" choices={dues} />
      <button
        type="button"
        className="filter"
        aria-pressed={place.filter.work === 'mine'}
        onClick={() => set('work', place.filter.work ? '' : 'mine')}
      >
        <Icon of={UserRound} size="xs" /> {t('articles.filter.work')}
      </button>
      <button
        type="button"
        className="filter"
        aria-pressed={place.filter.room === 'now'}
        onClick={() => set('room', place.filter.room ? '' : 'now')}
      >
        <Icon of={DoorOpen} size="xs" /> {t('articles.roomNow')}
      </button>
      <button
        type="button"
        className="filter"
        aria-pressed={place.filter.sources === 'in-doubt'}
        onClick={() => set('sources', place.filter.sources ? '' : 'in-doubt')}
      >
        <Icon of={TriangleAlert} size="xs" /> {t('articles.filter.sources')}
      </button>
      <button
        type="button"
        className="filter"
        aria-pressed={place.filter.passages === 'open'}
        onClick={() => set('passages', place.filter.passages ? '' : 'open')}
      >
        <Icon of={FileDiff} size="xs" /> {t('articles.filter.passages')}
      </button>
    </fieldset>
  )
}

type SelectProps = {
  name: FilterName
  choices: Choice[]
  filter: ArticleFilter
  set: (name: FilterName, value: string) => void
}

function Select({ name, choices, filter, set }: SelectProps) {
  const t = words()
  const value = filter[name] ?? ''
  // What the address names is shown also when no article of the desk has it any more.
  const isListed = value === '' || choices.some((choice) => choice.value === value)
  return (
    <select
      className="filter-select"
      aria-label={t(`articles.filter.${name}`)}
      data-on={value !== '' || undefined}
      value={value}
      onChange={(event) => set(name, event.target.value)}
    >
      <option value="">{t(`articles.any.${name}`)}</option>
      {!isListed && <option value={value}>{wordOf(name, value)}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.name}
        </option>
      ))}
    </select>
  )
}

/** One chip for each thing the list is narrowed to; pressed, it is taken away. */
export function Chips({ place }: { place: ArticlePlace }) {
  const t = words()
  const names = namesIn(place.filter)
  // The chip that is pressed goes: its neighbours' bar takes the focus.
  const focusBar = () => document.querySelector<HTMLElement>('.filter-bar select')?.focus()
  return (
    <ul className="chips" aria-label={t('articles.narrowedTo')}>
      {names.map((name) => (
        <li key={name}>
          <PlaceLink
            className="chip"
            to={{ filter: { ...place.filter, [name]: undefined }, page: 1 }}
            onGo={focusBar}
          >
            {t(`articles.chip.${name}`, { value: wordOf(name, place.filter[name] ?? '') })}
            <Icon of={X} size="xs" />
            <span className="vh">{t('articles.removeChip')}</span>
          </PlaceLink>
        </li>
      ))}
      {names.length > 1 && (
        <li>
          <PlaceLink className="chip-clear" to={{ filter: {}, page: 1 }} onGo={focusBar}>
            {t('articles.clear')}
          </PlaceLink>
        </li>
      )}
    </ul>
  )
}
