'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import type { OwnVerdict } from '@/server/own-verdict/own-verdict'

export type Signed = Pick<OwnVerdict, 'id' | 'verdict' | 'reason' | 'mayBePublished'>

/** The own verdicts on a claim, and how one is signed; it resolves when it is kept. */
export function useOwnVerdicts(slug: string, claimId: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const reading = useQuery(trpc.ownVerdict.ofClaim.queryOptions({ desk: slug, claimId }))
  const add = useMutation(
    trpc.ownVerdict.add.mutationOptions({
      // Without a line it fails at once and says so: the words stay in their field.
      networkMode: 'always',
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.ownVerdict.pathKey() }),
    }),
  )
  return {
    reading,
    sign: (signed: Signed) => add.mutateAsync({ desk: slug, claimId, ...signed }),
  }
}
