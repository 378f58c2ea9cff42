import { z } from 'zod'

/**
 * A rationale as ProseMirror JSON, reduced to what the editor can make. Unknown nodes and marks are
 * dropped when it is read, so that a foreign client cannot freeze what nobody sees.
 */
export type Rationale = { type: 'doc'; content: RationaleNode[] }
export type RationaleNode =
  | { type: 'paragraph' | 'blockquote' | 'bulletList' | 'orderedList' | 'listItem'; content: RationaleNode[] }
  | { type: 'text'; text: string; marks?: RationaleMark[] }
  | { type: 'citation'; attrs: { source: string } }
export type RationaleMark = { type: 'bold' | 'italic' } | { type: 'link'; attrs: { href: string } }

const blockNames = ['paragraph', 'blockquote', 'bulletList', 'orderedList', 'listItem'] as const
const blockName = z.enum(blockNames)
const maximumDepth = 32

/** Reads what a room or a column holds; what is not a rationale becomes an empty one. */
export function readRationale(value: unknown): Rationale {
  const content = isRecord(value) && Array.isArray(value.content) ? value.content : []
  return {
    type: 'doc',
    content: content.flatMap((node) => readNode(node, 0)).filter((node) => !isBare(node)),
  }
}

function readNode(node: unknown, depth: number): RationaleNode[] {
  if (!isRecord(node) || depth > maximumDepth) return []
  if (node.type === 'text') return readText(node)
  if (node.type === 'citation') {
    const source = isRecord(node.attrs) ? node.attrs.source : null
    return typeof source === 'string' ? [{ type: 'citation', attrs: { source } }] : []
  }
  const type = blockName.safeParse(node.type)
  const children = Array.isArray(node.content) ? node.content : []
  const content = children.flatMap((child) => readNode(child, depth + 1))
  return type.success ? [{ type: type.data, content }] : content
}

function readText(node: Record<string, unknown>): RationaleNode[] {
  if (typeof node.text !== 'string' || node.text === '') return []
  const marks = (Array.isArray(node.marks) ? node.marks : []).flatMap(readMark)
  // One order, whatever order they were set in: the hash must not depend on it.
  marks.sort((one, other) => one.type.localeCompare(other.type))
  return [marks.length ? { type: 'text', text: node.text, marks } : { type: 'text', text: node.text }]
}

function readMark(mark: unknown): RationaleMark[] {
  if (!isRecord(mark)) return []
  if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }]
  const href = mark.type === 'link' && isRecord(mark.attrs) ? mark.attrs.href : null
  return typeof href === 'string' && /^https?:\/\//i.test(href) ? [{ type: 'link', attrs: { href } }] : []
}

/** Stray text or citations at the top level cannot come from the editor. */
function isBare(node: RationaleNode): boolean {
  return node.type === 'text' || node.type === 'citation'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** The words of a rationale without marks; citations leave nothing, blocks end with a line break. */
export function plainText(rationale: Rationale): string {
  return rationale.content.map(textOf).join('\n').trim()
}

function textOf(node: RationaleNode): string {
  if (node.type === 'text') return node.text
  if (node.type === 'citation') return ''
  const between = node.type === 'paragraph' ? '' : '\n'
  return node.content.map(textOf).join(between)
}

/** Ids of the sources a rationale cites, each once, in order of first citation. */
export function citedSources(rationale: Rationale): string[] {
  const cited = new Set<string>()
  const visit = (node: RationaleNode) => {
    if (node.type === 'citation') cited.add(node.attrs.source)
    else if (node.type !== 'text') node.content.forEach(visit)
  }
  rationale.content.forEach(visit)
  return [...cited]
}
