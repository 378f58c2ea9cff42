import { normaliseText, tableText } from '../../../frozen-text'
import { sizeOf } from '../../dump/line-classes'
import type { Block, BlockKind } from '../../extraction'
import type { PageNode } from '../tree/page-node'
import type { PageElement } from '../tree/page-tree'
import { linkShare } from './block-filter'
import {
  blockTags,
  followsBreak,
  hasBlocks,
  inlineText,
  inlineTextOfCell,
  linkShareOf,
  skippedTags,
} from './inline-text'
import { pictureAddress, picturesIn } from './page-pictures'

/**
 * A block with its place in the page: the element it stands in, the section that holds it, how much of it is links, and
 * how many words it has, which is asked for many times.
 */
export type PageBlock = Block & {
  words: number
  element: PageElement
  within: PageElement | null
  linkShare: number
}

/** How many words the blocks have together. */
export function wordsIn(blocks: PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.words, 0)
}

/** The blocks of an element in reading order; addresses of pictures are made absolute where the base is known. */
export function blocksIn(root: PageElement, base: string): PageBlock[] {
  const blocks: PageBlock[] = []
  walk(root, { kind: 'paragraph', base, blocks, element: root, within: null })
  return blocks
}

type Walk = {
  kind: BlockKind
  base: string
  blocks: PageBlock[]
  element: PageElement
  within: PageElement | null
}

function walk(element: PageElement, state: Walk): void {
  let inline: PageNode[] = []
  const here = { ...state, element, within: sectionOf(element) }
  const flush = () => {
    pushText(inline, here)
    inline = []
  }
  for (const node of element.childNodes) {
    if (node.nodeType === 3) inline.push(node)
    if (node.nodeType !== 1) continue
    const child = node as PageElement // nodeType 1 is an element
    const tag = child.tagName.toLowerCase()
    if (skippedTags.has(tag)) continue
    if (tag === 'br' && followsBreak(child)) flush()
    else if (!blockTags.has(tag) && !hasBlocks(child)) inline.push(child)
    else {
      flush()
      walkBlock(child, tag, here)
    }
  }
  flush()
}

function walkBlock(element: PageElement, tag: string, state: Walk): void {
  if (tag === 'table') pushTable(element, state)
  else if (tag === 'pre') pushPreformatted(element, state)
  else walk(element, { ...state, kind: kindOf(element, tag, state.kind) })
}

const parts =
  /^(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|figure|figcaption|picture|a|span|em|strong|b|i|center|table)$/i

function sectionOf(element: PageElement): PageElement | null {
  let section: PageElement | null = element
  while (section && parts.test(section.tagName)) section = section.parentElement
  return section
}

function kindOf(element: PageElement, tag: string, around: BlockKind): BlockKind {
  if (/^h[1-6]$/.test(tag) || element.getAttribute('role') === 'heading') return 'heading'
  if (tag === 'blockquote') return 'quote'
  if (tag === 'li') return around === 'quote' ? 'quote' : 'list-item'
  if (/^fig(?:ure|caption)$/.test(tag) || (/^(?:p|div|dd)$/.test(tag) && isNamedCaption(element)))
    return 'caption'
  return around
}

// Named a caption, or a box for one picture with a few words below it.
function isNamedCaption(element: PageElement): boolean {
  const named = element.getAttribute('class') ?? ''
  if (
    /(?:^|[\s_-])captions?(?:$|[\s_-]|text)|(?:^|[\s_-])(?:img|image|photo|picture)[-_]?(?:desc|text|title)/i.test(
      named,
    )
  )
    return true
  return (
    /(?:^|[\s_-])(?:img|image|photo|picture)(?:$|[\s_-])/i.test(named) &&
    element.getElementsByTagName('img').length === 1 &&
    (element.textContent ?? '').trim().length < 400
  )
}

function pushText(nodes: PageNode[], state: Walk): void {
  if (nodes.length === 0) return
  const text = normaliseText(nodes.map(inlineText).join(''))
  if (/[\p{L}\p{N}]/u.test(text))
    add({ kind: state.kind, text, linkShare: linkShareOf(nodes, text) }, state.element, state)
  for (const picture of nodes.flatMap(picturesIn)) pushPicture(picture, state)
}

function pushPicture(picture: PageElement, state: Walk): void {
  const address = pictureAddress(picture, state.base)
  const isTiny = ['width', 'height'].some((side) => Number(picture.getAttribute(side) || 100) < 40)
  if (!address || isTiny || state.blocks.some((block) => block.address === address)) return
  const text = normaliseText(picture.getAttribute('alt') ?? '')
  add({ kind: 'picture', text, address, linkShare: 0 }, state.element, state)
}

function pushTable(table: PageElement, state: Walk): void {
  // A table that holds others is laid out, not filled in.
  const isLayout = table.getElementsByTagName('table').length > 0
  const rows = isLayout ? [] : [...table.getElementsByTagName('tr')]
  const isData = rows.length > 0 && !holdsArticle(table)
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
      add({ kind: state.kind, text: row[0] ?? '', linkShare: linkShare(table) }, table, state)
    return
  }
  add({ kind: 'table', text: tableText(cells), rows: cells, linkShare: linkShare(table) }, table, state)
}

// Old pages lay their text out in tables: cells with several paragraphs are no data.
function holdsArticle(table: PageElement): boolean {
  return (
    table.getElementsByTagName('p').length > 3 &&
    table.querySelectorAll('td p').length > table.querySelectorAll('td,th').length
  )
}

function pushPreformatted(element: PageElement, state: Walk): void {
  for (const paragraph of (element.textContent ?? '').split(/\n\s*\n/)) {
    const text = normaliseText(paragraph)
    if (text) add({ kind: state.kind, text, linkShare: linkShare(element) }, element, state)
  }
}

function add(block: Block & { linkShare: number }, element: PageElement, { blocks, within }: Walk): void {
  blocks.push({ ...block, words: sizeOf(block.text), element, within })
}
