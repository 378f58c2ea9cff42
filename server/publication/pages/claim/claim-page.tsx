import type { Verdict } from '../../../../db/vocabulary'
import { claimReviewOf } from '../../claim-review'
import { articlePath, claimPath, type PublicVersion, versionPath } from '../../publication'
import { dayOf, type Edition, momentOf, namesOf, statedDay } from '../edition'
import { Stamp } from '../parts/marks'
import { Sources } from '../parts/sources'
import { toHtml } from '../shell'
import { Quote } from './quote'
import { Rationale } from './rationale'
import { Record, Use } from './record'
import { Versions } from './versions'

type Props = { shown: PublicVersion; edition: Edition }

/** The page of a claim's newest version; `versions` are all of them, newest first. */
export function claimPage(versions: PublicVersion[], edition: Edition): string {
  const [shown] = versions
  if (!shown) throw new Error('a claim page needs a version')
  const { statement, verdict } = shown.content.claim
  const label = verdict ? edition.say(`verdictShort.${verdict}`) : ''
  return toHtml({
    edition,
    title: edition.say('public.claimTitle', { statement, verdict: label, desk: edition.desk.name }),
    description: shown.content.claim.shortAnswer,
    canonical: claimPath(shown.number, statement),
    marks: marksOf(versions),
    data: claimReviewOf(versions, edition.desk, edition.origin),
    children: <Body shown={shown} versions={versions} edition={edition} isNewest />,
  })
}

/** The page of one version under its own address; nothing on it depends on later ones. */
export function versionPage(shown: PublicVersion, earlier: PublicVersion[], edition: Edition): string {
  const { statement, shortAnswer } = shown.content.claim
  const values = { statement, version: shown.version, desk: edition.desk.name }
  const versions = [shown, ...earlier]
  return toHtml({
    edition,
    title: edition.say('public.versionTitle', values),
    description: shortAnswer,
    canonical: versionPath(shown.number, shown.version),
    isHidden: true,
    marks: marksOf(versions),
    children: <Body shown={shown} versions={versions} edition={edition} isNewest={false} />,
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
      <Head shown={shown} edition={edition} />
      <Correction shown={shown} edition={edition} />
      <Quote shown={shown} edition={edition} />
      <section className="pub-sec">
        <h2>{say('public.shortAnswer')}</h2>
        <p className="answer">{claim.shortAnswer}</p>
      </section>
      <section className="pub-sec body">
        <h2>{say('public.why')}</h2>
        <Rationale rationale={claim.rationale} sources={claim.sources} edition={edition} />
        {claim.asKnownAt && (
          <p className="known">{say('public.asKnownAt', { day: statedDay(claim.asKnownAt, edition) })}</p>
        )}
      </section>
      {claim.notKnown.trim() && (
        <section className="pub-sec">
          <h2>{say('public.notKnown')}</h2>
          <p>{claim.notKnown}</p>
        </section>
      )}
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
  const { claim, article, authors, approvedBy } = shown.content
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
      <Stamp verdict={claim.verdict} edition={edition} isLarge />
      {claim.verdict && (
        <p className="meaning">
          {say('public.meaning', { meaning: say(`verdictMeaning.${claim.verdict}`) })}
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
  if (kind === 'first') return null
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
  return versions.flatMap(({ content }) => content.claim.verdict ?? [])
}
