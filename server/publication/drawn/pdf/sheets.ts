import type { Line, Run } from '../letters/lines'
import type { PdfFile, Ref } from './pdf-file'
import type { PdfFonts } from './pdf-fonts'
import { runOf } from './run-content'
import { type Element, element } from './structure'

/** A4 in points, with its margins. */
export const sheet = { width: 595.28, height: 841.89, side: 64, top: 60, bottom: 76 }

type Page = { ref: Ref; content: string[]; marks: Element[] }
/** A rectangle that leads to an address, or to a place in the document where `link` begins with "#". */
export type Note = { owner: Element; link: string; page: number; box: number[] }

/** The sheets of a document as they fill. */
export type Sheets = {
  pages: Page[]
  /** Where the next line may begin, from the top of the last page. */
  y: number
  /** Places that links lead to. */
  places: Map<string, { page: number; y: number }>
  notes: Note[]
  file: PdfFile
  fonts: PdfFonts
}

export function startSheets(file: PdfFile, fonts: PdfFonts): Sheets {
  const sheets: Sheets = { pages: [], y: 0, places: new Map(), notes: [], file, fonts }
  addPage(sheets)
  return sheets
}

export function addPage(sheets: Sheets): void {
  sheets.pages.push({ ref: sheets.file.name(), content: [], marks: [] })
  sheets.y = sheet.top
}

/** Makes room for so many points: on the next page where this one is too full. */
export function makeRoom(sheets: Sheets, height: number): void {
  if (sheets.y + height > sheet.height - sheet.bottom && sheets.y > sheet.top) addPage(sheets)
}

/** Names where the next line will stand. */
export function namePlace(sheets: Sheets, name: string): void {
  sheets.places.set(name, { page: sheets.pages.length - 1, y: sheets.y })
}

const black = '0.086 0.094 0.106 rg'
const blue = '0.114 0.306 0.62 rg'

/** Where a line stands: its left, its base line from the sheet's top, and what it is a part of. */
type Place = { x: number; y: number; owner: Element; isLast: boolean }

/** Puts a line on the last page; parts of it that lead elsewhere become links. */
export function putLine(sheets: Sheets, line: Line, { x, y, owner, isLast }: Place): void {
  const page = sheets.pages.length - 1
  for (const runs of partsOf(line)) {
    const [first] = runs
    if (!first) continue
    const { link } = first.span
    const target = link ? linkOf(owner, first) : owner
    const ends = !isLast && !line.isRtl && runs.at(-1) === line.runs.at(-1)
    const drawn = runs.map((run) => runOf(sheets.fonts, run, { x: x + run.x, y: sheet.height - y, ends }))
    mark(sheets, target, [link ? blue : black, ...drawn])
    if (link) sheets.notes.push({ owner: target, link, page, box: boxOf(runs, x, y) })
  }
}

/** Content of the last page that is a part of something. */
export function mark({ pages }: Sheets, owner: Element, content: string[]): void {
  const page = pages.length - 1
  const current = pages[page]
  if (!current) throw new Error('a document has pages')
  const number = current.marks.push(owner) - 1
  owner.kids.push({ mark: number, page })
  current.content.push(`/${owner.tag} <</MCID ${number}>> BDC`, ...content, 'EMC')
}

/** The parts of a line that lead to different places, in the order in which they are read. */
function partsOf(line: Line): Run[][] {
  const parts: Run[][] = []
  for (const run of line.runs.toSorted((one, other) => one.start - other.start)) {
    const before = parts.at(-1)?.[0]?.span
    const isSame = before && (before === run.span || (!before.link && !run.span.link))
    if (isSame) parts.at(-1)?.push(run)
    else parts.push([run])
  }
  return parts
}

const links = new WeakMap<Run['span'], Element>()

/** The link of some words: what goes over two lines is one. */
function linkOf(owner: Element, { span }: Run): Element {
  const link = links.get(span) ?? element('Link', owner)
  links.set(span, link)
  return link
}

function boxOf(runs: Run[], x: number, y: number): number[] {
  const left = Math.min(...runs.map((run) => x + run.x))
  const right = Math.max(...runs.map((run) => x + run.x + run.advance))
  const size = runs[0]?.span.style.size ?? 0
  return [left, sheet.height - y - size * 0.25, right, sheet.height - y + size * 0.8]
}
