import type { ReactNode } from 'react'
import type { Block } from '../../../article/extract/extraction'
import { styleOf } from '../../../claim/verdict'
import type { PublicVersion } from '../../publication'
import type { Edition } from '../edition'

/** A block with the place of its first code point in the revision's text. */
export type ArticleBlock = Pick<Block, 'kind' | 'text'> & { start: number }

type Props = { revision: string; blocks: ArticleBlock[]; claims: PublicVersion[]; edition: Edition }

/** The desk's own article, whole, with each checked passage marked and numbered. */
export function ArticleText({ revision, blocks, claims, edition: { say } }: Props) {
  // A quote of another revision stands somewhere else in this text, or nowhere.
  const marked = claims.map((version, index) => ({ version, number: index + 1 }))
  const standing = marked.filter(({ version }) => version.content.claim.revision === revision)
  return (
    <section className="pub-sec galley" id="text">
      <h2>{say('public.wholeArticle')}</h2>
      <p className="meta">{say('public.articleText')}</p>
      {blocks.map((block) => (
        <BlockText key={block.start} block={block} marked={standing} say={say} />
      ))}
    </section>
  )
}

type Marked = { version: PublicVersion; number: number }

function BlockText({ block, marked, say }: { block: ArticleBlock; marked: Marked[]; say: Edition['say'] }) {
  if (!block.text) return null
  const inside = pieces(block, marked, say)
  if (block.kind === 'heading') return <h3>{inside}</h3>
  if (block.kind === 'quote') return <blockquote>{inside}</blockquote>
  if (block.kind === 'list-item') return <p className="item">{inside}</p>
  if (block.kind === 'table') return <p className="cells">{inside}</p>
  return <p className={block.kind === 'paragraph' ? undefined : 'cap'}>{inside}</p>
}

/** The block's words cut wherever a mark begins or ends: one flat mark per piece, a number where a claim ends. */
function pieces(block: ArticleBlock, marked: Marked[], say: Edition['say']): ReactNode[] {
  const points = Array.from(block.text)
  const end = block.start + points.length
  const here = marked.filter(({ version }) => {
    const { position } = version.content.claim.selectors
    return position.start < end && position.end > block.start
  })
  const edges = here.flatMap(({ version }) => {
    const { position } = version.content.claim.selectors
    return [Math.max(position.start, block.start), Math.min(position.end, end)]
  })
  const cuts = [...new Set([block.start, ...edges, end])].toSorted((one, other) => one - other)
  return cuts.slice(0, -1).flatMap((from, index) => {
    const to = cuts[index + 1] ?? end
    const text = points.slice(from - block.start, to - block.start).join('')
    const over = here.filter(({ version }) => covers(version, from, to))
    const ending = here.filter(({ version }) => version.content.claim.selectors.position.end === to)
    return [over.length ? <Piece key={from} text={text} over={over} /> : text, ...numbers(ending, say)]
  })
}

function covers(version: PublicVersion, from: number, to: number): boolean {
  const { position } = version.content.claim.selectors
  return position.start <= from && position.end >= to
}

function Piece({ text, over }: { text: string; over: Marked[] }) {
  const [first] = over
  const style = styleOf(first?.version.content.claim.verdict ?? null)
  return <mark className={`hl ${style}${over.length > 1 ? ' under' : ''}`}>{text}</mark>
}

function numbers(ending: Marked[], say: Edition['say']): ReactNode[] {
  return ending.map(({ version, number }) => (
    <a
      key={`claim-${version.number}`}
      className="cite"
      href={`#claim-${version.number}`}
      aria-label={say('public.claim', { number })}
    >
      {number}
    </a>
  ))
}
