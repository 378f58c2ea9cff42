'use client'
import { ChevronRight } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { sayDone } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { readDeletedSources, setSourceDeleted } from '@/server/room/doc/source-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

/** Sources that were taken away from a claim, folded away under the others, each with the way back. */
export function DeletedSources({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  const deleted = readDeletedSources(doc, claim.id)
  if (deleted.length === 0) return null
  const restore = (id: string) => {
    setSourceDeleted(doc, id, null, origin)
    sayDone(t('source.restored'))
  }
  return (
    <details className="deleted-claims">
      <summary>
        <Icon of={ChevronRight} size="sm" /> {t('source.deleted', { count: deleted.length })}
      </summary>
      <ul>
        {deleted.map(({ id, name }) => (
          <li key={id} className="deleted-claim">
            <span className="st">{name || t('source.unnamed')}</span>
            {mayEdit && (
              <button type="button" className="linkbtn" onClick={() => restore(id)}>
                {t('source.restore')}
                <span className="vh">: {name || t('source.unnamed')}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
