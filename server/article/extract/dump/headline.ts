import { isPerson } from '../byline'
import { lettersOf, wordsOf } from '../language'
import type { Window } from './body-window'
import { isChrome, type Line } from './line-classes'

/** A headline, the line it stands on, and whether it is also the page's own title, which makes it certain. */
export type Headline = { text: string; at: number; isPageTitle: boolean }

/**
 * The headline that other lines repeat (the page's title, a path, a share text), at the place where sentences follow
 * it; null when no line is repeated so. It is looked for before the body, which it stands above.
 */
export function repeatedHeadline(lines: Line[]): Headline | null {
  const plain = lines.map((line) => (line.words <= 60 ? lettersOf(line.text) : ''))
  const scored = lines
    .slice(0, headlineReach)
    .map((line, at) => ({ line, at }))
    .filter(
      ({ line, at }) =>
        line.words >= 4 && mayBeHeadline(line) && !isSentence(line) && leadsToProse(lines, at),
    )
    .map(({ line, at }) => ({ line, at, score: echoes(plain, at) }))
    .filter(({ score }) => score > 0)
  const most = Math.max(0, ...scored.map(({ score }) => score))
  const best = scored.find(({ score }) => score === most)
  return best ? { text: best.line.text, at: best.at, isPageTitle: best.score >= 4 } : null
}

// No page has more lines than this above its headline.
const headlineReach = 600

// Headlines end without a full stop, unless in an abbreviation ("… in the U.S.").
function isSentence(line: Line): boolean {
  return /\.["”]?$/.test(line.text) && !/\b\p{Lu}\.$/u.test(line.text)
}

// The page's own title stands in its first lines, with the site's name behind; elsewhere a repeat weighs less.
function echoes(plain: string[], at: number): number {
  const own = plain[at] ?? ''
  if (own.length < 15) return 0
  const repeats = plain.flatMap((other, index) =>
    index !== at && other.includes(own) ? [{ other, index }] : [],
  )
  const inTitle = repeats.some(
    ({ other, index }) => index < 3 && index < at && own.length > other.length * 0.5,
  )
  const longer = repeats.some(({ other }) => other.length > own.length + 2)
  return (inTitle ? 4 : 0) + (longer ? 2 : 0) + (repeats.length > 0 ? 1 : 0)
}

function leadsToProse(lines: Line[], at: number): boolean {
  const next = lines.slice(at + 1, at + 26)
  return next.some((line) => line.class === 'prose' && line.words >= 15)
}

/** The most plausible line above the body when no line is repeated; null when none looks like a headline. */
export function plausibleHeadline(lines: Line[], window: Window): Headline | null {
  const candidates = lines
    .slice(0, Math.min(window.start + 2, lines.length))
    .map((line, at) => ({ line, at, isBody: at >= window.start }))
    .filter(({ line, at, isBody }) => mayBeHeadline(line) && (!isBody || opensText(lines, at)))
    .map((candidate) => ({ ...candidate, score: plausibility(candidate, lines, window) }))
    .toSorted((one, other) => other.score - one.score)
  const [best] = candidates
  if (!best || best.score <= 0) return null
  return {
    text: best.at === 0 ? withoutSite(best.line.text) : best.line.text,
    at: best.at,
    isPageTitle: false,
  }
}

type Candidate = { line: Line; at: number; isBody: boolean }

function mayBeHeadline(line: Line): boolean {
  if (line.cells || line.marker === 'quote' || line.words < 2 || line.words > 32 || line.text.length > 220)
    return false
  return !isChrome(line) && line.class !== 'figures'
}

// In a text pasted by itself a first line that is no sentence is its headline, if something longer follows.
function opensText(lines: Line[], at: number): boolean {
  const line = lines[at]
  if (at !== 0 || !line) return false
  if (line.marker === 'heading') return true
  if (line.marker || line.ends || /[:;,]$/.test(line.text) || line.words > 25) return false
  const rest = lines.slice(at + 1).filter((next) => !isChrome(next))
  return rest.some((next) => next.words >= 12 && next.words > line.words)
}

function plausibility({ line, at, isBody }: Candidate, lines: Line[], window: Window): number {
  const distance = isBody ? 0 : window.start - at
  return (
    (line.words >= 4 && line.words <= 22 ? 4 : 1) +
    (/^["'“‘«¿¡\p{Lu}\p{N}\p{Lo}]/u.test(line.text) ? 1 : -1) +
    (line.gapBefore ? 0.5 : 0) +
    (line.marker === 'heading' ? 3 : 0) +
    (isBesideDate(lines, at) ? 2 : 0) +
    (at > 0 && sharesWords(line.text, lines[0]?.text ?? '') ? 4 : 0) -
    (line.marker === 'bullet' || line.marker === 'number' ? 5 : 0) -
    (/[.;,:]$/.test(line.text) ? 4 : 0) -
    (/\s[|»›]\s/.test(line.text) && at > 0 ? 3 : 0) -
    (isPerson(line.text) ? 5 : 0) -
    Math.min(distance, 20) * 0.35
  )
}

function isBesideDate(lines: Line[], at: number): boolean {
  return [lines[at - 1], lines[at + 1], lines[at + 2]].some(
    (line) => line?.class === 'date' || line?.class === 'byline',
  )
}

// The headline on the page and the one in its title may differ by a few words.
function sharesWords(text: string, title: string): boolean {
  const words = wordsOf(text)
  const known = new Set(wordsOf(title))
  return words.length >= 4 && words.filter((word) => known.has(word)).length >= words.length * 0.6
}

/** A title with the name of its site behind: `title` and `site`. */
export const siteSuffix = /^(?<title>.+?)\s+[|–—·-]\s+(?<site>[^|–—·]{2,40})$/u

function withoutSite(line: string): string {
  return siteSuffix.exec(line)?.groups?.title ?? line
}
