'use client'
import { Lock, Phone } from 'lucide-react'
import { v7 as uuid } from 'uuid'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { addConfidential, addUnlinked } from '@/server/room/doc/entries/unlinked-values'
import { words } from '@/server/words'
import { useRoom } from '../../../_room/use-room'

type Props = { claim: Claim; onAdded: (sourceId: string) => void }

/** Sources that no link leads to; one that is confidential is so from the start, as a room forgets nothing. */
export function OtherWays({ claim, onAdded }: Props) {
  const t = words()
  const { doc, origin, member } = useRoom()
  const add = (how: (source: { id: string; claimId: string }) => void) => {
    const source = { id: uuid(), claimId: claim.id }
    how(source)
    onAdded(source.id)
  }
  return (
    <p className="other-ways">
      <button
        type="button"
        className="btn quiet xs"
        onClick={() => add((source) => addUnlinked(doc, { ...source, way: 'call', by: member.name }, origin))}
      >
        <Icon of={Phone} size="sm" /> {t('source.addUnlinked')}
      </button>
      <button
        type="button"
        className="btn quiet xs"
        onClick={() => add((source) => addConfidential(doc, source, origin))}
      >
        <Icon of={Lock} size="sm" /> {t('source.addConfidential')}
      </button>
    </p>
  )
}
