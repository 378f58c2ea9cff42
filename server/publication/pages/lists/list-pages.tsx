import { verdicts } from '../../../../db/vocabulary'
import type { Scale } from '../../../claim/scale'
import { pagePath } from '../../../latest/filter'
import { claimPath, deskPath, isRetraction, type PublicDesk, type PublicVersion } from '../../publication'
import { type Edition, momentOf } from '../edition'
import { VerdictLabel } from '../parts/marks'
import { ScaleList } from '../parts/method'
import { deskWords } from '../parts/own-words'
import { toHtml } from '../shell'
import { PageLinks, type Place } from './page-links'

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

/** Every correction of all desks, newest first. */
export function correctionsPage(
  { listed, ...place }: Place & { listed: Listed[] },
  edition: Edition,
): string {
  const { say, desk } = edition
  const pathOf = (page: number) => pagePath('/corrections', page)
  const isEmpty = listed.length === 0
  return toHtml({
    edition,
    title: `${say('public.corrections')} – ${desk.name}`,
    description: say('public.correctionsText'),
    canonical: pathOf(place.page),
    isHidden: place.page > 1 || listed.some(({ isDemo }) => isDemo),
    marks: listed.flatMap((item) => (isRetraction(item) ? [] : (item.verdict ?? []))),
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('public.corrections')}</h1>
          <p className="pub-stand">{say(isEmpty ? 'public.noCorrections' : 'public.correctionsText')}</p>
        </header>
        {!isEmpty && (
          <ol className="pub-list">
            {listed.map((item) => (
              <Item key={`${item.number}-${item.version}`} item={item} edition={edition} />
            ))}
          </ol>
        )}
        <PageLinks place={place} pathOf={pathOf} edition={edition} />
      </main>
    ),
  })
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

/** A version in a list: its claim's statement, how it was rated, and when. */
export function Item({ item, edition }: { item: Listed; edition: Edition }) {
  const { say, desk } = edition
  return (
    <li>
      <a
        className="pub-item"
        href={claimPath(item.number, item.statement)}
        {...deskWords(item.statement, null, edition)}
      >
        {item.statement}
      </a>
      {isRetraction(item) ? (
        <b>{say('public.retracted')}</b>
      ) : (
        <VerdictLabel verdict={item.verdict} scale={item.scale} edition={edition} />
      )}
      {item.kind !== 'first' && (
        <p>
          {say(`submissionKind.${item.kind}`)}. <bdi>{item.publicNote}</bdi>
        </p>
      )}
      {item.isNewest && item.underReview && (
        <p>
          <b>{say('public.underReview', { day: momentOf(item.underReview.at, edition) })}</b>{' '}
          <bdi>{item.underReview.line}</bdi>
        </p>
      )}
      <p className="meta">
        {item.desk !== desk.name && (
          <>
            <bdi>{item.desk}</bdi>,{' '}
          </>
        )}
        <time dateTime={item.publishedAt.toISOString()}>{momentOf(item.publishedAt, edition)}</time>,{' '}
        {say('public.version', { version: item.version }).toLowerCase()}
      </p>
    </li>
  )
}

/** A desk's scale as it holds now. */
export type DeskScale = { desk: string; scale: Scale }

/** How claims are checked and what each verdict means, on each desk that publishes. */
export function aboutPage(
  scales: DeskScale[],
  desks: Pick<PublicDesk, 'slug' | 'name'>[],
  edition: Edition,
  hasDataset: boolean,
): string {
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
          {hasDataset && (
            <p>
              <a href="/dataset">{say('dataset.link')}</a>
            </p>
          )}
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
        <section className="pub-sec">
          <h2>{say('public.desks')}</h2>
          <ul className="ways">
            {desks.map(({ slug, name }) => (
              <li key={slug}>
                <a href={deskPath(slug)}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      </main>
    ),
  })
}
