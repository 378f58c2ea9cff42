import { bylineIn, isPerson, namesIn } from '../byline'
import type { Found } from '../extraction'
import { lettersOf } from '../language'
import { datesIn } from '../stated-date'
import type { Window } from './body-window'
import { type Headline, siteSuffix } from './headline'
import type { Line } from './line-classes'

/** The publisher as the page names it: behind the repeated headline, or in a copyright line under the body. */
export function publisherOf(lines: Line[], window: Window, headline: Headline | null): Found<string> | null {
  const named = headline ? behindHeadline(lines, headline.text) : null
  if (named) return { value: named, from: 'page' }
  for (const line of lines.slice(window.end)) {
    const owner = copyrightOwner(line.text)
    // The owner of the rights is the publisher only where the page's head bears the same name.
    if (owner && isNamedAbove(lines, window, owner)) return { value: owner, from: 'page' }
  }
  return null
}

function behindHeadline(lines: Line[], title: string): string | null {
  for (const { text } of lines) {
    const parts = siteSuffix.exec(text)?.groups
    const isSite =
      parts?.site && parts.site.split(' ').length <= 5 && lettersOf(parts.title ?? '') === lettersOf(title)
    if (isSite) return parts.site?.trim() ?? null
    const last = text.split(/\s+[|–—·-]\s+/u).at(-1) ?? ''
    const starts = text.length > title.length && text.toLowerCase().startsWith(`${title.toLowerCase()} `)
    if (starts && /\s[|–—-]\s/.test(text.slice(title.length)) && last.split(' ').length <= 5)
      return last.trim()
  }
  return null
}

function isNamedAbove(lines: Line[], window: Window, owner: string): boolean {
  const name = lettersOf(owner.replace(/,?\s*(?:inc|llc|ltd|gmbh|limited|corp)\.?$/i, ''))
  return (
    name.length > 2 &&
    lines.slice(0, window.start).some((line) => line.words <= 30 && lettersOf(line.text).includes(name))
  )
}

function copyrightOwner(line: string): string | null {
  const match =
    /(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d{2}(?:\s*[-–]\s*(?:(?:19|20)\d{2}|present))?,?\s*)?(?<owner>[^.|©]{2,60})/iu.exec(
      line,
    )
  const owner = match?.groups?.owner
    ?.replace(/\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés).*$/iu, '')
    .replace(/,?\s*(?:19|20)\d{2}.*$/u, '')
    .replace(/[,;\s–-]+$/u, '')
    .trim()
  if (!owner || owner.split(' ').length > 6 || !/^[\p{Lu}\p{Lo}]/u.test(owner)) return null
  return /\b(?:getty|shutterstock|images?|photo|policy|notice|terms|holders?)\b/i.test(owner) ? null : owner
}

/** The people the text says it is by: a byline near the headline, a lone name there, or who can be written to. */
export function bylineOf(lines: Line[], window: Window, headline: Headline | null): Found<string[]> | null {
  const near = nearHeadline(lines, window, headline)
  const names = near.map((line) => bylineIn(line.text)).find((found) => found.length > 0)
  const lone = near.find((line) => isPerson(line.text) && line.text !== headline?.text)
  const signed = lines.slice(Math.max(window.end - 3, 0), window.end + 8).map((line) => signedBy(line.text))
  const value = names ?? (lone ? [lone.text] : undefined) ?? signed.find((found) => found.length > 0)
  return value ? { value, from: 'page' } : null
}

function nearHeadline(lines: Line[], window: Window, headline: Headline | null): Line[] {
  const top = headline ? Math.max(0, headline.at - 3) : Math.max(0, window.start - 6)
  return lines.slice(top, Math.min(window.start + 2, lines.length))
}

function signedBy(line: string): string[] {
  const match =
    /^(?:[Ww]rite to|\(?[Rr]eporting by|[Rr]eported by|[Ww]ritten by)\s+(?<names>[^;(]+?)(?:\s+at\b.*|\s*;.*|[.)]*)$/u.exec(
      line,
    )
  return match?.groups?.names ? namesIn(match.groups.names.replace(/\s+in\s+\p{Lu}[\p{L}]+/gu, '')) : []
}

/** The dates the text states about itself: by a label around the body, or bare right beside the headline. */
export function statedDates(
  lines: Line[],
  window: Window,
  headline: Headline | null,
): { published: Found<string> | null; updated: Found<string> | null } {
  const labelled = lines
    .filter((line, at) => line.class === 'date' && isAround(at, window, headline))
    .map((line) => datesIn(line.text))
  const published = labelled.map((dates) => dates.published).find((date) => date !== null)
  const updated = labelled.map((dates) => dates.updated).find((date) => date !== null)
  const beside = published ? null : bareDate(lines, window, headline)
  return { published: found(published ?? beside), updated: found(updated) }
}

function isAround(at: number, window: Window, headline: Headline | null): boolean {
  return at >= (headline ? headline.at - 6 : window.start - 8) && at < window.end + 6
}

// Above the headline only its very neighbour counts: site heads show today's date, tickers the time of the last trade.
function bareDate(lines: Line[], window: Window, headline: Headline | null): string | null {
  if (!headline) return null
  const below = lines
    .slice(headline.at + 1, Math.max(window.start + 1, headline.at + 4))
    .filter((line) => line.class === 'date' || line.class === 'byline')
  const above =
    headline.at > 2 ? lines.slice(headline.at - 1, headline.at).filter((line) => line.class === 'date') : []
  const bare = [...below, ...above]
    .filter((line) => !/\d:\d\d:\d\d/.test(line.text))
    .map((line) => datesIn(line.text))
  return bare.map((dates) => dates.bare).find((date) => date !== null) ?? null
}

function found(value: string | null | undefined): Found<string> | null {
  return value ? { value, from: 'page' } : null
}
