'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { alone, useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import { together } from '@/app/_ui/wait/together'
import type { Span } from '@/server/claim/quote'
import { coverageOf, type Look } from '@/server/coverage/coverage'
import type { Judged } from '@/server/coverage/worth/judged'
import { type NamedDossier, type Nowhere, withNowhere } from '@/server/coverage/worth/nowhere'
import { byStart, placeIn } from '../_revisions/carried'
import { useCarried } from '../_revisions/use-revisions'
import { useClaims, useRoom } from '../_room/use-room'

/** A sentence with how much it looks worth checking, and the dossiers in which it was found nowhere else. */
export type Sentence = Judged & { nowhereIn: NamedDossier[] }

const none: readonly Judged[] = []
const nothing: readonly Nowhere[] = []
const nobody: readonly Look[] = []

/** The article's sentences with where each stands: the claims as they are in the room, the rows as the server last told. */
export function useCoverage() {
  const trpc = useTRPC()
  const { desk, article, revision } = useRoom()
  const asked = { desk: desk.slug, articleId: article.id }
  const cut = useQuery(trpc.coverage.sentences.queryOptions(asked, { staleTime: Number.POSITIVE_INFINITY }))
  const signed = useQuery(trpc.coverage.looks.queryOptions(asked))
  // Nothing waits for it: the order is without it first.
  const apart = useQuery(trpc.dossier.nowhere.queryOptions(asked, { trpc: alone, retry: false }))
  const { quotes, key } = useQuotes()
  // Places in another revision would point at other words.
  const judged = cut.data?.revisionId === revision.id ? cut.data.sentences : none
  const found = apart.data ?? nothing
  const sentences: Sentence[] = useMemo(
    () => withNowhere(judged, revision.id, found),
    [judged, revision.id, found],
  )
  const looks = signed.data ?? nobody
  const states = useMemo(() => coverageOf(sentences, quotes, looks), [sentences, quotes, looks])
  return {
    sentences,
    states,
    /** Changes whenever the text is cut otherwise by its marks. */
    quotesKey: key,
    isKnown: sentences.length > 0 && signed.data !== undefined,
    reading: together(cut, signed),
    readAgain: () => void Promise.all([cut.refetch(), signed.refetch()]),
  }
}

/** Where the room's claims stand in this revision; the same as before until one is marked, moved or removed. */
function useQuotes() {
  const { revision } = useRoom()
  const claims = useClaims()
  const carried = useCarried()
  const places = claims
    .flatMap((claim) => {
      const place = placeIn(claim, { revision: revision.hash, carried })
      return place ? { id: claim.id, ...place } : []
    })
    .sort(byStart)
  const key = places.map(({ id, start, end }) => `${id} ${start} ${end}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is in them, and typing changes only claims
  return { quotes: useMemo(() => places, [key]), key }
}

/** Signs that a sentence has no factual claim, or takes that back; shown at once, and as it was where it is refused. */
export function useSign(): (sentence: Span, hasNoClaim: boolean) => void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk, article, member } = useRoom()
  const asked = { desk: desk.slug, articleId: article.id }
  const kept = trpc.coverage.looks.queryKey(asked)
  const { mutate } = useMutation(
    trpc.coverage.look.mutationOptions({
      // Without a line it fails at once and says so.
      networkMode: 'always',
      onMutate: async ({ lookId, sentence, hasNoClaim }) => {
        await queries.cancelQueries({ queryKey: kept })
        const look = { id: lookId, ...sentence, hasNoClaim, by: member, at: new Date() }
        queries.setQueryData(kept, (looks = []) => [...looks, look])
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: kept }),
    }),
  )
  return ({ start, end }, hasNoClaim) =>
    mutate({ ...asked, lookId: uuidv7(), sentence: { start, end }, hasNoClaim })
}
