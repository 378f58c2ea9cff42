import { bylineIn } from '../byline'
import {
  isBreadcrumb,
  isCredit,
  isFurniture,
  isMenuWord,
  isSignOff,
  isSiteSentence,
  isStop,
} from '../chrome-words'
import { functionShare, wordsOf } from '../language'
import { dateIn } from '../stated-date'
import type { RawLine } from './lines'

export type LineClass =
  | 'prose'
  | 'item'
  | 'short'
  | 'headline'
  | 'figures'
  | 'row'
  | 'furniture'
  | 'menu'
  | 'site'
  | 'stop'
  | 'sign-off'
  | 'credit'
  | 'breadcrumb'
  | 'date'
  | 'byline'

/** A line with its class and its signed score: above zero speaks for a body, below zero against it. */
export type Line = RawLine & { class: LineClass; words: number; ends: boolean; score: number }

const notBody: ReadonlySet<LineClass> = new Set([
  'furniture',
  'menu',
  'site',
  'stop',
  'sign-off',
  'credit',
  'breadcrumb',
  'date',
  'byline',
])

/** Whether lines of this class never belong to an article's body. */
export function isChrome(line: Line): boolean {
  return notBody.has(line.class)
}

/** Gives each line its class and score, seen in its language and among all other lines. */
export function classify(lines: RawLine[], language: string | null): Line[] {
  const counts = new Map<string, number>()
  for (const { text } of lines) counts.set(text.toLowerCase(), (counts.get(text.toLowerCase()) ?? 0) + 1)
  return lines.map((line) => {
    const sized = { ...line, words: sizeOf(line.text), ends: endsSentence(line.text) }
    const repeats = counts.get(line.text.toLowerCase()) ?? 1
    const named = classOf(sized, repeats, language)
    return { ...sized, class: named, score: scoreOf(named, sized) }
  })
}

/** Whether a text ends as a sentence does, in any script, quotes and brackets after it allowed. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।۔]["'”’»“)\]]*$/u.test(text) || /[,]["”]$/.test(text)
}

/** The number of words; scripts without spaces count two characters as a word. */
export function sizeOf(text: string): number {
  const dense =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0
  return wordsOf(text).length + Math.floor(dense / 2)
}

type Sized = RawLine & { words: number; ends: boolean }

function classOf(line: Sized, repeats: number, language: string | null): LineClass {
  const { text, words, ends } = line
  if (isStop(text)) return 'stop'
  if (isFurniture(text)) return 'furniture'
  if (isMenuWord(text)) return 'menu'
  if (isSiteSentence(text)) return 'site'
  if (isSignOff(text)) return 'sign-off'
  if (isBreadcrumb(text)) return 'breadcrumb'
  if (isCredit(text)) return 'credit'
  if (isDateLine(text, words)) return 'date'
  if (bylineIn(text).length > 0 && words <= 20) return 'byline'
  if (line.cells) return 'row'
  if (repeats > 2 && words < 8) return 'furniture'
  if (isFigures(text, words)) return 'figures'
  const share = functionShare(text, language) ?? 0.3
  if (words >= 25 && share > 0.12) return 'prose'
  if (ends && words >= 3 && (share >= 0.15 || words >= 8)) return line.marker ? 'item' : 'prose'
  if (line.marker) return words >= 6 && share > 0.1 ? 'item' : 'short'
  return words > 6 ? 'headline' : 'short'
}

/** Whether a line is a date, little else standing beside it: "Published 4 May 2024, 9:30 GMT", "Fri 4 May 2024". */
export function isDateLine(text: string, words: number): boolean {
  if (words > 22 || text.length > 140) return false
  const rest = withoutDates(text)
  return rest !== text && sizeOf(rest) <= 1 + text.split(' ').length * 0.1
}

const dateWords =
  /\b(?:published|posted|updated|last|first|modified|issued|released|on|at|date|by|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)-feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|de|às|den|ist|gmt|utc|bst|est|edt|et|pt|kst|am|pm|a\.m|p\.m|local time|news release|press release|statement|dispatches|commentary|analysis|opinion|hrs?|uhr|min|mins|read|lesezeit|lesedauer|minuten|minutes?|ago|hours?|days?|aktualisiert|veröffentlicht|am|um|publié|mis à jour|le|à|publicado|actualizado|el|a las|\d{1,2}[:.h]\d{2}(?::\d{2})?(?:am|pm)?)\b/giu

function withoutDates(text: string): string {
  let rest = text
  for (let date = dateIn(rest); date; date = dateIn(rest))
    rest = rest.slice(0, date.start) + rest.slice(date.end)
  return rest === text
    ? text
    : rest
        .replace(dateWords, ' ')
        .replace(/\b\d{1,2}\b/g, ' ')
        .trim()
}

// Tickers, scores and clocks: hardly a word between the figures.
function isFigures(text: string, words: number): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const figures = text.match(/[\p{N}%€$£+]/gu)?.length ?? 0
  return words <= 8 && figures > 0 && letters <= figures
}

function scoreOf(named: LineClass, { words, marker, ends }: Sized): number {
  switch (named) {
    case 'prose':
      return Math.min(words, 80)
    case 'item':
      return Math.min(words, 40)
    case 'row':
      return 0
    case 'short':
      return marker ? -2 : -3
    case 'headline':
      return ends ? 0 : -4
    case 'figures':
      return -5
    case 'credit':
    case 'byline':
    case 'date':
      return -6
    case 'sign-off':
      return -10
    case 'furniture':
    case 'menu':
      return -8
    case 'site':
    case 'breadcrumb':
    case 'stop':
      return -25
  }
}
