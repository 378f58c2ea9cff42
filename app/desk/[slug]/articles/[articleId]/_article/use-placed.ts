import { useMemo, useRef } from 'react'
import { useClaims, useRoom } from '../_room/use-room'
import { type Placed, placeClaims } from './block-claims'

/** The article's blocks with their claims, kept from one drawing to the next where nothing changed. */
export function usePlaced(): Placed[] {
  const { revision } = useRoom()
  const claims = useClaims()
  const before = useRef<Placed[]>([])
  return useMemo(() => {
    before.current = placeClaims(revision.blocks, claims, revision.hash, before.current)
    return before.current
  }, [revision, claims])
}
