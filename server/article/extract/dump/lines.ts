import { normaliseText } from '../../frozen-text'
import { wordsOf } from '../language'

export type Marker = 'bullet' | 'number' | 'heading' | 'quote' | null

/** One line of a raw text: what it says without its bullet, its marker, and whether an empty line stands before it. */
export type RawLine = { text: string; marker: Marker; gapBefore: boolean; cells: string[] | null }

const bullet = /^\s*[•●▪◦‣∙*-]\s+(?=\S)/u
const numbered = /^\s*\d{1,3}[.)]\s+(?=\S)/u

/** The lines of a raw text that say something, in order; hard-wrapped paragraphs are joined again. */
export function readLines(raw: string): RawLine[] {
  const rows = raw
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\f/g, '\n\n')
    .split('\n')
  const lines: RawLine[] = []
  let gapBefore = true
  for (const row of unwrap(rows)) {
    const line = readLine(row, gapBefore)
    if (line) lines.push(line)
    // A line without any letter or figure (a rule, a row of stars) parts what stands around it.
    gapBefore = line === null
  }
  return lines.map((line, index) => withoutLoneNumber(line, lines[index - 1], lines[index + 1]))
}

function readLine(row: string, gapBefore: boolean): RawLine | null {
  if (!/[\p{L}\p{N}]/u.test(row)) return null
  const cells = cellsOf(row)
  if (cells) return { text: cells.join('\t'), marker: null, gapBefore, cells }
  if (/^#{1,6}\s+\S/.test(row))
    return { text: normaliseText(row.replace(/^#+\s+/, '')), marker: 'heading', gapBefore, cells }
  if (/^\s*>\s+\S/.test(row))
    return { text: normaliseText(row.replace(/^\s*>\s+/, '')), marker: 'quote', gapBefore, cells }
  if (bullet.test(row))
    return { text: normaliseText(row.replace(bullet, '')), marker: 'bullet', gapBefore, cells }
  // The number of a numbered item is said in the text ("as point 3 shows"), so it stays.
  return { text: normaliseText(row), marker: numbered.test(row) ? 'number' : null, gapBefore, cells }
}

// Tabs and pipes between words are cells for sure; single spaces never are.
function cellsOf(row: string): string[] | null {
  const trimmed = row.trim()
  const parts = trimmed.includes('\t')
    ? trimmed.split('\t')
    : /^\|.*\|$/.test(trimmed)
      ? trimmed.slice(1, -1).split('|')
      : null
  const cells = parts?.map(normaliseText) ?? []
  return cells.length > 1 && cells.filter((cell) => cell !== '').length > 1 ? cells : null
}

// "3. Oktober 2023" begins a sentence, not a list: a numbered item has another beside it.
function withoutLoneNumber(line: RawLine, before: RawLine | undefined, after: RawLine | undefined): RawLine {
  if (line.marker !== 'number' || before?.marker === 'number' || after?.marker === 'number') return line
  return { ...line, marker: null }
}

function unwrap(rows: string[]): string[] {
  const groups = groupsOf(rows)
  if (!isHardWrapped(groups)) return rows
  const vocabulary = new Set(wordsOf(rows.join(' ')))
  return groups.flatMap((group) => [...joinGroup(group, vocabulary), ''])
}

function groupsOf(rows: string[]): string[][] {
  const groups: string[][] = [[]]
  for (const row of rows) {
    if (row.trim() === '') groups.push([])
    else groups.at(-1)?.push(row)
  }
  return groups.filter((group) => group.length > 0)
}

// Wrapped text has short lines of like length that break in the middle of sentences.
function isHardWrapped(groups: string[][]): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1))
  const widest = Math.max(0, ...groups.flat().map((row) => row.trimEnd().length))
  if (inner.length < 3 || widest > 100 || widest < 40) return false
  const full = inner.filter((row) => row.trimEnd().length > widest * 0.7)
  const broken = inner.filter((row) => !/[.!?:;。]["'”’»)]*$/u.test(row.trim()))
  return full.length > inner.length * 0.75 && broken.length > inner.length * 0.6
}

function joinGroup(group: string[], vocabulary: Set<string>): string[] {
  const joined: string[] = []
  for (const row of group) {
    const before = joined.at(-1)
    if (before === undefined || bullet.test(row) || numbered.test(row)) joined.push(row)
    else joined[joined.length - 1] = joinRows(before, row.trim(), vocabulary)
  }
  return joined
}

// A word cut at the line's end keeps its hyphen unless the whole word stands elsewhere in the text.
function joinRows(before: string, row: string, vocabulary: Set<string>): string {
  const cut = /([\p{L}]+)-$/u.exec(before.trimEnd())
  if (!cut) return `${before.trimEnd()} ${row}`
  const whole = `${cut[1]}${/^[\p{L}]+/u.exec(row)?.[0] ?? ''}`.toLowerCase()
  return vocabulary.has(whole) ? `${before.trimEnd().slice(0, -1)}${row}` : `${before.trimEnd()}${row}`
}
