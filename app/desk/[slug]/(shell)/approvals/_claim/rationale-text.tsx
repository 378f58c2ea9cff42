import type { Rationale, RationaleMark, RationaleNode } from '@/server/claim/rationale'
import type { FrozenSource } from '@/server/review/submission'
import { words } from '@/server/words'

type Props = { rationale: Rationale; sources: FrozenSource[] }

/** A rationale as its authors formatted it; links show where they lead. */
export function RationaleText({ rationale, sources }: Props) {
  return (
    <div className="diff">
      <Nodes of={rationale.content} sources={sources} />
    </div>
  )
}

function Nodes({ of: nodes, sources }: { of: RationaleNode[]; sources: FrozenSource[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a frozen text does not change under its reader
  return nodes.map((node, index) => <Node key={index} node={node} sources={sources} />)
}

function Node({ node, sources }: { node: RationaleNode; sources: FrozenSource[] }): React.ReactNode {
  if (node.type === 'text') return (node.marks ?? []).reduce(withMark, node.text as React.ReactNode)
  if (node.type === 'citation') return <Cite id={node.attrs.source} sources={sources} />
  const inside = <Nodes of={node.content} sources={sources} />
  if (node.type === 'blockquote') return <blockquote>{inside}</blockquote>
  if (node.type === 'bulletList') return <ul>{inside}</ul>
  if (node.type === 'orderedList') return <ol>{inside}</ol>
  return node.type === 'listItem' ? <li>{inside}</li> : <p>{inside}</p>
}

function withMark(inside: React.ReactNode, mark: RationaleMark): React.ReactNode {
  if (mark.type === 'bold') return <strong>{inside}</strong>
  if (mark.type === 'italic') return <em>{inside}</em>
  if (mark.type !== 'link') return inside
  return (
    <a href={mark.attrs.href} title={mark.attrs.href} target="_blank" rel="noreferrer">
      {inside}
    </a>
  )
}

/** A citation: the number of the source in its version, leading to it in the list below. */
export function Cite({ id, sources }: { id: string; sources: FrozenSource[] }) {
  const at = sources.findIndex((source) => source.id === id)
  if (at < 0) return <span className="cite">?</span>
  return (
    <a className="cite" href={`#source-${id}`} title={words()('approvals.source', { number: at + 1 })}>
      {at + 1}
    </a>
  )
}
