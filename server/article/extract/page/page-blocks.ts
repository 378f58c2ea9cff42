import { normaliseText, tableText } from '../../frozen-text'
import type { Block, BlockKind } from '../extraction'
import { linkShare } from './block-filter'
import { pictureAddress, picturesIn } from './page-pictures'

/** A block with what its place in the page says: how much of it is links, and which section of the page holds it. */
export type PageBlock = Block & { linkShare: number; within: Element | null }

const blockTags = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tfoot tr ul body noscript video audio iframe'.split(
    ' ',
  ),
)
const skipped = new Set(
  'script style template noscript head title iframe video audio svg canvas button input select textarea nav rp rt object'.split(
    ' ',
  ),
)

/** The blocks of an element in reading order; addresses of pictures are made absolute where the base is known. */
export function blocksIn(root: Element, base: string): PageBlock[] {
  const blocks: PageBlock[] = []
  walk(root, { kind: 'paragraph', base, blocks, within: null })
  return blocks
}

type Walk = { kind: BlockKind; base: string; blocks: PageBlock[]; within: Element | null }

function walk(element: Element, state: Walk): void {
  let inline: Node[] = []
  const here = { ...state, within: sectionOf(element) }
  const flush = () => {
    pushText(inline, here)
    inline = []
  }
  for (const node of element.childNodes) {
    if (node.nodeType === 3) inline.push(node)
    if (node.nodeType !== 1) continue
    const child = node as Element // nodeType 1 is an element
    const tag = child.tagName.toLowerCase()
    if (skipped.has(tag)) continue
    if (tag === 'br' && followsBreak(child)) flush()
    else if (!blockTags.has(tag) && !hasBlocks(child)) inline.push(child)
    else {
      flush()
      walkBlock(child, tag, here)
    }
  }
  flush()
}

function walkBlock(element: Element, tag: string, state: Walk): void {
  if (tag === 'table') pushTable(element, state)
  else if (tag === 'pre') pushPreformatted(element, state)
  else walk(element, { ...state, kind: kindOf(element, tag, state.kind) })
}

const parts =
  /^(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|figure|figcaption|picture|a|span|em|strong|b|i|center|table)$/i

function sectionOf(element: Element): Element | null {
  let section: Element | null = element
  while (section && parts.test(section.tagName)) section = section.parentElement
  return section
}

function kindOf(element: Element, tag: string, around: BlockKind): BlockKind {
  if (/^h[1-6]$/.test(tag) || element.getAttribute('role') === 'heading') return 'heading'
  if (tag === 'blockquote') return 'quote'
  if (tag === 'li') return around === 'quote' ? 'quote' : 'list-item'
  if (
    /^fig(?:ure|caption)$/.test(tag) ||
    (/^(?:p|div|dd)$/.test(tag) &&
      /(?:^|[\s_-])captions?(?:$|[\s_-]|text)/i.test(element.getAttribute('class') ?? ''))
  )
    return 'caption'
  return around
}

function hasBlocks(element: Element): boolean {
  return (
    element.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,blockquote,figure,section,article') !== null
  )
}

// Two line breaks in a row part paragraphs; a single one does not.
function followsBreak(element: Element): boolean {
  for (const towards of ['previousSibling', 'nextSibling'] as const) {
    let node = element[towards]
    while (node?.nodeType === 3 && (node.textContent ?? '').trim() === '') node = node[towards]
    if (node?.nodeType === 1 && (node as Element).tagName.toLowerCase() === 'br') return true
  }
  return false
}

function pushText(nodes: Node[], state: Walk): void {
  if (nodes.length === 0) return
  const text = normaliseText(nodes.map(inlineText).join(''))
  if (/[\p{L}\p{N}]/u.test(text))
    state.blocks.push({ kind: state.kind, text, linkShare: linkShareOf(nodes, text), within: state.within })
  for (const picture of nodes.flatMap(picturesIn)) pushPicture(picture, state)
}

function inlineText(node: Node): string {
  if (node.nodeType === 3) return node.textContent ?? ''
  if (node.nodeType !== 1) return ''
  const element = node as Element // nodeType 1 is an element
  const tag = element.tagName.toLowerCase()
  if (skipped.has(tag)) return ''
  if (tag === 'br') return ' '
  if (tag === 'sup' && /^\s*\[\d+\]\s*$/.test(element.textContent ?? '')) return ''
  return [...element.childNodes].map(inlineText).join('')
}

function linkShareOf(nodes: Node[], text: string): number {
  const all = text.replace(/\s+/g, '').length
  let linked = 0
  for (const node of nodes) {
    if (node.nodeType !== 1) continue
    const element = node as Element // nodeType 1 is an element
    const size = (element.textContent ?? '').replace(/\s+/g, '').length
    linked += element.tagName.toLowerCase() === 'a' ? size : linkShare(element) * size
  }
  return all === 0 ? 0 : Math.min(1, linked / all)
}

function pushPicture(picture: Element, state: Walk): void {
  const address = pictureAddress(picture, state.base)
  const isTiny = ['width', 'height'].some((side) => Number(picture.getAttribute(side) || 100) < 40)
  if (!address || isTiny || state.blocks.some((block) => block.address === address)) return
  state.blocks.push({
    kind: 'picture',
    text: normaliseText(picture.getAttribute('alt') ?? ''),
    address,
    linkShare: 0,
    within: state.within,
  })
}

function pushTable(table: Element, state: Walk): void {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const isData = rows.length > 0 && !table.querySelector('table') && !holdsArticle(table)
  const caption = [...table.children].find((child) => child.tagName.toLowerCase() === 'caption')
  if (caption) walk(caption, { ...state, kind: 'caption' })
  if (!isData) {
    for (const child of table.children) walk(child, state)
    return
  }
  const cells = rows
    .map((row) => [...row.children].map((cell) => normaliseText(inlineTextOfCell(cell))))
    .filter((row) => row.some((cell) => cell !== ''))
  if (cells.length === 0) return
  if (cells.every((row) => row.length === 1)) {
    for (const row of cells)
      state.blocks.push({
        kind: state.kind,
        text: row[0] ?? '',
        linkShare: linkShare(table),
        within: state.within,
      })
    return
  }
  state.blocks.push({
    kind: 'table',
    text: tableText(cells),
    rows: cells,
    linkShare: linkShare(table),
    within: state.within,
  })
}

// Old pages lay their text out in tables: cells with several paragraphs are no data.
function holdsArticle(table: Element): boolean {
  return (
    table.querySelectorAll('p').length > 3 &&
    table.querySelectorAll('td p').length > table.querySelectorAll('td,th').length
  )
}

function inlineTextOfCell(cell: Element): string {
  return [...cell.childNodes]
    .map((node) =>
      node.nodeType === 1 && blockTags.has((node as Element).tagName.toLowerCase())
        ? ` ${inlineTextOfCell(node as Element)} `
        : inlineText(node),
    )
    .join('')
}

function pushPreformatted(element: Element, state: Walk): void {
  for (const paragraph of (element.textContent ?? '').split(/\n\s*\n/)) {
    const text = normaliseText(paragraph)
    if (text)
      state.blocks.push({ kind: state.kind, text, linkShare: linkShare(element), within: state.within })
  }
}
