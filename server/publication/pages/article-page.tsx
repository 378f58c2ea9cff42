import { type Verdict, verdicts } from '../../../db/vocabulary'
import { styleOf } from '../../claim/verdict'
import { linkOf } from '../../source/source'
import { articlePath, claimPath, type PublicVersion } from '../publication'
import { dayOf, type Edition, momentOf, namesOf, statedDay } from './edition'
import { type ArticleBlock, ArticleText } from './parts/article-text'
import { Mark, Stamp, VerdictLabel } from './parts/marks'
import { Method } from './parts/method'
import { Sources } from './parts/sources'
import { toHtml } from './shell'

/** A checked article as readers see it: its published claims in order of the text, each with all its versions. */
export type CheckedArticle = {
  number: number
  title: string
  /** For each claim all versions, newest first. */
  claims: PublicVersion[][]
  /** The article's own text with the revision it is of; null unless it is the desk's own. */
  text: { revision: string; blocks: ArticleBlock[] } | null
}

type Props = { checked: CheckedArticle; newest: PublicVersion[]; edition: Edition }

/** The page of a checked article: verdict by verdict, then claim by claim. */
export function articlePage(checked: CheckedArticle, edition: Edition): string {
  const newest = checked.claims.flatMap(([version]) => version ?? [])
  const { say } = edition
  const title = say('public.checkedIn', { title: checked.title })
  return toHtml({
    edition,
    title: `${title} – ${edition.desk.name}`,
    description: `${say('public.summary', { count: newest.length })}.`,
    canonical: articlePath(checked.number, checked.title),
    marks: newest.flatMap(({ content }) => content.claim.verdict ?? []),
    children: <Body checked={checked} newest={newest} edition={edition} />,
  })
}

function Body(props: Props) {
  const { checked, newest, edition } = props
  const { say } = edition
  return (
    <main id="main" className="pub-grid" tabIndex={-1}>
      <header className="pub-head">
        <p className="slug">{say('public.factCheck')}</p>
        <h1>{say('public.checkedIn', { title: checked.title })}</h1>
        <Facts {...props} />
      </header>
      <Summary {...props} />
      {checked.text && <ArticleText {...checked.text} claims={newest} edition={edition} />}
      <ol className="pub-claims">
        {newest.map((version, index) => (
          <ClaimItem key={version.number} version={version} place={index + 1} edition={edition} />
        ))}
      </ol>
      <Corrections {...props} />
      <Method edition={edition} />
      <Contents {...props} />
    </main>
  )
}

