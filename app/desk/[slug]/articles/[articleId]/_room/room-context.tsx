'use client'
import { createContext, type ReactNode, useMemo } from 'react'
import type { OpenRoom, Workspace } from './room'
import { useOpenRoom } from './use-open-room'

export const RoomContext = createContext<(Workspace & OpenRoom) | null>(null)

type Props = { workspace: Workspace; children: ReactNode; whileOpening: ReactNode }

/** Opens the room of the article and gives it to everything below. */
export function RoomProvider({ workspace, children, whileOpening }: Props) {
  const room = useOpenRoom(workspace)
  const value = useMemo(() => room && { ...workspace, ...room }, [workspace, room])
  return value ? <RoomContext value={value}>{children}</RoomContext> : whileOpening
}
