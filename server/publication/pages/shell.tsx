import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Verdict } from '../../../db/vocabulary'
import { directionOf } from '../../language/language'
import { Wordmark } from '../../wordmark'
import { jsonInHtml } from '../markup/json-in-html'
import { deskPath, feedPath } from '../publication'
import { withBars } from '../redaction/black-out'
import type { Edition } from './edition'
import { Sprite } from './parts/marks'

export type Sheet = {
  edition: Edition
  title: string
  description: string
  /** Path of the address readers should end at. */
  canonical: string
  /** Left out of search engines: demo desks and all versions but the newest. */
  isHidden?: boolean
  /** Verdicts whose marks the page shows. */
  marks: Verdict[]
  /** What tells of changes of this very page; else of everything that is published. */
  feed?: string
  /** Where somebody reports what is wrong here. */
  report?: string
  /** Where somebody asks to be told of changes by mail; a demo sends none. */
  follow?: string
  /** A style sheet for more than reading. */
  forms?: string
  /** A script of our own: on one page alone. */
  script?: string
  /** Where programs read the same, each with its media type. */
  alternates?: { type: string; href: string }[]
  /** What a link to the page shows elsewhere. */
  picture?: { path: string; width: number; height: number; text: string }
  /** Machine-readable data for the head, or null. */
  data?: object | null
  children: ReactNode
}

/** A whole public document: no script but data, unless the sheet names one, and nothing from another host. */
export function toHtml(sheet: Sheet): string {
  const html = `<!doctype html>${renderToStaticMarkup(<Document {...sheet} />)}`
  return withBars(html, sheet.edition.say('public.removedWords'))
}

function Document(sheet: Sheet) {
  const { edition, title, description, canonical, isHidden, marks, feed = 'latest', data, children } = sheet
  const { alternates = [] } = sheet
  const { desk, origin, stylesheet, say } = edition
  const address = origin + canonical
  return (
    <html lang={desk.language} dir={directionOf(desk.language)}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next; this is the whole document */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {(isHidden || desk.isDemo) && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={address} />
        <link rel="alternate" type="application/atom+xml" href={feedPath(feed, 'atom')} />
        {alternates.map(({ type, href }) => (
          <link key={type} rel="alternate" type={type} href={href} />
        ))}
        <meta property="og:title" content={title} />
        <meta property="og:url" content={address} />
        {sheet.picture && <Picture picture={sheet.picture} sheet={sheet} />}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={stylesheet} />
        {sheet.forms && <link rel="stylesheet" href={sheet.forms} />}
        {sheet.script && <script src={sheet.script} defer />}
        {data && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonInHtml leaves no character that could end the script
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInHtml(data) }} />
        )}
      </head>
      <body className="pub">
        <a className="skip" href="#main">
          {say('public.skip')}
        </a>
        <Sprite of={marks} />
        <Masthead edition={edition} />
        {desk.isDemo && <aside className="demo">{say('public.demo')}</aside>}
        {children}
        <Foot edition={edition} feed={feed} report={sheet.report} follow={sheet.follow} />
      </body>
    </html>
  )
}

type PictureProps = { picture: NonNullable<Sheet['picture']>; sheet: Sheet }

/** Open Graph has these names; without the last line X shows the picture small. */
function Picture({ picture: { path, width, height, text }, sheet: { edition, description } }: PictureProps) {
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={edition.desk.name} />
      <meta property="og:description" content={description} />
      <meta property="og:image" content={edition.origin + path} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(width)} />
      <meta property="og:image:height" content={String(height)} />
      <meta property="og:image:alt" content={text} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

function Masthead({ edition: { desk, say } }: { edition: Edition }) {
  return (
    <header className="pub-mast">
      <div className="pub-mast-in">
        <a className="pub-name" href="/latest">
          <bdi>{desk.name}</bdi>
        </a>
        <nav aria-label={say('public.main')}>
          <a href="/latest">{say('public.latest')}</a>
          <a href="/corrections">{say('public.corrections')}</a>
          <a href="/about">{say('public.about')}</a>
        </nav>
      </div>
    </header>
  )
}

type FootProps = { edition: Edition; feed: string; report: string | undefined; follow: string | undefined }

function Foot({ edition: { desk, say }, feed, report, follow }: FootProps) {
  return (
    <footer className="pub-foot">
      <div className="pub-foot-in">
        <p>{say('public.foot', { desk: desk.name })}</p>
        <p>
          <a href={feedPath(feed, 'atom')}>{say('public.follow')}</a>
        </p>
        {follow && !desk.isDemo && (
          <p>
            <a href={follow}>{say('follow.title')}</a>
          </p>
        )}
        {desk.slug && (
          <p>
            <a href={deskPath(desk.slug)}>{say('public.aboutDesk', { desk: desk.name })}</a>
          </p>
        )}
        {report && (
          <p>
            <a href={report}>{say('report.title')}</a>
          </p>
        )}
        <p className="made">
          {say('public.madeIn')} <Wordmark />
        </p>
      </div>
    </footer>
  )
}

// The logo, small enough to stand in the page: no second request.
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#fff" stroke="#16181b" stroke-width="1.5" d="M.8.8h30.4v30.4H.8z"/><path d="M7 10h18M7 15h6m6 0h6" stroke="#16181b" stroke-width="2"/><path d="m9.5 26 6.5-12 6.5 12" fill="none" stroke="#1d4e9e" stroke-width="2.6"/></svg>',
)}`
