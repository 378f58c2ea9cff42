'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { type Mentionable, mentionableOf } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../../_room/use-room'

/** Everybody on the desk by name, and each role by its plural, as they can be mentioned; and how the list stands. */
export function useMentionable() {
  const reading = useQuery(useList())
  const { data } = reading
  return { mentionable: useMemo(() => asMentionable(data ?? []), [data]), reading }
}

/** Asks for the same, waiting for the list where it is still on its way: whom words mention is decided once. */
export function useAllMentionable(): () => Promise<Mentionable[]> {
  const queries = useQueryClient()
  const list = useList()
  return useCallback(async () => asMentionable(await queries.ensureQueryData(list)), [queries, list])
}

function useList() {
  const trpc = useTRPC()
  const { desk } = useRoom()
  return useMemo(
    () => trpc.member.list.queryOptions({ desk: desk.slug }, { staleTime: 60_000 }),
    [trpc, desk.slug],
  )
}

const asMentionable = (people: Parameters<typeof mentionableOf>[0]) =>
  mentionableOf(people, (role) => words()(`thread.roles.${role}`))
