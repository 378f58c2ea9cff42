import type { CopyBlock } from '../../copy/check-copy'
import { cutLinesOf } from '../letters/lines'
import type { Fonts } from '../letters/read-fonts'
import type { Span } from '../letters/style'
import type { Paper } from './paper'
import { named, type PdfFile, type Ref, startPdf, type Value } from './pdf-file'
import { startFonts } from './pdf-fonts'
import { runOf } from './run-content'
import { type Entry, setBlocks, small } from './set-blocks'
import { addPage, type Sheets, sheet, startSheets } from './sheets'
import { element, writeStructure } from './structure'

/** All words of a paper in the faces they may be set in, so that their fonts can be read first. */
export function paperSpans({ copies, title, desk, address, words }: Paper): Span[] {
  const text = [textOf(copies.flatMap(({ blocks }) => blocks)), title, '0123456789.[]•'].join(' ')
  const style = { face: 'serif', weight: 400, size: 11 } as const
  return [
    { text, style },
    { text, style: { ...style, isItalic: true } },
    { text: [desk, address, words.page, '0123456789'].join(' '), style: small },
  ]
}

function textOf(blocks: CopyBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'quote') return textOf(block.blocks)
      if (block.kind === 'list') return textOf(block.items.flat())
      return (block.kind === 'sources' ? block.items.flat() : block.runs).map(({ text }) => text).join('')
    })
    .join(' ')
}

/**
 * Checks as a tagged PDF: headings, paragraphs, lists, quotes and links are told apart for those who hear it, every
 * letter can be searched, and the fonts are in it, with the letters used. The same paper makes the same bytes.
 */
export function pdfOf(paper: Paper, fonts: Fonts): Uint8Array {
  const file = startPdf()
  const sheets = startSheets(file, startFonts())
  const root = element('Document')
  const isOne = paper.copies.length === 1
  const entries: Entry[] = []
  if (!isOne) {
    const title: CopyBlock = { kind: 'title', runs: [{ text: paper.title }] }
    entries.push(...setBlocks({ sheets, fonts }, [title], root, { name: '', left: 0, right: 0, level: 1 }))
  }
  paper.copies.forEach(({ blocks, name }, index) => {
    if (index) addPage(sheets)
    const place = { name, left: 0, right: 0, level: isOne ? 1 : 2 } as const
    entries.push(...setBlocks({ sheets, fonts }, blocks, element('Sect', root), place))
  })
  putFeet(sheets, paper, fonts)
  const notes = writeNotes(sheets)
  const tree = writeStructure(file, root, sheets.pages)
  const pages = writePages(sheets, notes)
  const catalog = file.add({
    ...{ Type: named('Catalog'), Pages: pages, Lang: paper.language, StructTreeRoot: tree },
    ...{
      MarkInfo: { Marked: true },
      PageMode: named('UseOutlines'),
      Outlines: writeOutline(sheets, entries),
    },
    ViewerPreferences: { DisplayDocTitle: true, Direction: named(paper.isRtl ? 'R2L' : 'L2R') },
    Names: { Dests: { Names: placesOf(sheets) } },
    Metadata: writeMetadata(file, paper),
  })
  const moment = `D:${paper.madeAt.replace(/\D/g, '').slice(0, 14)}Z`
  const info = file.add({ Title: paper.title, Author: paper.desk, CreationDate: moment })
  return file.finish(catalog, info)
}

/** What stands at the foot of every page and is no part of the words: whose it is, where it is read, which page. */
function putFeet({ pages, fonts: used }: Sheets, { desk, address, words }: Paper, fonts: Fonts): void {
  const y = 42
  const inner = sheet.width - 2 * sheet.side
  pages.forEach(({ content }, index) => {
    const number = words.page.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length))
    const [end] = cutLinesOf([{ text: number, style: small }], { width: 120, most: 1 }, fonts)
    const [start] = cutLinesOf(
      [{ text: `${desk} · ${address}`, style: small }],
      { width: inner - 130, most: 1 },
      fonts,
    )
    const lines = [
      start && { line: start, x: sheet.side },
      end && { line: end, x: sheet.width - sheet.side - end.width },
    ]
    const drawn = lines.flatMap((one) =>
      (one?.line.runs ?? []).map((run) => runOf(used, run, { x: (one?.x ?? 0) + run.x, y, ends: false })),
    )
    content.push('/Artifact <</Type /Pagination>> BDC 0.384 0.4 0.42 rg', ...drawn, 'EMC')
  })
}

/** Writes the places that lead elsewhere, after the pages are counted: each has a key behind theirs. */
function writeNotes({ notes, pages, file }: Sheets): Ref[][] {
  const ofPages: Ref[][] = pages.map(() => [])
  notes.forEach(({ owner, link, page, box }, index) => {
    const key = pages.length + index
    const leads: Record<string, Value> = link.startsWith('#')
      ? { Dest: link.slice(1) }
      : { A: { S: named('URI'), URI: new URL(link).href } }
    const ref = file.add({
      ...{ Type: named('Annot'), Subtype: named('Link'), Rect: box, Border: [0, 0, 0], F: 4 },
      ...{ Contents: link, StructParent: key, ...leads },
    })
    owner.kids.push({ note: ref, page, key })
    ofPages[page]?.push(ref)
  })
  return ofPages
}

function writePages({ pages, file, fonts }: Sheets, notes: Ref[][]): Ref {
  const tree = file.name()
  const resources = file.add({ Font: fonts.write(file) })
  pages.forEach(({ ref, content }, index) => {
    file.write(ref, {
      ...{
        Type: named('Page'),
        Parent: tree,
        MediaBox: [0, 0, sheet.width, sheet.height],
        Resources: resources,
      },
      Contents: file.add({}, new TextEncoder().encode(content.join('\n'))),
      ...{ StructParents: index, Tabs: named('S'), Annots: notes[index] ?? [] },
    })
  })
  file.write(tree, { Type: named('Pages'), Kids: pages.map(({ ref }) => ref), Count: pages.length })
  return tree
}

const placeOn = ({ pages }: Sheets, { page, y }: { page: number; y: number }): Value => [
  pages[page]?.ref ?? null,
  named('XYZ'),
  sheet.side,
  sheet.height - y,
  null,
]

function placesOf(sheets: Sheets): Value[] {
  return [...sheets.places]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, place]) => [name, placeOn(sheets, place)])
}

/** The titles as a list beside the pages; a flat one, in their order. */
function writeOutline(sheets: Sheets, entries: Entry[]): Ref {
  const { file } = sheets
  const root = file.name()
  const refs = entries.map(() => file.name())
  entries.forEach((entry, index) => {
    const around = { Prev: refs[index - 1], Next: refs[index + 1] }
    file.write(refs[index] ?? root, {
      Title: entry.title,
      Parent: root,
      Dest: placeOn(sheets, entry),
      ...around,
    })
  })
  file.write(root, { Type: named('Outlines'), First: refs[0], Last: refs.at(-1), Count: refs.length })
  return root
}

/** Title and language once more, where programs that know no PDF look for them (XMP, ISO 16684-1). */
function writeMetadata(file: PdfFile, { title, desk, language }: Paper): Ref {
  const xml = (text: string) => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${xml(desk)}</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>${xml(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`
  return file.add({ Type: named('Metadata'), Subtype: named('XML') }, new TextEncoder().encode(packet))
}
