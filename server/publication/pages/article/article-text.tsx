import type { ReactNode } from 'react'
import type { Verdict } from '../../../../db/vocabulary'
import type { Block } from '../../../article/extract/extraction'
import { type Marked, markedLines, segmentsOf } from '../../../claim/segments'
import { styleOf } from '../../../claim/verdict'
import { isRetraction, type PublicVersion } from '../../publication'
import type { PublicRedaction } from '../../redaction/redaction'
import { Removed } from '../claim/removed'
import type { Edition } from '../edition'
import { articleWords } from '../parts/own-words'

/** A block with the place of its first code point in the revision's text. */
export type ArticleBlock = Pick<Block, 'kind' | 'text'> & { start: number }

type Props = {
  revision: string
  blocks: ArticleBlock[]
  /** What was removed from it under law, oldest first. */
  removals: PublicRedaction[]
  claims: PublicVersion[]
  edition: Edition
}

/** A published claim where it stands in the text; its number is its place on the page. */
type Passage = Marked & { number: number; verdict: Verdict | null }

/** The desk's own article, whole, with each checked passage marked and numbered. */
export function ArticleText({ revision, blocks, removals, claims, edition }: Props) {
  const { say } = edition
  const mark = articleWords(claims[0]?.content.article.language ?? null, edition)
  const passages = passagesOf(claims, revision)
  return (
    <section className="pub-sec galley" id="text">
      <h2>{say('public.wholeArticle')}</h2>
      <p className="meta">{say('public.articleText')}</p>
      <Removed redactions={removals} edition={edition} from="text" />
      <div {...mark}>
        {blocks.map((block) => (
          <BlockText key={block.start} block={block} passages={passages} say={say} />
        ))}
      </div>
    </section>
  )
}

function passagesOf(claims: PublicVersion[], revision: string): Passage[] {
  const standing = claims.flatMap((version, index) => {
    const { number, content } = version
    const { claim } = content
    // What was retracted is still numbered, with no verdict's line under it.
    const verdict = isRetraction(version) ? null : claim.verdict
    // A quote of another revision stands somewhere else in this text, or nowhere.
    if (claim.revision !== revision) return []
    return [{ id: `claim-${number}`, number: index + 1, verdict, ...claim.selectors.position }]
  })
  const lines = new Map(markedLines(standing).map(({ id, line }) => [id, line]))
  return standing.map((passage) => ({ ...passage, line: lines.get(passage.id) ?? null }))
}

type BlockProps = { block: ArticleBlock; passages: Passage[]; say: Edition['say'] }

function BlockText({ block, passages, say }: BlockProps) {
  if (!block.text) return null
  const inside = pieces({ block, passages, say })
  if (block.kind === 'heading') return <h3>{inside}</h3>
  if (block.kind === 'quote') return <blockquote>{inside}</blockquote>
  if (block.kind === 'list-item') return <p className="item">{inside}</p>
  if (block.kind === 'table') return <p className="cells">{inside}</p>
  return <p className={block.kind === 'paragraph' ? undefined : 'cap'}>{inside}</p>
}

/** The block's words cut wherever a mark begins or ends, with a number where a claim ends. */
function pieces({ block, passages, say }: BlockProps): ReactNode[] {
  const points = Array.from(block.text)
  const stretch = { start: block.start, end: block.start + points.length }
  return segmentsOf(stretch, passages).flatMap(({ start, end, claims }) => {
    const text = points.slice(start - block.start, end - block.start).join('')
    const over = passages.filter(({ id }) => claims.some((claim) => claim.id === id))
    const ending = over.filter((passage) => passage.end === end)
    return [over.length ? <Piece key={start} text={text} over={over} /> : text, ...numbers(ending, say)]
  })
}

/** The first line under the words, and the second below that; a third claim there has its number alone. */
function Piece({ text, over }: { text: string; over: Passage[] }) {
  const upper = over.find(({ line }) => line === 0)
  const lower = over.find(({ line }) => line === 1)
  const only = upper ?? lower
  if (!only) return text
  const inner = upper && lower
  return (
    <mark className={`hl ${styleOf(only.verdict)}${upper ? '' : ' under'}`}>
      {inner ? <span className={`hl under ${styleOf(lower.verdict)}`}>{text}</span> : text}
    </mark>
  )
}

function numbers(ending: Passage[], say: Edition['say']): ReactNode[] {
  return ending.map(({ id, number }) => (
    <a key={id} className="cite" href={`#${id}`} aria-label={say('public.claim', { number })}>
      {number}
    </a>
  ))
}
