import type { Scale } from '../../../claim/scale'
import type { DeskTexts } from '../../../member/settings/desk-settings'
import { deskPath, deskReportPath, feedPath, followPath, isRetraction, suggestPath } from '../../publication'
import type { Edition } from '../edition'
import { Item, type Listed } from '../lists/list-pages'
import { ScaleList } from '../parts/method'
import { toHtml } from '../shell'

/** A desk to its readers: what it says of itself, its scale as it holds now, and its newest checks. */
export type AboutDesk = { texts: DeskTexts; scale: Scale; listed: Listed[] }
type Props = { about: AboutDesk; edition: Edition }

/** The page of a desk: who they are, how they check, how to reach them. */
export function deskPage(about: AboutDesk, edition: Edition): string {
  const { desk, say } = edition
  const marks = about.listed.flatMap((item) => (isRetraction(item) ? [] : (item.verdict ?? [])))
  return toHtml({
    edition,
    title: say('public.aboutDesk', { desk: desk.name }),
    description: say('public.deskText', { desk: desk.name }),
    canonical: deskPath(desk.slug),
    feed: `desks/${desk.slug}`,
    report: deskReportPath(desk.slug),
    follow: followPath(deskPath(desk.slug)),
    marks: [...marks, ...about.scale.map(({ verdict }) => verdict)],
    children: <Body about={about} edition={edition} />,
  })
}

function Body({ about, edition }: Props) {
  const { desk, say } = edition
  const { texts, scale } = about
  return (
    <main id="main" className="pub-grid plain" tabIndex={-1}>
      <header className="pub-head">
        <h1>{desk.name}</h1>
        <p className="pub-stand">{say('public.deskText', { desk: desk.name })}</p>
      </header>
      <Text id="about" title={say('public.whoWeAre')} text={texts.aboutText} />
      <section className="pub-sec" id="methodology">
        <h2>{say('public.about')}</h2>
        <Paragraphs text={texts.methodText || say('public.method')} />
        <h3>{say('public.whatVerdictsMean')}</h3>
        <ScaleList scale={scale} edition={edition} />
      </section>
      <Text id="funding" title={say('public.funding')} text={texts.fundingText} />
      <Text id="corrections" title={say('public.correctionsPolicy')} text={texts.correctionsText} />
      <Ways edition={edition} />
      <Newest about={about} edition={edition} />
    </main>
  )
}

function Text({ id, title, text }: { id: string; title: string; text: string }) {
  if (!text) return null
  return (
    <section className="pub-sec" id={id}>
      <h2>{title}</h2>
      <Paragraphs text={text} />
    </section>
  )
}

/** Plain words as they were typed: a blank line ends a paragraph, a line's end stays. */
function Paragraphs({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph, place) => (
    // The paragraphs of a finished page never change place.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <p key={place} className="lines" dir="auto">
      {paragraph}
    </p>
  ))
}

/** How to reach the desk and how to follow it. */
function Ways({ edition: { desk, say } }: { edition: Edition }) {
  const ways = [
    [deskReportPath(desk.slug), say('report.title')],
    [suggestPath(desk.slug), say('report.suggest')],
    ['/corrections', say('public.corrections')],
    ...(desk.isDemo ? [] : [[followPath(deskPath(desk.slug)), say('follow.title')]]),
    [feedPath(`desks/${desk.slug}`, 'atom'), say('public.follow')],
    [feedPath(`desks/${desk.slug}`, 'rss'), 'RSS'],
    [feedPath(`desks/${desk.slug}`, 'json'), 'JSON Feed'],
  ]
  return (
    <section className="pub-sec" id="reach">
      <h2>{say('public.reach')}</h2>
      <p>{say('public.reachText')}</p>
      <ul className="ways">
        {ways.map(([address, name]) => (
          <li key={address}>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Newest({ about: { listed }, edition }: Props) {
  const { say } = edition
  return (
    <section className="pub-sec" id="latest">
      <h2>{say('public.latest')}</h2>
      {listed.length === 0 ? (
        <p>{say('public.nothingYet')}</p>
      ) : (
        <ol className="pub-list">
          {listed.map((item) => (
            <Item key={`${item.number}-${item.version}`} item={item} edition={edition} />
          ))}
        </ol>
      )}
    </section>
  )
}
