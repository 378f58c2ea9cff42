import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Verdict } from '../../../db/vocabulary'
import { directionOf } from '../../language/language'
import { Sprite } from '../../publication/pages/parts/marks'
import { Wordmark } from '../../wordmark'
import { words } from '../../words'
import { guestStyles } from './guest-styles'

type Sheet = {
  title: string
  language: string
  stylesheet: string
  /** The desk's public name; null where the link leads nowhere, which says of no desk. */
  desk: string | null
  marks: Verdict[]
  children: ReactNode
}

/** A whole page for a guest: no script, no cookie, no way into the desk. */
export function toGuestHtml(sheet: Sheet): string {
  return `<!doctype html>${renderToStaticMarkup(<Document {...sheet} />)}`
}

function Document({ title, language, stylesheet, desk, marks, children }: Sheet) {
  const t = words()
  return (
    <html lang={language} dir={directionOf(language)}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next; this is the whole document */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheet} />
        <style>{guestStyles}</style>
      </head>
      <body className="pub">
        <a className="skip" href="#main">
          {t('public.skip')}
        </a>
        <Sprite of={marks} />
        {desk && (
          <header className="pub-mast">
            <div className="pub-mast-in">
              <span className="pub-name">{desk}</span>
            </div>
          </header>
        )}
        {children}
        <footer className="pub-foot">
          <div className="pub-foot-in">
            <p>{t('guest.foot')}</p>
            <p className="made">
              {t('public.madeIn')} <Wordmark />
            </p>
          </div>
        </footer>
      </body>
    </html>
  )
}
