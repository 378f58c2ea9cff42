import { useEffect, useState } from 'react'
import { readCopy } from '@/app/_device/save-as-file'
import { copiesAside, removeCopy } from '@/app/_device/unsent'
import type { Claim } from '@/server/claim/claim'
import { useRoom } from '../_room/use-room'
import { type Lacking, lackingIn } from './lacking'

/** Copies from before a restore: what they say and the room does not, and all their claims. */
type SetAside = { lacking: Lacking[]; claims: Claim[] }

/**
 * Looks, once the room has come, through the copies that this device keeps of it from before it was restored. One that
 * says nothing which the room does not say is removed; of the others nothing goes into the room by itself.
 */
export function useSetAside(): { setAside: SetAside | null; discard: () => void } {
  const { article, member, lineage, left, claims, connection } = useRoom()
  const [setAside, setSetAside] = useState<SetAside | null>(null)
  const room = { articleId: article.id, memberId: member.id, lineage }
  const isLive = connection === 'live'
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked through once for each opening of the room
  useEffect(() => {
    if (!isLive || setAside) return
    let isLeft = false
    const { byId } = claims.get()
    void readAside(room, left, byId).then((found) => {
      if (!isLeft && found.lacking.length > 0) setSetAside(found)
    })
    return () => {
      isLeft = true
    }
  }, [isLive, lineage])
  return {
    setAside,
    discard: () => {
      setSetAside(null)
      void copiesAside(room).then((copies) => copies.forEach(removeCopy))
    },
  }
}

async function readAside(
  room: Parameters<typeof copiesAside>[0],
  left: Claim[],
  byId: ReadonlyMap<string, Claim>,
): Promise<SetAside> {
  const found: SetAside = { lacking: lackingIn(byId, left), claims: [...left] }
  for (const copy of await copiesAside(room)) {
    const claims = await readCopy(copy)
    const lacking = lackingIn(byId, claims)
    if (lacking.length === 0) removeCopy(copy)
    else {
      found.lacking.push(...lacking)
      found.claims.push(...claims)
    }
  }
  return found
}
