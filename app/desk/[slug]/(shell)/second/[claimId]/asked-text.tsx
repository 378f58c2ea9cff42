import type { Block } from '@/server/article/extract/extraction'
import { blockPositions } from '@/server/article/frozen-text'
import type { Span } from '@/server/claim/quote'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import type { AskedVerdict } from '@/server/second-verdict/read-asked'
import { words } from '@/server/words'

/** The article as it was frozen, with the claim's words marked and nothing else. */
export function AskedText({ asked: { article, blocks, place } }: { asked: AskedVerdict }) {
  const t = words()
  const positions = blockPositions(blocks)
  return (
    <article className="sheet second-text" aria-labelledby="asked-article">
      <h2 id="asked-article" dir="auto">
        {article.title}
      </h2>
      <p className="meta">
        {inRow([article.publisher, article.published && statedDate(article.published)])}{' '}
        {article.address && (
          <a href={article.address} rel="noreferrer noopener" target="_blank">
            {t('secondVerdict.original')}
          </a>
        )}
      </p>
      {!place && <p className="meta">{t('secondVerdict.quoteGone')}</p>}
      {blocks.map((block, number) => {
        const at = positions[number]
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move, their position is what they are called by
        return at && <TextBlock key={number} block={block} at={at} place={place} />
      })}
    </article>
  )
}

function TextBlock({ block, at, place }: { block: Block; at: Span; place: Span | null }) {
  const points = Array.from(block.text.normalize('NFC'))
  const between = (from: number, to: number) => points.slice(Math.max(0, from), Math.max(0, to)).join('')
  const [from, to] = place ? [place.start - at.start, place.end - at.start] : [points.length, points.length]
  const isTouched = place !== null && from < points.length && to > 0
  const text = isTouched ? (
    <>
      {between(0, from)}
      <mark>{between(from, to)}</mark>
      {between(to, points.length)}
    </>
  ) : (
    block.text
  )
  if (block.kind === 'heading') return <h3>{text}</h3>
  if (block.kind === 'quote') return <blockquote>{text}</blockquote>
  return <p className={block.kind}>{text}</p>
}
