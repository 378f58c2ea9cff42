import type { Headline } from './headline'
import { isChrome, type Line } from './line-classes'

/** The lines from start up to, not including, end. */
export type Window = { start: number; end: number }

/**
 * Where the article's body stands, or null when nothing speaks for one; it is looked for below the headline first.
 * A text without furniture was pasted by itself and is the body whole; in a dump of a page the body is the first
 * run of lines that scores at least 0.6 of the best one, so that an article below it does not win by length.
 */
export function bodyWindow(lines: Line[], headline: Headline | null): Window | null {
  if (isPlain(lines)) return lines.length > 0 ? { start: 0, end: lines.length } : null
  const whole = firstGoodRun(lines, 0)
  const below = headline && firstGoodRun(lines, headline.at + 1)
  // A headline said again in a list under the article does not move the body there.
  const share = headline?.isPageTitle ? 0.25 : 0.6
  const isBelow = below && (!whole || whole.start > headline.at || below.score >= whole.score * share)
  return isBelow ? below : whole
}

function firstGoodRun(lines: Line[], from: number): (Window & { score: number }) | null {
  const windows = segmentsOf(lines, from)
    .map((segment) => bestRun(lines, segment))
    .filter((window) => window.score > 0)
  const best = Math.max(0, ...windows.map((window) => window.score))
  return windows.find((window) => window.score >= best * 0.6) ?? null
}

/** Whether a text was pasted by itself: no line in it is a site's, but for a stray word that may also be a heading. */
export function isPlain(lines: Line[]): boolean {
  const loud = lines.filter((line) => ['furniture', 'site', 'stop', 'breadcrumb'].includes(line.class))
  const doubtful = lines.filter((line) => line.class === 'menu' || line.class === 'figures')
  return loud.length === 0 && doubtful.length <= 2 + lines.length * 0.1
}

function segmentsOf(lines: Line[], from: number): Window[] {
  const segments: Window[] = []
  let start = from
  for (let index = from; index < lines.length; index++) {
    if (lines[index]?.class !== 'stop' || isBox(lines, index)) continue
    segments.push({ start, end: index })
    start = index + 1
  }
  return [...segments, { start, end: lines.length }]
}

// "Related" above a few links in the middle of an article is a box: soon long paragraphs follow each other again.
function isBox(lines: Line[], stop: number): boolean {
  if (endings.test(lines[stop]?.text ?? '')) return false
  if (!lines.slice(Math.max(0, stop - 4), stop).some((line) => line.class === 'prose' && line.words >= 12))
    return false
  const behind = lines.slice(stop + 1, stop + 15)
  const again = behind.findIndex(
    (line, index) => isLong(line) && (isLong(behind[index + 1]) || isLong(behind[index + 2])),
  )
  return (
    again >= 0 &&
    !behind
      .slice(0, again + 1)
      .some(
        (line) =>
          line.class === 'byline' ||
          line.class === 'date' ||
          (line.class === 'stop' && endings.test(line.text)),
      )
  )
}

const endings =
  /comment|repl(?:y|ies)|©|\(c\)|copyright|rights reserved|bottom of page|privacy|terms of|about the author/i

function isLong(line: Line | undefined): boolean {
  return line?.class === 'prose' && line.words >= 22 && line.ends
}

function bestRun(lines: Line[], segment: Window): Window & { score: number } {
  const best = { start: segment.start, end: segment.start, score: 0 }
  let start = segment.start
  let sum = 0
  for (let index = segment.start; index < segment.end; index++) {
    const line = lines[index]
    if (!line) continue
    if (sum <= 0) {
      start = index
      sum = 0
    }
    sum += line.score - (sum > 60 && (line.class === 'byline' || line.class === 'date') ? 15 : 0)
    if (sum > best.score) Object.assign(best, { start, end: index + 1, score: sum })
  }
  return best
}

/** The lines between headline and body that belong to the body: a standfirst, a caption, a first heading, a dateline. */
export function openingLines(lines: Line[], window: Window, titleAt: number | null): number[] {
  const top = titleAt === null ? Math.max(0, window.start - 1) : titleAt + 1
  const opening: number[] = []
  for (let at = top; at < window.start; at++) {
    const line = lines[at]
    if (line && isOpening(line, lines[at - 1], at === window.start - 1 && titleAt !== null)) opening.push(at)
  }
  return opening
}

function isOpening(line: Line, before: Line | undefined, touchesBody: boolean): boolean {
  if (isChrome(line) || line.class === 'figures') return false
  if (line.words >= 6 && !line.marker) return true
  // A dateline of its own: "WASHINGTON —".
  if (touchesBody && /^\p{Lu}[\p{Lu}\s,.]+[—–-]$/u.test(line.text)) return true
  // Two or three words under a byline are a role or a place, not a heading.
  return (
    touchesBody && line.words >= 3 && !line.marker && before?.class !== 'byline' && before?.class !== 'date'
  )
}
