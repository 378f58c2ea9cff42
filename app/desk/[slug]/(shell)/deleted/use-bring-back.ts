import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import type { DeletedThing } from '@/server/deleted/deleted'
import { Refused } from '@/server/refusal'
import { rowOf } from './deleted-row'

/** Which deletion of a thing: it may be deleted again later. */
const deletionOf = (thing: DeletedThing) => `${rowOf(thing)} ${thing.at.getTime()}`

/** Brings things back one at a time; what is back leaves the list at once, as the tables are a moment behind the rooms. */
export function useBringBack(slug: string, memberId: string) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [back, setBack] = useState<ReadonlySet<string>>(new Set())
  const [claims, setClaims] = useState<ReadonlySet<string>>(new Set())
  const [newest, setNewest] = useState<DeletedThing | null>(null)

  const inRoom = async (thing: DeletedThing) => {
    const named = { desk: slug, articleId: thing.articleId }
    const lineage = await client.room.lineage.query(named)
    // Yjs is loaded in browsers alone, and only by those who need it.
    const { bringBackInRoom } = await import('./bring-back-in-room')
    await bringBackInRoom(thing, {
      ...{ memberId, articleId: thing.articleId, lineage },
      askForPass: async () => (await client.room.pass.mutate({ ...named, lineage })).token,
    })
  }
  const bringBack = async (thing: DeletedThing) => {
    if (busy) return
    setBusy(rowOf(thing))
    try {
      if (thing.kind === 'article')
        await client.deleted.bringBackArticle.mutate({ desk: slug, articleId: thing.id })
      else if (thing.kind === 'thread')
        await client.thread.bringBack.mutate({ desk: slug, threadId: thing.id })
      else await inRoom(thing)
      moveFocusOn(thing)
      setBack((before) => new Set(before).add(deletionOf(thing)))
      if (thing.kind === 'claim') setClaims((before) => new Set(before).add(thing.id))
      setNewest(thing)
      void queries.invalidateQueries({ queryKey: trpc.deleted.pathKey() })
    } catch (error) {
      sayWrong(error instanceof Refused ? error.message : sentenceOf(error))
    } finally {
      setBusy(null)
    }
  }
  return {
    bringBack,
    busy,
    isBack: (thing: DeletedThing) => back.has(deletionOf(thing)),
    /** Whether the claim that a source belongs to has come back here. */
    isClaimBack: ({ claimId }: DeletedThing) => claimId !== null && claims.has(claimId),
    newest,
  }
}

/** Whoever is still at the thing goes on to the one below it, else above, else to the list itself. */
function moveFocusOn(thing: DeletedThing) {
  const row = document.getElementById(rowOf(thing))
  if (!row?.contains(document.activeElement)) return
  const neighbour = row.nextElementSibling ?? row.previousElementSibling
  const next = neighbour?.querySelector('button') ?? document.getElementById('deleted')
  next?.focus()
}
