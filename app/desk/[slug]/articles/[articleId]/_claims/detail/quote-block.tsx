'use client'
import { blockPositions } from '@/server/article/frozen-text'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { placeIn } from '../../_revisions/carried'
import { useCarried } from '../../_revisions/use-revisions'
import { useRoom } from '../../_room/use-room'

/** The quote with a link to its paragraph. */
export function QuoteBlock({ claim }: { claim: Claim }) {
  const { revision } = useRoom()
  const carried = useCarried()
  // The notice above says so; there is nothing to show and no paragraph to lead to.
  if (claim.damaged.includes('quote')) return null
  const place = placeIn(claim, { revision: revision.hash, carried })
  return <QuotedWords words={claim.selectors.quote.exact} start={place?.start ?? null} />
}

/** Words of the article, and where they begin in it in code points; null where they are no longer in it. */
export function QuotedWords({ words: quoted, start }: { words: string; start: number | null }) {
  const t = words()
  const { revision } = useRoom()
  const blocks = blockPositions(revision.blocks)
  const number = start === null ? 0 : blocks.findIndex((block) => start < block.end) + 1
  return (
    <>
      <blockquote className="dt-quote">{quoted}</blockquote>
      {number > 0 && (
        <p className="dt-anchor meta">
          <a href={`#p${number}`}>{t('claim.paragraph', { number })}</a>
        </p>
      )}
    </>
  )
}
