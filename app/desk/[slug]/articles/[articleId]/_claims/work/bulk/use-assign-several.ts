'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import type { Claim } from '@/server/claim/claim'
import type { Refusal } from '@/server/refusal'
import { useRoom } from '../../../_room/use-room'
import { useWork } from '../use-work'
import { type Changed, saidTerms } from './terms-choice'

export type Left = { claim: Claim; refusal: Refusal }

/**
 * Assigns claims as they stood when the form was opened: one that changed hands meanwhile is left, and is assigned by
 * the next press, by when what it is now was shown.
 */
export function useAssignSeveral(claims: Claim[]) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk, article } = useRoom()
  const { ofClaim } = useWork()
  const [read] = useState(ofClaim)
  const [left, setLeft] = useState<Left[]>([])
  // Sent again after a lost answer, it is done once.
  const [last, setLast] = useState({ said: '', ids: new Map<string, string>() })
  const { mutateAsync, isPending, error } = useMutation(
    trpc.assignment.assignSeveral.mutationOptions({
      networkMode: 'always',
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() }),
    }),
  )
  const isTold = (claimId: string) =>
    left.some(({ claim, refusal }) => claim.id === claimId && refusal.code === 'assignment-changed')
  /** Answers which claims were refused, each with its reason; null where nothing came back. */
  const send = async (to: string | null, changed: Changed): Promise<Left[] | null> => {
    if (isPending) return null
    const given = { to, note: changed.note.trim(), terms: saidTerms(changed) }
    const seen = claims.map(({ id }) => (isTold(id) ? ofClaim : read).get(id)?.id ?? null)
    const said = JSON.stringify([given, seen])
    const ids = last.said === said ? last.ids : new Map(claims.map(({ id }) => [id, uuid()]))
    setLast({ said, ids })
    const items = claims.map(({ id }, at) => ({
      id: ids.get(id) ?? uuid(),
      claimId: id,
      seen: seen[at] ?? null,
    }))
    const where = { desk: desk.slug, articleId: article.id }
    const answers = await mutateAsync({ ...where, ...given, items }).catch(() => null)
    if (!answers) return null
    const refused = claims.flatMap((claim, at) => {
      const refusal = answers[at]
      return refusal ? [{ claim, refusal }] : []
    })
    setLeft(refused)
    return refused
  }
  return { send, left, error }
}
