'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { may } from '@/server/member/member'
import type { AskedLine } from '@/server/second-verdict/read-asked'
import { often } from '../approvals/use-queue'

/** What a member is asked to judge blind; observers are asked for nothing. */
export function useAsked(slug: string): AskedLine[] {
  const trpc = useTRPC()
  const { data: desk } = useQuery(trpc.member.desk.queryOptions({ desk: slug }))
  const enabled = desk !== undefined && may(desk.member, 'sign own verdicts')
  const asked = useQuery(
    trpc.secondVerdict.mine.queryOptions({ desk: slug }, { enabled, refetchInterval: often }),
  )
  return asked.data ?? []
}
