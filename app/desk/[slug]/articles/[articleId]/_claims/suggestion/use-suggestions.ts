'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { bringBackWording } from '@/server/room/doc/wording'
import { type Suggestion, wordingOf } from '@/server/suggestion/suggestion'
import { useRoom } from '../../_room/use-room'

/** The wordings that are suggested for a claim, and what can be done about them; each resolves when it is kept. */
export function useSuggestions(claimId: string) {
  const trpc = useTRPC()
  const { desk, doc, origin } = useRoom()
  const queries = useQueryClient()
  const onDesk = { desk: desk.slug }
  const reading = useQuery(trpc.suggestion.ofClaim.queryOptions({ ...onDesk, claimId }))
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.suggestion.pathKey() })
  // Without a line it fails at once and says so: the words stay in their field.
  const options = {
    networkMode: 'always',
    onSuccess: () => void lookAgain(),
    onError: () => void lookAgain(),
  } as const
  const add = useMutation(trpc.suggestion.add.mutationOptions(options))
  const decide = useMutation(trpc.suggestion.decide.mutationOptions(options))
  return {
    reading,
    suggestions: reading.data ?? [],
    add: (suggested: Pick<Suggestion, 'id' | 'field' | 'before' | 'after' | 'reason'>) =>
      add.mutateAsync({ ...onDesk, claimId, ...suggested }),
    /** Signs first, so that a suggestion is taken once; then the words go into the room as one's own edit. */
    take: async (suggestion: Suggestion) => {
      await decide.mutateAsync({ ...onDesk, suggestionId: suggestion.id, isTaken: true })
      bringBackWording(doc, claimId, wordingOf(suggestion), origin)
    },
    decline: ({ id }: Suggestion) => decide.mutateAsync({ ...onDesk, suggestionId: id, isTaken: false }),
  }
}
