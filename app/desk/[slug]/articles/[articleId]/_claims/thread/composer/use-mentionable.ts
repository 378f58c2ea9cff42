'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { roles } from '@/db/vocabulary'
import type { Mentionable } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../../_room/use-room'

/** Everybody on the desk who can be mentioned by name, and each role by its plural. */
export function useMentionable(): Mentionable[] {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const { data } = useQuery(trpc.member.list.queryOptions({ desk: desk.slug }, { staleTime: 60_000 }))
  return useMemo(() => {
    const people = (data ?? []).map(({ id, name }) => ({ token: id, name }))
    return [...people, ...roles.map((role) => ({ token: role, name: words()(`thread.roles.${role}`) }))]
  }, [data])
}
