import { entryOf, labelOf } from '../../../claim/scale'
import { type Named, namedPath, topicsIn } from '../../named/named'
import { articlePath, isRetraction, type PublicVersion } from '../../publication'
import { dayOf, type Edition, momentOf, namesOf } from '../edition'
import { Stamp } from '../parts/marks'
import { deskWords } from '../parts/own-words'

type Props = { shown: PublicVersion; edition: Edition }

/** What is checked, the verdict with its definition, and whose check it is. */
export function Head({ shown, edition }: Props) {
  const { claim, scale, article, authors, approvedBy } = shown.content
  const { say } = edition
  return (
    <header className="pub-head">
      <p className="slug">
        <a href={articlePath(article.number, article.title)}>
          {say('public.checkedIn', { title: article.title })}
        </a>{' '}
        / {say('public.claim', { number: shown.number })}
      </p>
      <h1 {...deskWords(claim.statement, article.language, edition)}>{claim.statement}</h1>
      <Rating shown={shown} edition={edition} />
      {claim.verdict && !isRetraction(shown) && (
        <p className="meaning">
          {say('public.meaning', { meaning: entryOf(claim.verdict, scale, say).meaning })}
        </p>
      )}
      <p className="cl-ver meta">
        {say('public.version', { version: shown.version })},{' '}
        <time dateTime={shown.publishedAt.toISOString()}>{momentOf(shown.publishedAt, edition)}</time>.{' '}
        {authors.length > 0 && `${say('public.checkedBy', { names: namesOf(authors) })} `}
        {say('public.approvedBy', { names: namesOf(approvedBy) })}
      </p>
      <Topics topics={topicsIn(shown.content)} edition={edition} />
    </header>
  )
}

/** The verdict as a stamp; one that was retracted is only told. */
function Rating({ shown, edition }: Props) {
  const { claim, scale } = shown.content
  const { verdict } = claim
  if (!verdict || !isRetraction(shown))
    return <Stamp verdict={verdict} scale={scale} edition={edition} isLarge />
  const { say } = edition
  return <p className="meaning">{say('public.wasRated', { verdict: labelOf(verdict, scale, say) })}</p>
}

function Topics({ topics, edition: { say } }: { topics: Named[]; edition: Edition }) {
  if (!topics.length) return null
  return (
    <p className="cl-ver meta">
      {say('public.topics')}{' '}
      {topics.map(({ name, spelling }, place) => (
        <span key={spelling}>
          {place > 0 && ', '}
          <a href={namedPath('topic', spelling)}>
            <bdi>{name}</bdi>
          </a>
        </span>
      ))}
    </p>
  )
}

/** Leads from a version to the newest. */
export function OlderLine({ shown, edition: { say } }: Props) {
  const newest = `/c/${shown.number}`
  return (
    <p className="older">
      {say('public.versionLine', { version: shown.version })} <a href={newest}>{newest}</a>
    </p>
  )
}

/** What this version corrects, in the desk’s words. */
export function Correction({ shown, edition }: Props) {
  const { kind, publicNote, publishedAt } = shown
  if (kind === 'first' || kind === 'retraction') return null
  const { say } = edition
  const word = kind === 'clarification' ? 'clarification' : 'correction'
  return (
    <section className="corr-note" aria-label={say(`submissionKind.${kind}`)}>
      <p>
        <b>{say(`public.${word}`, { day: dayOf(publishedAt, edition) })}</b> <bdi>{publicNote}</bdi>{' '}
        <a href="#versions">{say('public.seeVersions')}</a>
      </p>
    </section>
  )
}
