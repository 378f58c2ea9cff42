import * as Y from 'yjs'
import type { Rationale, RationaleNode } from '../../claim/rationale'
import { rationaleOf } from './room-doc'

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

/** Writes a rationale anew, as the editor would keep it. */
export function setRationale(doc: Y.Doc, id: string, rationale: Rationale, origin: unknown = null) {
  const fragment = rationaleOf(doc, id)
  doc.transact(() => {
    fragment.delete(0, fragment.length)
    fragment.push(rationale.content.map(asXml))
  }, origin)
}

function asXml(node: RationaleNode): Y.XmlElement | Y.XmlText {
  if (node.type === 'text') {
    const marks = node.marks?.map((mark) => [mark.type, mark.type === 'link' ? mark.attrs : {}])
    const text = new Y.XmlText()
    text.insert(0, node.text, Object.fromEntries(marks ?? []))
    return text
  }
  const element = new Y.XmlElement(node.type)
  if (node.type === 'citation') element.setAttribute('source', node.attrs.source)
  else element.insert(0, node.content.map(asXml))
  return element
}
