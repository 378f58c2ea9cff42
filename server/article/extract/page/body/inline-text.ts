import type { PageNode } from '../tree/page-node'
import type { PageElement } from '../tree/page-tree'
import { linkShare } from './block-filter'

/** Tags that begin a block of their own. */
export const blockTags = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tfoot tr ul body noscript video audio iframe'.split(
    ' ',
  ),
)
/** Tags whose text no reader sees. */
export const skippedTags = new Set(
  'script style template noscript head title iframe video audio svg canvas button input select textarea nav rp rt object'.split(
    ' ',
  ),
)

const holders = new Set('p div ul ol table h1 h2 h3 h4 h5 h6 blockquote figure section article'.split(' '))

/** Whether an element holds blocks, and so is one itself. */
export function hasBlocks(element: PageElement): boolean {
  for (const node of element.childNodes) {
    if (node.nodeType !== 1) continue
    const child = node as PageElement // nodeType 1 is an element
    if (holders.has(child.localName) || hasBlocks(child)) return true
  }
  return false
}

/** Whether a line break stands beside another: two in a row part paragraphs, a single one does not. */
export function followsBreak(element: PageElement): boolean {
  for (const towards of ['previousSibling', 'nextSibling'] as const) {
    let node = element[towards]
    while (node?.nodeType === 3 && (node.textContent ?? '').trim() === '') node = node[towards]
    if (node?.nodeType === 1 && (node as PageElement).tagName.toLowerCase() === 'br') return true
  }
  return false
}

/** A node's text as it runs on in one line; note numbers and what no reader sees are left out. */
export function inlineText(node: PageNode): string {
  if (node.nodeType === 3) return node.textContent ?? ''
  if (node.nodeType !== 1) return ''
  const element = node as PageElement // nodeType 1 is an element
  const tag = element.tagName.toLowerCase()
  if (skippedTags.has(tag)) return ''
  if (tag === 'br') return ' '
  if (tag === 'sup' && /^\s*\[\d+\]\s*$/.test(element.textContent ?? '')) return ''
  return [...element.childNodes].map(inlineText).join('')
}

/** A cell's text in one line, with a space where its blocks part. */
export function inlineTextOfCell(cell: PageElement): string {
  return [...cell.childNodes]
    .map((node) =>
      node.nodeType === 1 && blockTags.has((node as PageElement).tagName.toLowerCase())
        ? ` ${inlineTextOfCell(node as PageElement)} `
        : inlineText(node),
    )
    .join('')
}

/** The share of nodes' letters that stand in links. */
export function linkShareOf(nodes: PageNode[], text: string): number {
  const all = text.replace(/\s+/g, '').length
  let linked = 0
  for (const node of nodes) {
    if (node.nodeType !== 1) continue
    const element = node as PageElement // nodeType 1 is an element
    const size = (element.textContent ?? '').replace(/\s+/g, '').length
    linked += element.tagName.toLowerCase() === 'a' ? size : linkShare(element) * size
  }
  return all === 0 ? 0 : Math.min(1, linked / all)
}
