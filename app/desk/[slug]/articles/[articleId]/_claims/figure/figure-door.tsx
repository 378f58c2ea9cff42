'use client'
import dynamic from 'next/dynamic'
import type { Claim } from '@/server/claim/claim'
import { useRoom } from '../../_room/use-room'

// The grammar comes with it: a room is read before any of its numbers are.
const FigureField = dynamic(() => import('./figure-field').then((part) => part.FigureField), { ssr: false })

/** The figure of a claim; nothing where the claim has none and nobody here could give it one. */
export function FigureDoor({ claim }: { claim: Claim }) {
  const { mayEdit } = useRoom()
  return claim.figure || mayEdit ? <FigureField claim={claim} /> : null
}
