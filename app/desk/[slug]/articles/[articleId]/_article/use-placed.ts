import { useMemo, useRef } from 'react'
import { blockPositions } from '@/server/article/frozen-text'
import { useClaims, useRoom } from '../_room/use-room'
import { type Placed, placeClaims } from './block-claims'

/** The article's blocks with their claims, kept from one drawing to the next where nothing changed. */
export function usePlaced(): Placed[] {
  const { revision } = useRoom()
  const claims = useClaims()
  const before = useRef<Placed[]>([])
  const text = useMemo(
    () => ({ blocks: revision.blocks, places: blockPositions(revision.blocks) }),
    [revision.blocks],
  )
  return useMemo(() => {
    before.current = placeClaims(text, claims, revision.hash, before.current)
    return before.current
  }, [text, revision.hash, claims])
}
