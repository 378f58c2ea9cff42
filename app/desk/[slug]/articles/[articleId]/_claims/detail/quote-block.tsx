'use client'
import { blockPositions } from '@/server/article/frozen-text'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** The quote with a link to its paragraph. */
export function QuoteBlock({ claim }: { claim: Claim }) {
  const t = words()
  const { revision } = useRoom()
  // The notice above says so; there is nothing to show and no paragraph to lead to.
  if (claim.damaged.includes('quote')) return null
  const { start } = claim.selectors.position
  const number = blockPositions(revision.blocks).findIndex((block) => start < block.end) + 1
  return (
    <>
      <blockquote className="dt-quote">{claim.selectors.quote.exact}</blockquote>
      {number > 0 && (
        <p className="dt-anchor meta">
          <a href={`#p${number}`}>{t('claim.paragraph', { number })}</a>
        </p>
      )}
    </>
  )
}
