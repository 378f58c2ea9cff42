import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '../../../language/language'
import { claimPath, isRetraction, type PublicVersion } from '../../publication'
import { withBars } from '../../redaction/black-out'
import { claimCard } from '../claim/claim-card'
import { Removed } from '../claim/removed'
import { Standing } from '../claim/standing'
import { dayOf, type Edition } from '../edition'
import { Sprite, Stamp } from '../parts/marks'
import { deskWords } from '../parts/own-words'

type Props = { shown: PublicVersion; edition: Edition }

/** A claim's newest version, small, for a frame in somebody else's page: no script, and every link leaves the frame. */
export function embedPage(shown: PublicVersion, edition: Edition): string {
  const html = `<!doctype html>${renderToStaticMarkup(<Document shown={shown} edition={edition} />)}`
  return withBars(html, edition.say('public.removedWords'))
}

function Document({ shown, edition }: Props) {
  const { desk, stylesheet, origin } = edition
  const { claim } = shown.content
  const { title, canonical } = claimCard(shown, edition)
  return (
    <html lang={desk.language} dir={directionOf(desk.language)}>
      {/* biome-ignore lint/style/noHeadElement: no page of Next; this is the whole document */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {/* The page of the claim is the one to find. */}
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={origin + canonical} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={stylesheet} />
        <base target="_blank" />
      </head>
      <body className="pub embed">
        <Sprite of={claim.verdict && !isRetraction(shown) ? [claim.verdict] : []} />
        <Body shown={shown} edition={edition} />
      </body>
    </html>
  )
}

function Body({ shown, edition }: Props) {
  const { say, desk } = edition
  const { number, version, publicNote, publishedAt } = shown
  const { claim, scale, article } = shown.content
  const isWithdrawn = isRetraction(shown)
  return (
    <main>
      <Standing version={shown} edition={edition} />
      <Removed redactions={shown.redactions} edition={edition} />
      {!isWithdrawn && <Stamp verdict={claim.verdict} scale={scale} edition={edition} />}
      <h1 {...deskWords(claim.statement, article.language, edition)}>
        <a href={claimPath(number, claim.statement)} rel="noopener">
          {claim.statement}
        </a>
      </h1>
      {!isWithdrawn && (
        <p className="answer" {...deskWords(claim.shortAnswer, article.language, edition)}>
          {claim.shortAnswer}
        </p>
      )}
      {version > 1 && !isWithdrawn && (
        <p>
          <b>{say('public.embedCorrected', { day: dayOf(publishedAt, edition) })}</b> <bdi>{publicNote}</bdi>
        </p>
      )}
      <p className="meta">
        {say('public.embedFoot', { desk: desk.name, day: dayOf(publishedAt, edition), version })}
      </p>
    </main>
  )
}
