import { useMemo, useRef } from 'react'
import { blockPositions } from '@/server/article/frozen-text'
import { useCarried } from '../_revisions/use-revisions'
import { useClaims, useRoom } from '../_room/use-room'
import { type Placed, placeClaims } from './block-claims'

/** The article's blocks with their claims, kept from one drawing to the next where nothing changed. */
export function usePlaced(): Placed[] {
  const { revision } = useRoom()
  const claims = useClaims()
  const carried = useCarried()
  const before = useRef<Placed[]>([])
  const text = useMemo(
    () => ({ blocks: revision.blocks, places: blockPositions(revision.blocks) }),
    [revision.blocks],
  )
  return useMemo(() => {
    before.current = placeClaims(text, claims, { revision: revision.hash, carried }, before.current)
    return before.current
  }, [text, revision.hash, claims, carried])
}
