'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTRPC } from '@/app/_api/client'
import { useScale } from '@/app/_verdict/scale'
import type { Claim, ReadyConditions } from '@/server/claim/claim'
import type { Scale } from '@/server/claim/scale'
import { type LiveStage, liveStage } from '@/server/review/live-stage'
import type { ClaimStage } from '@/server/review/read-stages'
import { useRoom } from '../_room/use-room'

type Known = { rows: ClaimStage | null; sourcesNeeded: number; scale: Scale | undefined; live: LiveStage }

// Claims keep their identity until they change, so a thousand of them are not judged again at each key press.
const known = new WeakMap<Claim, Known>()

/** Tells where any claim of the room stands: its words as they are here, the rows as the server last told. */
export function useStages(): (claim: Claim) => LiveStage {
  const { desk, revision } = useRoom()
  const rows = useStageRows()
  const { sourcesNeeded } = desk
  const scale = useScale()
  return useCallback(
    (claim) => {
      const text = claim.revision === revision.hash ? revision.text : undefined
      return stageNow(claim, rows.get(claim.id) ?? null, {
        ...{ sourcesNeeded, text },
        ...(scale && { scale }),
      })
    },
    [rows, sourcesNeeded, scale, revision],
  )
}

/** Tells whether readers have a version of a claim; such a claim is corrected, not removed. */
export function useIsPublished(): (claim: Claim) => boolean {
  const stageOf = useStages()
  return (claim) => Boolean(stageOf(claim).rows?.published)
}

/** The rows of every claim that the server knows, by claim. */
export function useStageRows(): Map<string, ClaimStage> {
  const trpc = useTRPC()
  const { desk, article } = useRoom()
  const { data } = useQuery(trpc.review.stages.queryOptions({ desk: desk.slug, articleId: article.id }))
  return useMemo(() => new Map((data ?? []).map((row) => [row.claimId, row])), [data])
}

/** Asks for the rows again, after an act of one's own. */
export function useLookAgain(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useCallback(() => queries.invalidateQueries({ queryKey: trpc.review.pathKey() }), [queries, trpc])
}

function stageNow(claim: Claim, rows: ClaimStage | null, conditions: ReadyConditions): LiveStage {
  const { sourcesNeeded = 2, scale } = conditions
  const before = known.get(claim)
  if (before && before.rows === rows && before.sourcesNeeded === sourcesNeeded && before.scale === scale)
    return before.live
  const live = liveStage(claim, rows, conditions)
  known.set(claim, { rows, sourcesNeeded, scale, live })
  return live
}
