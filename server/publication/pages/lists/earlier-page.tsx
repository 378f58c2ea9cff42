import type { Verdict } from '../../../../db/vocabulary'
import { inRow } from '../../../language/stand-apart'
import { pagePath } from '../../../latest/filter'
import { type Edition, statedDay } from '../edition'
import { deskWords } from '../parts/own-words'
import { toHtml } from '../shell'
import { PageLinks, type Place } from './page-links'

/** A desk's check from before Proofroom, as the list shows it. */
export type Earlier = {
  address: string
  statement: string
  speaker: string
  publishedOn: string
  rating: string
  verdict: Verdict | null
  shortAnswer: string
  desk: string
  isDemo: boolean
}

/** The checks that were published before Proofroom, newest first; each is read where it was published. */
export function earlierPage({ earlier, ...place }: Place & { earlier: Earlier[] }, edition: Edition): string {
  const { say, desk } = edition
  const pathOf = (page: number) => pagePath('/earlier', page)
  return toHtml({
    edition,
    title: `${say('earlier.title')} – ${desk.name}`,
    description: say('earlier.lead'),
    canonical: pathOf(place.page),
    isHidden: place.page > 1 || earlier.every(({ isDemo }) => isDemo),
    marks: [],
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('earlier.title')}</h1>
          <p className="pub-stand">{say(earlier.length ? 'earlier.lead' : 'earlier.none')}</p>
        </header>
        {earlier.length > 0 && (
          <ol className="pub-list">
            {earlier.map((check) => (
              <Item key={`${check.desk} ${check.address}`} check={check} edition={edition} />
            ))}
          </ol>
        )}
        <PageLinks place={place} pathOf={pathOf} edition={edition} />
      </main>
    ),
  })
}

function Item({ check, edition }: { check: Earlier; edition: Edition }) {
  const { say, desk } = edition
  const day = statedDay(check.publishedOn, edition)
  const named = inRow([check.desk !== desk.name && check.desk, check.speaker])
  return (
    <li>
      <a
        className="pub-item"
        href={check.address}
        rel="noopener"
        {...deskWords(check.statement, null, edition)}
      >
        {check.statement}
      </a>
      <b>
        <bdi>{check.rating}</bdi>
      </b>
      {check.shortAnswer && <p {...deskWords(check.shortAnswer, null, edition)}>{check.shortAnswer}</p>}
      <p className="meta">
        {named && <bdi>{named}</bdi>}
        {named && ', '}
        <time dateTime={check.publishedOn}>{day}</time>, {say('earlier.mark')}
      </p>
    </li>
  )
}
