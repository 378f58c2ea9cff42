import type { CopyBlock, Run } from '../../copy/check-copy'
import { linesOf } from '../letters/lines'
import type { Fonts } from '../letters/read-fonts'
import type { Span, Style } from '../letters/style'
import { named } from './pdf-file'
import { makeRoom, namePlace, putLine, type Sheets, sheet } from './sheets'
import { type Element, element, type Tag } from './structure'

const body: Style = { face: 'serif', weight: 400, size: 11 }
export const small: Style = { face: 'sans', weight: 400, size: 8.5 }
const leading = 1.42

/** How far a block stands from both sides, and which name its sources begin with. */
type Place = { name: string; left: number; right: number; level: 1 | 2 }
type Setting = { sheets: Sheets; fonts: Fonts }

/** A title of the document or of one of its checks, which its outline has, too. */
export type Entry = { title: string; page: number; y: number; level: number }

/** Puts blocks on sheets one below the other, each as what it is; gives the titles among them. */
export function setBlocks(to: Setting, blocks: CopyBlock[], owner: Element, place: Place): Entry[] {
  return blocks.flatMap((block) => setBlock(to, block, owner, place))
}

// Lists in lists may be 32 deep; a line must still hold words.
const deeper = (inset: number, by: number) => Math.min(inset + by, 144)

function setBlock(to: Setting, block: CopyBlock, owner: Element, place: Place): Entry[] {
  switch (block.kind) {
    case 'title':
      return [setTitle(to, block.runs, owner, place)]
    case 'heading': {
      const tag = place.level === 1 ? 'H2' : 'H3'
      return [setHeading(to, block.runs, owner, { ...place, tag, size: 14, level: place.level + 1 })]
    }
    case 'paragraph':
      setParagraph(to, block.runs, element('P', owner), place)
      return []
    case 'quote':
      to.sheets.y += 2
      setBlocks(to, block.blocks, element('BlockQuote', owner), {
        ...place,
        left: deeper(place.left, 18),
        right: deeper(place.right, 18),
      })
      return []
    case 'list': {
      const marks = block.items.map((_, index) => (block.isOrdered ? `${index + 1}.` : '•'))
      setList(to, { marks, items: block.items, isOrdered: block.isOrdered }, owner, place)
      return []
    }
    case 'sources': {
      const items = block.items.map((runs): CopyBlock[] => [{ kind: 'paragraph', runs }])
      setList(
        to,
        { marks: items.map((_, index) => `[${index + 1}]`), items, isOrdered: true, isNamed: true },
        owner,
        place,
      )
      return []
    }
  }
}

function setTitle(to: Setting, runs: Run[], owner: Element, place: Place): Entry {
  const tag = place.level === 1 ? 'H1' : 'H2'
  return setHeading(to, runs, owner, { ...place, tag, size: place.level === 1 ? 22 : 18, level: place.level })
}

type Heading = Omit<Place, 'level'> & { tag: Tag; size: number; level: number }

function setHeading(
  to: Setting,
  runs: Run[],
  owner: Element,
  { tag, size, level, ...place }: Heading,
): Entry {
  const style: Style = { face: 'serif', weight: 640, size }
  const { sheets } = to
  // A heading does not stay behind when what it is about goes to the next page.
  makeRoom(sheets, size * 3 + body.size * leading * 2)
  if (sheets.y > sheet.top) sheets.y += size * 0.9
  const entry = {
    title: runs.map(({ text }) => text).join(''),
    page: sheets.pages.length - 1,
    y: sheets.y,
    level,
  }
  setLines(
    to,
    runs.map(({ text }) => ({ text, style })),
    element(tag, owner),
    { ...place, height: size * 1.2 },
  )
  sheets.y += size * 0.25
  return entry
}

function setParagraph(to: Setting, runs: Run[], owner: Element, place: Place): void {
  const spans = runs.map(
    (run): Span => ({
      text: run.text,
      style: { ...body, weight: run.isBold ? 650 : 400, ...(run.isItalic && { isItalic: true }) },
      ...(run.cites ? { link: `#${place.name}-source-${run.cites}` } : run.link && { link: run.link }),
    }),
  )
  setLines(to, spans, owner, { ...place, height: body.size * leading })
  to.sheets.y += body.size * 0.5
}

type Lines = { left: number; right: number; height: number }

function setLines(
  { sheets, fonts }: Setting,
  spans: Span[],
  owner: Element,
  { left, right, height }: Lines,
): void {
  const width = sheet.width - 2 * sheet.side - left - right
  const lines = linesOf(spans, width, fonts)
  if (lines[0]?.isRtl) owner.attributes = { O: named('Layout'), WritingMode: named('RlTb') }
  lines.forEach((line, index) => {
    makeRoom(sheets, height)
    // What belongs to a side is on the other one where the words begin at the right.
    const x = line.isRtl ? sheet.width - sheet.side - left - line.width : sheet.side + left
    putLine(sheets, line, { x, y: sheets.y + height * 0.78, owner, isLast: index === lines.length - 1 })
    sheets.y += height
  })
}

type List = { marks: string[]; items: CopyBlock[][]; isOrdered: boolean; isNamed?: boolean }

function setList(
  to: Setting,
  { marks, items, isOrdered, isNamed }: List,
  owner: Element,
  place: Place,
): void {
  const numbering = named(isOrdered ? 'Decimal' : 'Disc')
  const list = element('L', owner, { O: named('List'), ListNumbering: numbering })
  const inside = { ...place, left: deeper(place.left, 24) }
  items.forEach((item, index) => {
    const { sheets } = to
    makeRoom(sheets, body.size * leading)
    if (isNamed) namePlace(sheets, `${place.name}-source-${index + 1}`)
    const entry = element('LI', list)
    setMark(to, marks[index] ?? '', element('Lbl', entry), { ...place, isRtl: beginsRtl(to, item) })
    setBlocks(to, item, element('LBody', entry), inside)
  })
}

function setMark(
  { sheets, fonts }: Setting,
  text: string,
  owner: Element,
  { left, isRtl }: Place & { isRtl: boolean },
) {
  const [line] = linesOf([{ text, style: body }], 40, fonts)
  if (!line) return
  const x = isRtl ? sheet.width - sheet.side - left - line.width : sheet.side + left
  putLine(sheets, line, { x, y: sheets.y + body.size * leading * 0.78, owner, isLast: true })
}

function beginsRtl({ fonts }: Setting, [first]: CopyBlock[]): boolean {
  if (first?.kind !== 'paragraph') return false
  const text = first.runs.map((run) => run.text).join('')
  return linesOf([{ text: text.slice(0, 200), style: body }], 400, fonts)[0]?.isRtl ?? false
}
