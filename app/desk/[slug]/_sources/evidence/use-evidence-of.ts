'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Evidence } from '@/server/source/snapshot/read-evidence'

/** How often it is looked again, in ms: quotes change while a claim is open, and are looked for by the server. */
const live = 10_000

/** What is known of the evidence behind a claim's sources as the room has them, by source. */
export function useEvidenceOf(slug: string, claimId: string): ReadonlyMap<string, Evidence> {
  const asked = useTRPC().source.ofClaim.queryOptions({ desk: slug, claimId }, { refetchInterval: live })
  const { data } = useQuery(asked)
  return useMemo(() => new Map((data ?? []).map((evidence) => [evidence.sourceId, evidence])), [data])
}
