'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { bringBackWording } from '@/server/room/doc/wording'
import { type Suggestion, wordingOf } from '@/server/suggestion/suggestion'
import { allKept } from '../../_room/line/saving'
import { useRoom } from '../../_room/use-room'

/** The wordings that are suggested for a claim, and what can be done about them; each resolves when it is kept. */
export function useSuggestions(claimId: string) {
  const trpc = useTRPC()
  const { desk, doc, origin, saving } = useRoom()
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
  const written = useMutation(trpc.suggestion.written.mutationOptions(options))
  const write = async (suggestion: Suggestion) => {
    bringBackWording(doc, claimId, wordingOf(suggestion), origin)
    await allKept(saving)
    await written.mutateAsync({ ...onDesk, suggestionId: suggestion.id })
  }
  return {
    reading,
    suggestions: reading.data ?? [],
    add: (suggested: Pick<Suggestion, 'id' | 'field' | 'before' | 'after' | 'reason'>) =>
      add.mutateAsync({ ...onDesk, claimId, ...suggested }),
    /**
     * Signs first, so that a suggestion is taken once; then the words go into the room as one's own edit. Until they are
     * on the server's disk and that is said, it stays in the list.
     */
    take: async (suggestion: Suggestion) => {
      await decide.mutateAsync({ ...onDesk, suggestionId: suggestion.id, isTaken: true })
      await write(suggestion)
    },
    /** The words of one that was taken, where that ended before they were in the text. */
    finish: write,
    decline: ({ id }: Suggestion) => decide.mutateAsync({ ...onDesk, suggestionId: id, isTaken: false }),
  }
}
