import { useMemo, useSyncExternalStore } from 'react'
import type { Person, Writes } from '../_room/people-store'
import { useRoom } from '../_room/use-room'

/** A part of who is here; the component is drawn again only when that part changed. */
function usePart<Part>(partOf: (people: readonly Person[]) => Part): Part {
  const { people } = useRoom()
  const json = useSyncExternalStore(people.subscribe, () => JSON.stringify(partOf(people.get())))
  // It is the JSON of a part, made in the line before.
  return useMemo(() => JSON.parse(json) as Part, [json])
}

type Someone = Pick<Person, 'memberId' | 'name' | 'colour'>
const nameOf = ({ memberId, name, colour }: Person): Someone => ({ memberId, name, colour })

/** The others who write in a field. */
export function useWritersOf(claimId: string, field: Writes['field']): Someone[] {
  return usePart((people) =>
    people
      .filter(({ isMe, writes }) => !isMe && writes?.claimId === claimId && writes.field === field)
      .map(nameOf),
  )
}

/** The others who have a claim open, each member once. */
export function useWhoIsOn(): (Someone & { claimId: string })[] {
  return usePart((people) => {
    const open = people.flatMap((person) =>
      person.isMe || !person.claimId ? [] : [{ ...nameOf(person), claimId: person.claimId }],
    )
    return open.filter(
      ({ memberId, claimId }, at) =>
        at === open.findIndex((other) => other.memberId === memberId && other.claimId === claimId),
    )
  })
}

/** The others who have one claim open, each member once, with whether they write in it at this moment. */
export function useOthersIn(claimId: string | null): (Someone & { isWriting: boolean })[] {
  return usePart((people) => {
    const here = people.filter(
      (person) => !person.isMe && person.claimId !== null && person.claimId === claimId,
    )
    const isWriting = (id: string) =>
      here.some(({ memberId, writes }) => memberId === id && writes?.claimId === claimId)
    return here
      .filter(({ memberId }, at) => at === here.findIndex((other) => other.memberId === memberId))
      .map((person) => ({ ...nameOf(person), isWriting: isWriting(person.memberId) }))
  })
}
