import type { PageNode } from './page-node'
import type { PageElement } from './page-tree'

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

/** The node that follows in reading order within a root; null at its end. */
function after(node: PageNode, root: PageElement): PageNode | null {
  if (isElement(node) && node.firstChild) return node.firstChild
  for (let at: PageNode | null = node; at && at !== root; at = at.parentNode) {
    if (at.nextSibling) return at.nextSibling
  }
  return null
}

/** The elements below a root that fit, in reading order, as they are now. */
export function elementsIn(root: PageElement, fits: (element: PageElement) => boolean): PageElement[] {
  const elements: PageElement[] = []
  for (let node = root.firstChild; node; node = after(node, root)) {
    if (isElement(node) && fits(node)) elements.push(node)
  }
  return elements
}

/** The first of them; null where none fits. */
export function firstIn(root: PageElement, fits: (element: PageElement) => boolean): PageElement | null {
  for (let node = root.firstChild; node; node = after(node, root)) {
    if (isElement(node) && fits(node)) return node
  }
  return null
}

/** A node, or the nearest on one side of it, that is an element. */
export function elementFrom(
  start: PageNode | null,
  towards: 'nextSibling' | 'previousSibling',
): PageElement | null {
  let node = start
  while (node && !isElement(node)) node = node[towards]
  return node
}

/** All words below a root, comments left out. */
export function textIn(root: PageElement): string {
  let text = ''
  for (let node = root.firstChild; node; node = after(node, root)) if (node.nodeType === 3) text += node.data
  return text
}

/** What an inline style says, by property; null where there is none. */
export function styleOf(stated: string | null): Record<string, string> | null {
  if (stated === null) return null
  const rules = stated.split(';').map((rule) => rule.split(':'))
  return Object.fromEntries(rules.map(([name = '', ...value]) => [name.trim(), value.join(':').trim()]))
}

const empty = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont frame'.split(' '),
)
const unescaped = new Set(['script', 'style'])

/** A node as markup that reads back as the same node. */
export function markupOf(node: PageNode): string {
  if (node.nodeType === 8) return `<!--${node.data}-->`
  if (!isElement(node))
    return unescaped.has(node.parentNode?.localName ?? '') ? node.data : escaped(node.data)
  const stated = Object.entries(node.attributesByName).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const tag = `<${node.localName}${stated.join('')}>`
  return empty.has(node.localName) ? tag : `${tag}${node.innerHTML}</${node.localName}>`
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
}
