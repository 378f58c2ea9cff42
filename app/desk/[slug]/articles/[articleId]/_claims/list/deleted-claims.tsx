'use client'
import { ChevronRight } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { sayDone } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { restoreClaim } from '@/server/room/doc/marks'
import { words } from '@/server/words'
import { useDeletedClaims, useRoom } from '../../_room/use-room'

/** Claims that were deleted, folded away at the end of the list, each with the way back. */
export function DeletedClaims() {
  const t = words()
  const deleted = useDeletedClaims()
  if (deleted.length === 0) return null
  return (
    <li>
      <details className="deleted-claims">
        <summary>
          <Icon of={ChevronRight} size="sm" /> {t('claim.deleted', { count: deleted.length })}
        </summary>
        <ul>
          {deleted.map((claim) => (
            <DeletedClaim key={claim.id} claim={claim} />
          ))}
        </ul>
      </details>
    </li>
  )
}

function DeletedClaim({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  const name = claim.statement.trim() || claim.selectors.quote.exact || t('claim.unreadable')
  const restore = () => {
    restoreClaim(doc, claim, origin)
    sayDone(t('claim.restored'))
  }
  return (
    <li className="deleted-claim">
      <span className="st">{name}</span>
      {mayEdit && (
        <button type="button" className="linkbtn" onClick={restore}>
          {t('claim.restore')}
          <span className="vh">: {name}</span>
        </button>
      )}
    </li>
  )
}
