import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Verdict } from '../../../db/vocabulary'
import { Wordmark } from '../../wordmark'
import { jsonInHtml } from '../claim-review'
import type { Edition } from './edition'
import { feedPath } from './feed'
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
  /** Machine-readable data for the head, or null. */
  data?: object | null
  children: ReactNode
}

/** A whole public document: no script but data, one style sheet, nothing from another host. */
export function toHtml(sheet: Sheet): string {
  return `<!doctype html>${renderToStaticMarkup(<Document {...sheet} />)}`
}

function Document(sheet: Sheet) {
  const { edition, title, description, canonical, isHidden, marks, feed = 'latest', data, children } = sheet
  const { desk, origin, stylesheet, say } = edition
  const address = origin + canonical
  return (
    <html lang={desk.language}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next; this is the whole document */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        {(isHidden || desk.isDemo) && <meta name="robots" content="noindex" />}
        <link rel="canonical" href={address} />
        <link rel="alternate" type="application/atom+xml" href={feedPath(feed, 'atom')} />
        <meta property="og:title" content={title} />
        <meta property="og:url" content={address} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={icon} />
        <link rel="stylesheet" href={stylesheet} />
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
        <Foot edition={edition} feed={feed} />
      </body>
    </html>
  )
}

function Masthead({ edition: { desk, say } }: { edition: Edition }) {
  return (
    <header className="pub-mast">
      <div className="pub-mast-in">
        <a className="pub-name" href="/latest">
          {desk.name}
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

function Foot({ edition: { desk, say }, feed }: { edition: Edition; feed: string }) {
  return (
    <footer className="pub-foot">
      <div className="pub-foot-in">
        <p>{say('public.foot', { desk: desk.name })}</p>
        <p>
          <a href={feedPath(feed, 'atom')}>{say('public.follow')}</a>
        </p>
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
