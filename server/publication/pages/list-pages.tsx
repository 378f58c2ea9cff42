import { verdicts } from '../../../db/vocabulary'
import type { Scale } from '../../claim/scale'
import { claimPath, isRetraction, type PublicVersion } from '../publication'
import { type Edition, momentOf } from './edition'
import { VerdictLabel } from './parts/marks'
import { ScaleList } from './parts/method'
import { toHtml } from './shell'

/** A version in a list, with the name of its desk and its claim's newest statement. */
export type Listed = Pick<
  PublicVersion,
  'number' | 'version' | 'kind' | 'publicNote' | 'publishedAt' | 'underReview'
> & {
  statement: string
  verdict: PublicVersion['content']['claim']['verdict']
  scale: Scale | null
  desk: string
  isDemo: boolean
  /** Whether it is still what readers have of its claim. */
  isNewest: boolean
}

/** The newest checks of all desks, newest first. */
export function latestPage(listed: Listed[], edition: Edition): string {
  return listPage(listed, edition, { path: '/latest', title: 'latest', text: 'latestText' })
}

/** Every correction of all desks, newest first. */
export function correctionsPage(listed: Listed[], edition: Edition): string {
  return listPage(listed, edition, { path: '/corrections', title: 'corrections', text: 'correctionsText' })
}

/** For addresses where nothing is: a check that was approved a moment ago is being made. */
export function missingPage(edition: Edition): string {
  const { say, desk } = edition
  return toHtml({
    edition,
    title: `${say('public.missing')} – ${desk.name}`,
    description: say('public.missingText'),
    canonical: '/',
    isHidden: true,
    marks: [],
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('public.missing')}</h1>
          <p className="pub-stand">{say('public.missingText')}</p>
        </header>
      </main>
    ),
  })
}

type List = { path: string; title: 'latest' | 'corrections'; text: 'latestText' | 'correctionsText' }

function listPage(listed: Listed[], edition: Edition, { path, title, text }: List): string {
  const { say, desk } = edition
  const isEmpty = listed.length === 0
  const none = title === 'latest' ? say('public.nothingYet') : say('public.noCorrections')
  return toHtml({
    edition,
    title: `${say(`public.${title}`)} – ${desk.name}`,
    description: say(`public.${text}`),
    canonical: path,
    isHidden: listed.some(({ isDemo }) => isDemo),
    marks: listed.flatMap((item) => (isRetraction(item) ? [] : (item.verdict ?? []))),
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say(`public.${title}`)}</h1>
          <p className="pub-stand">{isEmpty ? none : say(`public.${text}`)}</p>
        </header>
        {!isEmpty && (
          <ol className="pub-list">
            {listed.map((item) => (
              <Item key={`${item.number}-${item.version}`} item={item} edition={edition} />
            ))}
          </ol>
        )}
      </main>
    ),
  })
}

function Item({ item, edition }: { item: Listed; edition: Edition }) {
  const { say, desk } = edition
  const note = item.kind === 'first' ? '' : `${say(`submissionKind.${item.kind}`)}. ${item.publicNote}`
  return (
    <li>
      <a className="pub-item" href={claimPath(item.number, item.statement)}>
        {item.statement}
      </a>
      {isRetraction(item) ? (
        <b>{say('public.retracted')}</b>
      ) : (
        <VerdictLabel verdict={item.verdict} scale={item.scale} edition={edition} />
      )}
      {note && <p>{note}</p>}
      {item.isNewest && item.underReview && (
        <p>
          <b>{say('public.underReview', { day: momentOf(item.underReview.at, edition) })}</b>{' '}
          {item.underReview.line}
        </p>
      )}
      <p className="meta">
        {item.desk !== desk.name && `${item.desk}, `}
        <time dateTime={item.publishedAt.toISOString()}>{momentOf(item.publishedAt, edition)}</time>,{' '}
        {say('public.version', { version: item.version }).toLowerCase()}
      </p>
    </li>
  )
}

/** A desk's scale as it holds now. */
export type DeskScale = { desk: string; scale: Scale }

/** How claims are checked and what each verdict means, on each desk that publishes. */
export function aboutPage(scales: DeskScale[], edition: Edition): string {
  const { say, desk } = edition
  return toHtml({
    edition,
    title: `${say('public.about')} – ${desk.name}`,
    description: say('public.method'),
    canonical: '/about',
    marks: [...verdicts],
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('public.about')}</h1>
        </header>
        <section className="pub-sec">
          <p>{say('public.method')}</p>
        </section>
        {scales.map(({ desk: name, scale }) => (
          <section key={name} className="pub-sec">
            <h2>
              {scales.length > 1
                ? say('public.whatVerdictsMeanAt', { desk: name })
                : say('public.whatVerdictsMean')}
            </h2>
            <ScaleList scale={scale} edition={edition} />
          </section>
        ))}
      </main>
    ),
  })
}
