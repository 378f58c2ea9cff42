'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sayWrong } from '@/app/_ui/toast'
import type { Span } from '@/server/claim/quote'
import type { Finding } from '@/server/dossier/sums/finding'
import { statementOf } from '@/server/dossier/sums/said'
import { say } from '@/server/refusal'
import { setText, setValue } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { placeIn } from '../_revisions/carried'
import { useCarried } from '../_revisions/use-revisions'
import { useClaims, useRoom } from '../_room/use-room'
import { markSpan } from '../_selection/mark-acts'

/** What does not add up, and the number of the claim that was marked on it; null while there is none. */
export type Sum = { finding: Finding; claim: { id: string; number: number } | null }

/** What does not add up in the shown revision, if that could be counted, and a way to make a claim of it that says why. */
export function useSums(onMarked: (claimId: string) => void) {
  const trpc = useTRPC()
  const room = useRoom()
  const claims = useClaims()
  const carried = useCarried()
  const { desk, article, revision, doc, origin } = room
  const asked = { desk: desk.slug, articleId: article.id }
  const { data } = useQuery(trpc.sums.ofArticle.queryOptions(asked, { staleTime: Number.POSITIVE_INFINITY }))
  // Places in another revision would point at other words.
  const shown = data?.revisionId === revision.id ? data : null
  const places = claims.map((claim) => placeIn(claim, { revision: revision.hash, carried }))
  const sums = (shown?.findings ?? []).map((finding): Sum => {
    const at = places.findIndex((place) => place && isAbout(place, finding))
    const claim = claims[at]
    return { finding, claim: claim ? { id: claim.id, number: at + 1 } : null }
  })
  const mark = (finding: Finding) => {
    const made = doc.transact(() => {
      const result = markSpan(room, finding.quote, new Date())
      if ('refusal' in result) return result
      setText(doc, 'statement', result.id, statementOf(finding), origin)
      setValue(doc, result.id, 'kind', 'number', origin)
      return result
    }, origin)
    if ('refusal' in made) return sayWrong(say(made.refusal))
    room.announce(words()('workspace.marked'))
    onMarked(made.id)
  }
  return { sums, isCounted: shown?.isCounted ?? true, mark }
}

/** Whether a quote is about what does not add up: it has the stated number, and nothing beyond what would be quoted. */
function isAbout(place: Span, { quote, cells }: Finding): boolean {
  const stated = cells.at(-1) ?? quote
  return holds(place, stated) && holds(quote, place)
}

const holds = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end
