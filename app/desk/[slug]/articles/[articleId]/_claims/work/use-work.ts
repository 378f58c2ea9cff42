'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Reading } from '@/app/_ui/wait/read-state'
import { together } from '@/app/_ui/wait/together'
import type { Priority } from '@/db/vocabulary'
import type { Assignment } from '@/server/assignment/assignment'
import { useRoom } from '../../_room/use-room'

/** Who has the whole article, and each claim that was ever assigned, as the server last told; and how the asking goes. */
export type Work = { whole: Assignment | null; ofClaim: ReadonlyMap<string, Assignment>; reading: Reading }

export function useWork(): Work {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const reading = useQuery(trpc.assignment.ofArticle.queryOptions({ desk: desk.slug, articleId: article.id }))
  const { data } = reading
  const work = useMemo(() => {
    const whole = data?.find(({ claimId }) => claimId === null) ?? null
    const ofClaim = (data ?? []).flatMap((one) => (one.claimId ? [[one.claimId, one] as const] : []))
    return { whole, ofClaim: new Map(ofClaim) }
  }, [data])
  return { ...work, reading }
}

/** What is asked of the server; a null claim is the whole article. */
export type Given = {
  id: string
  claimId: string | null
  seen: string | null
  to: string | null
  terms: { due?: string | null; priority?: Priority } | null
  note: string
}

/** Assigns a claim of the room, or its article; resolves when it is kept and can be seen. */
export function useAssign(): (given: Given) => Promise<unknown> {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const queries = useQueryClient()
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() })
  const { mutateAsync } = useMutation(
    trpc.assignment.assign.mutationOptions({
      // Without a line it fails at once and says so: the form stays as it is.
      networkMode: 'always',
      onSettled: () => lookAgain(),
    }),
  )
  return (given) => mutateAsync({ desk: desk.slug, articleId: article.id, ...given })
}

/** Everybody on the desk, by name, with the day on which those who are away are back. */
export function useColleagues() {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const rarely = { staleTime: 60_000 }
  const members = useQuery(trpc.member.list.queryOptions({ desk: desk.slug }, rarely))
  const absences = useQuery(trpc.assignment.absences.queryOptions({ desk: desk.slug }, rarely))
  const colleagues = useMemo(() => {
    const backOn = new Map((absences.data ?? []).map((absence) => [absence.memberId, absence.backOn]))
    return (members.data ?? []).map((member) => ({ ...member, backOn: backOn.get(member.id) ?? null }))
  }, [members.data, absences.data])
  return { colleagues, reading: together(members, absences) }
}
