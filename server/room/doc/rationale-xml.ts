import * as Y from 'yjs'
import { type Rationale, type RationaleNode, readRationale } from '../../claim/rationale'
import { rationaleOf } from './room-doc'
import { editBetween, writeEdits } from './text-edit'

/** What the editor keeps of a rationale, as ProseMirror JSON; unread, so it may hold anything. */
export function rationaleJson(doc: Y.Doc, id: string): unknown {
  return { type: 'doc', content: rationaleOf(doc, id).toArray().flatMap(asJson) }
}

function asJson(node: Y.XmlElement | Y.XmlText | Y.XmlHook): unknown[] {
  if (node instanceof Y.XmlText) return node.toDelta().map(pieceAsJson)
  if (!(node instanceof Y.XmlElement)) return []
  const content = node.toArray().flatMap((child) => asJson(child))
  return [{ type: node.nodeName, attrs: node.getAttributes(), content }]
}

function pieceAsJson({ insert, attributes = {} }: { insert: unknown; attributes?: Record<string, unknown> }) {
  // y-prosemirror names a mark that may stand twice over the same words "link--<hash>".
  const marks = Object.entries(attributes).map(([name, attrs]) => ({
    type: name.replace(/--.*$/, ''),
    attrs,
  }))
  return { type: 'text', text: insert, marks }
}

/**
 * Writes a rationale, as the editor would keep it, by the least that changes: blocks, runs and letters that it shares
 * with the present one stay untouched, and with them what somebody else writes there in the same moment.
 */
export function setRationale(doc: Y.Doc, id: string, rationale: Rationale, origin: unknown = null) {
  doc.transact(() => setChildren(rationaleOf(doc, id), piecesOf(readRationale(rationale).content)), origin)
}

type Parent = Y.XmlElement | Y.XmlFragment
type Child = Y.XmlElement | Y.XmlText | Y.XmlHook
type TextNode = Extract<RationaleNode, { type: 'text' }>
type Element = Exclude<RationaleNode, TextNode>
/** What the editor keeps as one child: an element, or all text in a row. */
type Piece = Element | TextNode[]

function piecesOf(nodes: RationaleNode[]): Piece[] {
  const pieces: Piece[] = []
  for (const node of nodes) {
    const last = pieces.at(-1)
    if (node.type !== 'text') pieces.push(node)
    else if (Array.isArray(last)) last.push(node)
    else pieces.push([node])
  }
  return pieces
}

function setChildren(parent: Parent, pieces: Piece[]) {
  const present = parent.toArray() as Child[] // a fragment and an element hold the same kinds
  const shorter = Math.min(present.length, pieces.length)
  const isSame = (at: number) => reads(present.at(at), pieces.at(at))
  let [start, end] = [0, 0]
  while (start < shorter && isSame(start)) start++
  while (end < shorter - start && isSame(-1 - end)) end++
  const changed = present.slice(start, present.length - end)
  const wanted = pieces.slice(start, pieces.length - end)
  for (const [index, piece] of wanted.entries()) setChild(parent, start + index, changed[index], piece)
  const left = changed.length - wanted.length
  if (left > 0) parent.delete(start + wanted.length, left)
}

function setChild(parent: Parent, at: number, child: Child | undefined, piece: Piece) {
  if (reads(child, piece)) return
  if (child instanceof Y.XmlText && Array.isArray(piece)) return setText(child, piece)
  const isBlock = !Array.isArray(piece) && piece.type !== 'citation'
  if (isBlock && child instanceof Y.XmlElement && child.nodeName === piece.type)
    return setChildren(child, piecesOf(piece.content))
  if (child) parent.delete(at, 1)
  parent.insert(at, [asXml(piece)])
}

/** Letters first, by the smallest edit; then what is bold, italic or a link, where it differs. */
function setText(text: Y.XmlText, nodes: TextNode[]) {
  const edit = editBetween(lettersOf(text), nodes.map((node) => node.text).join(''))
  if (edit) writeEdits(text, [edit])
  let from = 0
  for (const node of nodes) {
    if (!reads(text, nodes)) text.format(from, node.text.length, { ...plain, ...formatOf(node) })
    from += node.text.length
  }
}

const plain = { bold: null, italic: null, link: null }

const formatOf = ({ marks = [] }: TextNode) =>
  Object.fromEntries(marks.map((mark) => [mark.type, mark.type === 'link' ? mark.attrs : {}]))

/** The letters of a text; what is none counts as one, as it does for Yjs. */
function lettersOf(text: Y.XmlText): string {
  const delta: { insert: unknown }[] = text.toDelta()
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
}

/** Whether a child of the document says just what is wanted. */
function reads(child: Child | undefined, piece: Piece | undefined): boolean {
  if (!child || !piece) return false
  const wanted = Array.isArray(piece) ? piece : [piece]
  return JSON.stringify(asRead(asJson(child))) === JSON.stringify(asRead(wanted))
}

/** Nodes as a rationale reads them, also those that stand in a paragraph only. */
const asRead = (nodes: unknown[]) => readRationale({ content: [{ type: 'listItem', content: nodes }] })

function asXml(piece: Piece): Y.XmlElement | Y.XmlText {
  if (Array.isArray(piece)) {
    const text = new Y.XmlText()
    text.applyDelta(piece.map((node) => ({ insert: node.text, attributes: formatOf(node) })))
    return text
  }
  const element = new Y.XmlElement(piece.type)
  if (piece.type === 'citation') element.setAttribute('source', piece.attrs.source)
  else element.insert(0, piecesOf(piece.content).map(asXml))
  return element
}