function Facts({ checked, newest, edition }: Props) {
  const { say } = edition
  const versions = checked.claims.flat()
  const article = newest[0]?.content.article
  const times = versions.map(({ publishedAt }) => publishedAt).toSorted((one, other) => +one - +other)
  const [first, last] = [times[0], times.at(-1)]
  const corrections = correctionsIn(checked).length
  const people = (of: (content: PublicVersion['content']) => string[]) =>
    namesOf([...new Set(versions.flatMap(({ content }) => of(content)))])
  if (!article || !first || !last) return null
  return (
    <dl className="pub-facts">
      <div>
        <dt>{say('public.article')}</dt>
        <dd>
          <Publisher article={article} />
          {article.published && `, ${statedDay(article.published, edition)}`}
        </dd>
      </div>
      <div>
        <dt>{say('public.checked')}</dt>
        <dd>{people(({ authors }) => authors)}</dd>
      </div>
      <div>
        <dt>{say('public.approved')}</dt>
        <dd>{people(({ approvedBy }) => approvedBy)}</dd>
      </div>
      <div>
        <dt>{say('public.published')}</dt>
        <dd>
          <time dateTime={first.toISOString()}>{momentOf(first, edition)}</time>
        </dd>
      </div>
      {last > first && (
        <div>
          <dt>{say('public.changed')}</dt>
          <dd>
            <time dateTime={last.toISOString()}>{momentOf(last, edition)}</time>
            {corrections > 0 && ', '}
            {corrections > 0 && (
              <a href="#corrections">{say('public.correctionCount', { count: corrections })}</a>
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Publisher({ article }: { article: PublicVersion['content']['article'] }) {
  const address = linkOf(article.address ?? '')
  const name = article.publisher ?? (address ? new URL(address).host : article.title)
  if (!address) return name
  return (
    <a href={address} rel="nofollow noopener">
      {name}
    </a>
  )
}

function Summary({ newest, edition }: Props) {
  const { say } = edition
  const groups = verdicts
    .map((verdict) => ({
      verdict,
      claims: newest.filter(({ content }) => content.claim.verdict === verdict),
    }))
    .filter(({ claims }) => claims.length > 0)
  return (
    <section className="pub-sum" aria-labelledby="summary">
      <h2 id="summary">{say('public.summary', { count: newest.length })}</h2>
      <ol className="unitbar" aria-label={say('public.summaryLabel')}>
        {groups.flatMap(({ verdict, claims }, group) =>
          claims.map((version, index) => (
            <li
              key={version.number}
              className={`${styleOf(verdict)}${group > 0 && index === 0 ? ' brk' : ''}`}
            >
              <a href={`#${idOf(version)}`} aria-label={labelOf(version, verdict, newest, edition)}>
                <Mark verdict={verdict} />
              </a>
            </li>
          )),
        )}
      </ol>
      <ul className="unitkey">
        {groups.map(({ verdict, claims }) => (
          <li key={verdict}>
            <b>{claims.length}</b> <VerdictLabel verdict={verdict} edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function labelOf(
  version: PublicVersion,
  verdict: Verdict,
  newest: PublicVersion[],
  { say }: Edition,
): string {
  const number = newest.indexOf(version) + 1
  return say('public.claimVerdict', { number, verdict: say(`verdict.${verdict}`) })
}

const idOf = ({ number }: PublicVersion) => `claim-${number}`

function ClaimItem({ version, place, edition }: { version: PublicVersion; place: number; edition: Edition }) {
  const { say } = edition
  const { claim } = version.content
  const said = [claim.speaker.trim(), claim.date.trim() && statedDay(claim.date, edition)].filter(Boolean)
  const isCorrected = version.kind !== 'first'
  return (
    <li className="pc" id={idOf(version)}>
      <span className="pc-no" aria-hidden="true">
        {place}
      </span>
      <article aria-labelledby={`${idOf(version)}-quote`}>
        <h2 id={`${idOf(version)}-quote`} className="pc-q">
          {claim.selectors.quote.exact}
        </h2>
        {said.length > 0 && <p className="pc-by">{said.join(', ')}</p>}
        <p className="pc-s">{claim.statement}</p>
        <Stamp verdict={claim.verdict} edition={edition} />
        <div className="pc-r">
          <p>{claim.shortAnswer}</p>
        </div>
        <details className="pc-src">
          <summary>{say('public.sourceCount', { count: claim.sources.length })}</summary>
          <Sources sources={claim.sources} edition={edition} isBrief />
        </details>
        <p className="pc-f">
          <a href={claimPath(version.number, claim.statement)}>
            {say('public.fullRecord', { version: version.version })}
          </a>
          {isCorrected && (
            <span className="corr">
              {say('public.corrected', { day: dayOf(version.publishedAt, edition) })}
            </span>
          )}
        </p>
      </article>
    </li>
  )
}

function correctionsIn({ claims }: CheckedArticle): PublicVersion[] {
  return claims
    .flat()
    .filter(({ kind }) => kind !== 'first')
    .toSorted((one, other) => +other.publishedAt - +one.publishedAt)
}

function Corrections({ checked, newest, edition }: Props) {
  const { say } = edition
  const corrections = correctionsIn(checked)
  return (
    <section className="pub-sec" id="corrections">
      <h2>{say('public.corrections')}</h2>
      {corrections.length === 0 && <p>{say('public.noCorrections')}</p>}
      {corrections.map((version) => (
        <div className="corr-note" key={`${version.number}-${version.version}`}>
          <p>
            <time dateTime={version.publishedAt.toISOString()}>{dayOf(version.publishedAt, edition)}</time>{' '}
            <b>
              {say('public.claim', {
                number: newest.findIndex(({ number }) => number === version.number) + 1,
              })}
              : {say(`submissionKind.${version.kind}`)}.
            </b>{' '}
            {version.publicNote}{' '}
            <a href={claimPath(version.number, statementOf(version, newest))}>{say('public.seeVersions')}</a>
          </p>
        </div>
      ))}
    </section>
  )
}

// A link to the newest version goes by the newest statement: an older one would have to be redirected.
function statementOf({ number, content }: PublicVersion, newest: PublicVersion[]): string {
  const current = newest.find((version) => version.number === number)
  return (current?.content ?? content).claim.statement
}

function Contents({ checked, newest, edition: { say } }: Props) {
  const [first] = newest
  return (
    <aside className="pub-aside" aria-label={say('public.aboutCheck')}>
      <nav aria-labelledby="contents">
        <h2 id="contents">{say('public.onThisPage')}</h2>
        <ul>
          <li>
            <a href="#summary">{say('public.verdicts')}</a>
          </li>
          {checked.text && (
            <li>
              <a href="#text">{say('public.wholeArticle')}</a>
            </li>
          )}
          {first && (
            <li>
              <a href={`#${idOf(first)}`}>{say('public.claimCount', { count: newest.length })}</a>
            </li>
          )}
          <li>
            <a href="#corrections">{say('public.corrections')}</a>
          </li>
          <li>
            <a href="#method">{say('public.about')}</a>
          </li>
        </ul>
      </nav>
    </aside>
  )
}
