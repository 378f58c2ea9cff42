import type { ReactNode } from 'react'
import type { Claim } from '@/server/claim/claim'
import type { RationaleMark, RationaleNode } from '@/server/claim/rationale'
import { sayableName } from '@/server/source/source-name'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** The rationale as it is read, with citations as numbers. */
export function RationaleText({ claim }: { claim: Claim }) {
  const t = words()
  const { mayEdit } = useRoom()
  if (claim.rationale.content.length === 0)
    return <p className="ink-3">{t(mayEdit ? 'rationale.empty' : 'claim.notWritten')}</p>
  return <Nodes nodes={claim.rationale.content} claim={claim} isLive={!mayEdit} />
}

type NodesProps = { nodes: RationaleNode[]; claim: Claim; isLive: boolean }

function Nodes({ nodes, claim, isLive }: NodesProps) {
  // Nodes have no identity of their own; the whole is drawn again when one changes.
  return nodes.map((node, index) => {
    const key = `${index}-${node.type}`
    if (node.type === 'text') return <Text key={key} text={node.text} marks={node.marks} isLive={isLive} />
    if (node.type === 'citation') return <Citation key={key} claim={claim} source={node.attrs.source} />
    const Tag = tags[node.type]
    return (
      <Tag key={key}>
        <Nodes nodes={node.content} claim={claim} isLive={isLive} />
      </Tag>
    )
  })
}

const tags = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
} as const

type TextProps = { text: string; marks?: RationaleMark[]; isLive: boolean }

function Text({ text, marks = [], isLive }: TextProps) {
  let shown: ReactNode = text
  for (const mark of marks) shown = marked(shown, mark, isLive)
  return shown
}

function marked(inner: ReactNode, mark: RationaleMark, isLive: boolean): ReactNode {
  if (mark.type !== 'link') return mark.type === 'bold' ? <strong>{inner}</strong> : <em>{inner}</em>
  // Before the editor is there a press goes into the text, not away from it.
  if (!isLive) return <span className="as-link">{inner}</span>
  return (
    <a href={mark.attrs.href} target="_blank" rel="noreferrer noopener">
      {inner}
    </a>
  )
}

function Citation({ claim, source }: { claim: Claim; source: string }) {
  const t = words()
  const index = claim.sources.findIndex(({ id }) => id === source)
  const cited = claim.sources[index]
  const title = cited
    ? t('rationale.citation', { number: index + 1, name: sayableName(cited, t) })
    : t('rationale.removedSource')
  return (
    <span className={`cite ${cited ? '' : 'is-gone'}`} title={title}>
      {cited ? index + 1 : '?'}
    </span>
  )
}
