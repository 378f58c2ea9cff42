'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { together } from '@/app/_ui/wait/together'

/** A claim's clearances and guests as the server has them; `every` asks again where no room says when (ms). */
export function useClearances(slug: string, claimId: string, every?: number) {
  const trpc = useTRPC()
  const asked = { desk: slug, claimId }
  const often = every ? { refetchInterval: every } : {}
  const required = useQuery(trpc.clearance.ofClaim.queryOptions(asked, often))
  const guests = useQuery(trpc.guest.ofClaim.queryOptions(asked, often))
  return {
    required: required.data ?? null,
    guests: guests.data ?? null,
    /** Both are shown together. */
    reading: together(required, guests),
  }
}

/** What can be done about them; each resolves when it is kept, and shows what holds then. */
export function useClearanceActs() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const look = {
    // Without a line it fails at once and says so: the words stay in their field.
    networkMode: 'always' as const,
    onSettled: () =>
      Promise.all(
        [trpc.clearance, trpc.guest, trpc.review].map((subject) =>
          queries.invalidateQueries({ queryKey: subject.pathKey() }),
        ),
      ),
  }
  const require = useMutation(trpc.clearance.require.mutationOptions(look))
  const sign = useMutation(trpc.clearance.sign.mutationOptions(look))
  const instead = useMutation(trpc.clearance.askInstead.mutationOptions(look))
  const lift = useMutation(trpc.clearance.lift.mutationOptions(look))
  const make = useMutation(trpc.guest.make.mutationOptions(look))
  const withdraw = useMutation(trpc.guest.withdraw.mutationOptions(look))
  return {
    require: require.mutateAsync,
    sign: sign.mutateAsync,
    askInstead: instead.mutateAsync,
    lift: lift.mutateAsync,
    makeLink: make.mutateAsync,
    withdrawLink: withdraw.mutateAsync,
  }
}
