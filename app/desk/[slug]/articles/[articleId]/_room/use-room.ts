import { use, useMemo, useSyncExternalStore } from 'react'
import type { Claim } from '@/server/claim/claim'
import { may } from '@/server/member/member'
import type { Saving } from './line/saving'
import type { Person } from './people-store'
import { RoomContext } from './room-context'
import type { Store } from './store'

/** The room one stands in: article, member, desk, document, and how the line to the server is. */
export function useRoom() {
  const room = use(RoomContext)
  if (!room) throw new Error('a part of the workspace stands outside the room')
  const { connection, mayEdit, stopped, isStored } = useStore(room.line)
  return {
    ...room,
    connection,
    stopped,
    isStored,
    /** Whether one may write at this moment: by one's role, and while the server can store it. */
    mayEdit: (mayEdit ?? may(room.member, 'edit rooms')) && isStored,
    /** Says a sentence to screen readers, politely. */
    announce: room.said.set,
  }
}

/** The claims that are not deleted, in the order of the text: a claim's number is its place here, from 1. */
export function useClaims(): Claim[] {
  return useStore(useRoom().claims).claims
}

export function useDeletedClaims(): Claim[] {
  return useStore(useRoom().claims).deleted
}

/** One claim by id, deleted or not; null when the room has none. */
export function useClaim(id: string | null): Claim | null {
  const { byId } = useStore(useRoom().claims)
  return id === null ? null : (byId.get(id) ?? null)
}

/** Who is in the room, each member once, oneself first. */
export function usePeople(): Person[] {
  const windows = useWindows()
  return useMemo(() => {
    const members = new Map<string, Person>()
    for (const person of windows) {
      const known = members.get(person.memberId)
      if (!known || (!known.isMe && interest(person) > interest(known))) members.set(person.memberId, person)
    }
    return [...members.values()]
  }, [windows])
}

/** Of a member's windows, the one that tells most of what they do is shown. */
const interest = ({ writes, claimId }: Person) => (writes ? 2 : claimId ? 1 : 0)

/** Who is in the room, once for each browser window. */
export function useWindows(): Person[] {
  return useStore(useRoom().people)
}

/** Whether one's own edits are on the server's disk, and how many are not. */
export function useSaved(): Saving {
  return useStore(useRoom().saving)
}

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get)
}
