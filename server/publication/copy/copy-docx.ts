import { strToU8, zipSync } from 'fflate'
import type { CheckCopy, CopyBlock, Run } from './check-copy'
import { contentTypes, namespaces, numberingOf, packageRels, relsOf, stylesOf, xml } from './docx-parts'

/** Links and ordered lists that were met on the way, which Word keeps outside the text, and how many places have names. */
type Met = { links: string[]; orderedLists: number; places: number }

/** Checks as a Word file (ECMA-376), each after the first on a page of its own; the same checks make the same bytes. */
export function copyDocx(copies: CheckCopy[]): Buffer {
  const met: Met = { links: [], orderedLists: 0, places: 0 }
  const body = copies
    .map(
      (copy, index) => (index ? pageBreak : '') + blocksXml(copy.blocks, { name: copy.name, indent: 0 }, met),
    )
    .join('')
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRels,
    'word/document.xml': `${xml}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': relsOf(met.links.map(escaped)),
    'word/styles.xml': stylesOf(escaped(copies[0]?.language ?? 'en')),
    'word/numbering.xml': numberingOf(met.orderedLists),
  }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return Buffer.from(zipSync(Object.fromEntries(packed), { mtime: longAgo }))
}

// A zip cannot be without a time, and writes it in the clock of the place: the first one it can say, wherever it is made.
const longAgo = '1980-01-01T00:00:00'
const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

/** Where a block stands: in which check, how deep in lists or quotes, and the mark it begins with. */
type Place = { name: string; indent: number; style?: string; list?: number; mark?: string }

function blocksXml(blocks: CopyBlock[], place: Place, met: Met): string {
  // Only the first paragraph of a list's item has its mark.
  return blocks
    .map((block, index) => blockXml(block, index ? { ...place, list: undefined } : place, met))
    .join('')
}

function blockXml(block: CopyBlock, place: Place, met: Met): string {
  switch (block.kind) {
    case 'title':
      return paragraph(block.runs, { ...place, style: 'Heading1' }, met)
    case 'heading':
      return paragraph(block.runs, { ...place, style: 'Heading2' }, met)
    case 'paragraph':
      return paragraph(block.runs, place, met)
    case 'quote':
      return blocksXml(
        block.blocks,
        { ...place, style: 'Quote', indent: place.indent + 1, list: undefined },
        met,
      )
    case 'list': {
      const list = block.isOrdered ? 1 + ++met.orderedLists : 1
      const inside = { ...place, indent: place.indent + 1, list }
      return block.items.map((item) => blocksXml(item, inside, met)).join('')
    }
    case 'sources':
      return block.items.map((item, index) => sourceXml(item, index + 1, place, met)).join('')
  }
}

function sourceXml(item: Run[], number: number, place: Place, met: Met): string {
  const name = bookmarkOf(place.name, number)
  const id = ++met.places
  const mark = `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`
  return paragraph([{ text: `[${number}] ` }, ...item], { ...place, style: 'Source', mark }, met)
}

function paragraph(runs: Run[], { name, indent, style, list, mark = '' }: Place, met: Met): string {
  const properties = [
    style && `<w:pStyle w:val="${style}"/>`,
    list && `<w:numPr><w:ilvl w:val="${Math.min(indent, 9) - 1}"/><w:numId w:val="${list}"/></w:numPr>`,
    indent > 0 && !list && `<w:ind w:left="${indent * 500}"/>`,
  ].filter(Boolean)
  const words = runs.map((run) => runXml(run, name, met)).join('')
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${mark}${words}</w:p>`
}

function runXml({ text, isBold, isItalic, link, cites }: Run, name: string, met: Met): string {
  const isLinked = link || cites
  const properties = [isLinked && '<w:rStyle w:val="Hyperlink"/>', isBold && '<w:b/>', isItalic && '<w:i/>']
  const run = `<w:r><w:rPr>${properties.filter(Boolean).join('')}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
  if (cites) return `<w:hyperlink w:anchor="${bookmarkOf(name, cites)}">${run}</w:hyperlink>`
  if (!link) return run
  met.links.push(link)
  return `<w:hyperlink r:id="link${met.links.length}">${run}</w:hyperlink>`
}

const bookmarkOf = (name: string, source: number) => `${name.replaceAll('-', '_')}_source_${source}`

/** Text as XML takes it; what XML cannot say at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
