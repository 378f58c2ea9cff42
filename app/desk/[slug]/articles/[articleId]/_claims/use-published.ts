'use client'
import { useEffect } from 'react'
import { useRoom } from '../_room/use-room'
import { useStageRows } from './use-stages'

/** Tells the room which claims readers have, as the server last said: none of those is deleted. */
export function usePublished(): void {
  const { keepPublished } = useRoom()
  const rows = useStageRows()
  useEffect(() => {
    const published = [...rows.values()].filter((row) => row.published !== null)
    keepPublished(new Set(published.map(({ claimId }) => claimId)))
  }, [keepPublished, rows])
}
