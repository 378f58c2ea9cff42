import { labelOf } from '../../../claim/scale'
import { type Choices, type Filter, filterNames, latestPath } from '../../../latest/filter'
import { longestSearch } from '../../../search/search'
import { isRetraction } from '../../publication'
import type { Edition } from '../edition'
import { toHtml } from '../shell'
import { Item, type Listed } from './list-pages'
import { PageLinks, type Place } from './page-links'

export type Latest = Place & {
  listed: Listed[]
  filter: Filter
  choices: Choices
  /** Whether there are checks from before Proofroom, listed elsewhere. */
  hasEarlier: boolean
}

/** The newest checks of all desks, newest first, all or those that a reader asks for. */
export function latestPage(latest: Latest, { edition, forms }: { edition: Edition; forms: string }): string {
  const { listed, filter, page, hasEarlier } = latest
  const { say, desk } = edition
  const isNarrowed = filterNames.some((name) => filter[name])
  const none = isNarrowed || page > 1 ? say('list.none') : say('public.nothingYet')
  const title = isNarrowed ? say('list.title') : say('public.latest')
  return toHtml({
    ...{ edition, forms },
    title: `${title} – ${desk.name}`,
    description: say('public.latestText'),
    canonical: latestPath(filter, page),
    isHidden: isNarrowed || page > 1 || listed.some(({ isDemo }) => isDemo),
    marks: listed.flatMap((item) => (isRetraction(item) ? [] : (item.verdict ?? []))),
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{title}</h1>
          <p className="pub-stand">{listed.length === 0 ? none : say('public.latestText')}</p>
        </header>
        <Narrow latest={latest} edition={edition} />
        {listed.length > 0 && (
          <ol className="pub-list">
            {listed.map((item) => (
              <Item key={item.number} item={item} edition={edition} />
            ))}
          </ol>
        )}
        <PageLinks place={latest} pathOf={(other) => latestPath(filter, other)} edition={edition} />
        {hasEarlier && (
          <p className="pub-sec">
            <a href="/earlier">{say('earlier.title')}</a>
          </p>
        )}
      </main>
    ),
  })
}

type Part = { latest: Latest; edition: Edition }

/** What the list is narrowed to, as a form that makes the address. */
function Narrow({ latest: { filter, choices }, edition }: Part) {
  const { say, desk } = edition
  const languages = new Intl.DisplayNames([desk.language], { type: 'language' })
  const named = choices.languages.map((code) => ({ value: code, label: languages.of(code) ?? code }))
  const desks = choices.desks.map(({ slug, name }) => ({ value: slug, label: name }))
  const topics = choices.topics.map(({ slug, name }) => ({ value: slug, label: name }))
  const rated = choices.verdicts.map((one) => ({ value: one, label: labelOf(one, undefined, say) }))
  const isNarrowed = filterNames.some((name) => filter[name])
  return (
    <search>
      <form className="narrow" method="get" action="/latest">
        <div className="words">
          <label htmlFor="q">{say('list.q')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={longestSearch} dir="auto" />
        </div>
        <Choice {...{ name: 'verdict', options: rated, filter, edition }} />
        <Choice {...{ name: 'topic', options: topics, filter, edition }} />
        {desks.length > 1 && <Choice {...{ name: 'desk', options: desks, filter, edition }} />}
        {named.length > 1 && <Choice {...{ name: 'language', options: named, filter, edition }} />}
        {(['from', 'until'] as const).map((name) => (
          <div key={name}>
            <label htmlFor={name}>{say(`list.${name}`)}</label>
            <input id={name} name={name} type="date" defaultValue={filter[name]} />
          </div>
        ))}
        <div className="act">
          <button type="submit">{say('list.narrow')}</button>
          {isNarrowed && <a href="/latest">{say('list.all')}</a>}
        </div>
      </form>
    </search>
  )
}

type ChoiceProps = {
  name: 'verdict' | 'topic' | 'desk' | 'language'
  options: { value: string; label: string }[]
  filter: Filter
  edition: Edition
}

function Choice({ name, options, filter, edition: { say } }: ChoiceProps) {
  const chosen = filter[name]
  // What somebody has in an address stays chosen, also when nothing is published under it any more.
  const isKnown = !chosen || options.some(({ value }) => value === chosen)
  return (
    <div>
      <label htmlFor={name}>{say(`list.${name}`)}</label>
      <select id={name} name={name} defaultValue={chosen}>
        <option value="">{say(`list.any.${name}`)}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
