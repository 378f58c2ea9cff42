import type { HocuspocusProvider } from '@hocuspocus/provider'
import { z } from 'zod'
import { type Role, roles } from '@/db/vocabulary'
import type { Span } from '@/server/claim/quote'
import { colourOf } from '@/server/member/member'
import { type Store, storeOf } from './store'

/** The texts of a claim in which several people write at once. */
export const writingFields = ['statement', 'rationale', 'short-answer', 'not-known'] as const
/** In which field somebody writes. */
export type Writes = { claimId: string; field: (typeof writingFields)[number] }

/** Somebody who is in the room, once for each browser window. */
export type Person = {
  /** The window, as the room numbers it. */
  window: number
  memberId: string
  name: string
  role: Role
  colour: 1 | 2 | 3 | 4
  isMe: boolean
  /** The claim that is open there. */
  claimId: string | null
  /** What is selected there, in code points of the revision's text. */
  selection: Span | null
  /** Which letter of the revision's text, as a code point, stands at the top of the pane there. */
  readsAt: number | null
  writes: Writes | null
}

// `user` is written by the server, whatever a browser says; the rest is the window's own.
const stateShape = z.object({
  user: z.object({ memberId: z.string(), name: z.string(), role: z.enum(roles) }),
  claimId: z.string().nullish().catch(null),
  selection: z.object({ start: z.number(), end: z.number() }).nullish().catch(null),
  readsAt: z.number().int().nonnegative().nullish().catch(null),
  writes: z
    .object({ claimId: z.string(), field: z.enum(writingFields) })
    .nullish()
    .catch(null),
})

/** Follows who is in the room; a state that cannot be read is left out. */
export function followPeople(provider: HocuspocusProvider): { store: Store<Person[]>; stop: () => void } {
  const store = storeOf<Person[]>([])
  const awareness = provider.awareness
  const reread = () => {
    const states = [...(awareness?.getStates() ?? [])]
    const people = states.flatMap(([window, state]) =>
      personOf(window, state, window === provider.document.clientID),
    )
    people.sort((one, other) => Number(other.isMe) - Number(one.isMe) || one.window - other.window)
    if (JSON.stringify(people) !== JSON.stringify(store.get())) store.set(people)
  }
  awareness?.on('change', reread)
  reread()
  return { store, stop: () => awareness?.off('change', reread) }
}

function personOf(window: number, state: unknown, isMe: boolean): Person[] {
  const parsed = stateShape.safeParse(state)
  if (!parsed.success) return []
  const { user, claimId, selection, readsAt, writes } = parsed.data
  return [
    {
      window,
      memberId: user.memberId,
      name: user.name,
      role: user.role,
      colour: colourOf(user.memberId),
      isMe,
      claimId: claimId ?? null,
      selection: selection ?? null,
      readsAt: readsAt ?? null,
      writes: writes ?? null,
    },
  ]
}
