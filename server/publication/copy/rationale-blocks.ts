import type { Rationale, RationaleMark, RationaleNode } from '../../claim/rationale'
import type { FrozenSource } from '../../review/submission'
import { linkOf } from '../../source/source'
import type { CopyBlock, Run } from './check-copy'

type Sources = Pick<FrozenSource, 'id'>[]

/** The reasons for a verdict as parts of a copy; a citation of a source that is not there leaves nothing. */
export function rationaleBlocks({ content }: Rationale, sources: Sources): CopyBlock[] {
  return content.flatMap((node) => blocksOf(node, sources))
}

function blocksOf(node: RationaleNode, sources: Sources): CopyBlock[] {
  if (node.type === 'text' || node.type === 'citation')
    return [{ kind: 'paragraph', runs: runsOf(node, sources) }]
  if (node.type === 'paragraph') {
    const runs = node.content.flatMap((child) => runsOf(child, sources))
    return runs.length ? [{ kind: 'paragraph', runs }] : []
  }
  const inside = () => node.content.flatMap((child) => blocksOf(child, sources))
  if (node.type === 'blockquote') return [{ kind: 'quote', blocks: inside() }]
  if (node.type === 'listItem') return inside()
  const items = node.content.map((item) => blocksOf(item, sources)).filter((item) => item.length > 0)
  return items.length ? [{ kind: 'list', isOrdered: node.type === 'orderedList', items }] : []
}

function runsOf(node: RationaleNode, sources: Sources): Run[] {
  if (node.type === 'text') return [(node.marks ?? []).reduce(marked, { text: node.text })]
  if (node.type !== 'citation') return node.content.flatMap((child) => runsOf(child, sources))
  const number = sources.findIndex(({ id }) => id === node.attrs.source) + 1
  return number ? [{ text: `[${number}]`, cites: number }] : []
}

function marked(run: Run, mark: RationaleMark): Run {
  if (mark.type !== 'link') return { ...run, [mark.type === 'bold' ? 'isBold' : 'isItalic']: true }
  const link = linkOf(mark.attrs.href)
  return link ? { ...run, link } : run
}
