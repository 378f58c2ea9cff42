import type { Verdict } from '../../../../db/vocabulary'
import { entryOf, labelOf } from '../../../claim/scale'
import { claimReviewOf } from '../../claim-review'
import { articlePath, isRetraction, type PublicVersion, versionPath } from '../../publication'
import { dayOf, type Edition, momentOf, namesOf } from '../edition'
import { Stamp } from '../parts/marks'
import { NotKnown, Why } from '../parts/reasons'
import { Sources } from '../parts/sources'
import { toHtml } from '../shell'
import { claimCard } from './claim-card'
import { Dissenting } from './dissent'
import { Quote } from './quote'
import { Record, Use } from './record'
import { Standing } from './standing'
import { Versions } from './versions'

type Props = { shown: PublicVersion; edition: Edition }

/** The page of a claim's newest version; `versions` are all of them, newest first. */
export function claimPage(versions: PublicVersion[], edition: Edition): string {
  const [shown] = versions
  if (!shown) throw new Error('a claim page needs a version')
  return toHtml({
    edition,
    ...claimCard(shown, edition),
    marks: marksOf(versions),
    feed: `c/${shown.number}`,
    data: claimReviewOf(versions, edition.desk, edition.origin),
    children: <Body shown={shown} versions={versions} edition={edition} isNewest />,
  })
}

/** The page of one version under its own address; nothing on it depends on later ones. */
export function versionPage(shown: PublicVersion, earlier: PublicVersion[], edition: Edition): string {
  const { statement, shortAnswer } = shown.content.claim
  const values = { statement, version: shown.version, desk: edition.desk.name }
  // That it was put under review later stands on the newest page alone: this one never changes.
  const own = { ...shown, underReview: null }
  const versions = [own, ...earlier]
  return toHtml({
    edition,
    title: edition.say('public.versionTitle', values),
    description: shortAnswer,
    canonical: versionPath(shown.number, shown.version),
    isHidden: true,
    marks: marksOf(versions),
    children: <Body shown={own} versions={versions} edition={edition} isNewest={false} />,
  })
}

function Body({
  shown,
  versions,
  edition,
  isNewest,
}: Props & { versions: PublicVersion[]; isNewest: boolean }) {
  const { claim } = shown.content
  const { say } = edition
  return (
    <main id="main" className="pub-grid claim-page" tabIndex={-1}>
      {!isNewest && <OlderLine shown={shown} edition={edition} />}
      <Standing version={shown} edition={edition} />
      <Head shown={shown} edition={edition} />
      <Correction shown={shown} edition={edition} />
      <Quote shown={shown} edition={edition} />
      <section className="pub-sec">
        <h2>{say('public.shortAnswer')}</h2>
        <p className="answer">{claim.shortAnswer}</p>
      </section>
      <Why claim={claim} edition={edition} />
      <Dissenting shown={shown} edition={edition} />
      <NotKnown claim={claim} edition={edition} />
      <section className="pub-sec">
        <h2>{say('public.sources')}</h2>
        <Sources sources={claim.sources} edition={edition} />
      </section>
      <Versions versions={versions} edition={edition} isNewest={isNewest} />
      <Record shown={shown} edition={edition} />
      <Use shown={shown} edition={edition} />
    </main>
  )
}

function Head({ shown, edition }: Props) {
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
      <h1>{claim.statement}</h1>
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

function OlderLine({ shown, edition: { say } }: Props) {
  const newest = `/c/${shown.number}`
  return (
    <p className="older">
      {say('public.versionLine', { version: shown.version })} <a href={newest}>{newest}</a>
    </p>
  )
}

function Correction({ shown, edition }: Props) {
  const { kind, publicNote, publishedAt } = shown
  if (kind === 'first' || kind === 'retraction') return null
  const { say } = edition
  const word = kind === 'clarification' ? 'clarification' : 'correction'
  return (
    <section className="corr-note" aria-label={say(`submissionKind.${kind}`)}>
      <p>
        <b>{say(`public.${word}`, { day: dayOf(publishedAt, edition) })}</b> {publicNote}{' '}
        <a href="#versions">{say('public.seeVersions')}</a>
      </p>
    </section>
  )
}

function marksOf(versions: PublicVersion[]): Verdict[] {
  return versions.flatMap((version) => (isRetraction(version) ? [] : (version.content.claim.verdict ?? [])))
}
