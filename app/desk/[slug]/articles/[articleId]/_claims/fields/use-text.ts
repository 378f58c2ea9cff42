'use client'
import { useCallback } from 'react'
import type { TextField } from '@/server/room/doc/room-doc'
import { useRoom } from '../../_room/use-room'
import { bindTextarea } from './bind-textarea'

/** A ref that joins a text area to one of the texts of a claim that several people write in at once. */
export function useText(field: TextField, claimId: string) {
  const { doc } = useRoom()
  return useCallback(
    (area: HTMLTextAreaElement | null) => (area ? bindTextarea(area, doc, field, claimId) : undefined),
    [doc, field, claimId],
  )
}
