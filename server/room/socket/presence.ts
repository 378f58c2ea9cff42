import type { Connection } from '@hocuspocus/server'
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { applyAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { z } from 'zod'
import type { Role } from '../../../db/vocabulary'
import { colourOf, type Member } from '../../member/member'

/** Who somebody in a room is, as the server says it; under `user` in each presence. */
export type PresentMember = { memberId: string; name: string; role: Role; colour: 1 | 2 | 3 | 4 }

export function presentMember({ id, name, role }: Member): PresentMember {
  return { memberId: id, name, role, colour: colourOf(id) }
}

const longestState = 4_096
const mostStates = 16
const stateShape = z.record(z.string(), z.unknown()).nullable()

type Shown = { clientId: number; clock: number; state: Record<string, unknown> | null }
type Shower = {
  member: Member
  /** Makes an id theirs, unless it is another member's. */
  take: (clientId: number) => boolean
}

const ownAtMost = 8

/** What one connection shows of itself to the room, under the name that the server knows. */
export class Presence {
  private readonly own = new Set<number>()

  /** Shows what an awareness message says; throws on what is none. A null state leaves at once. */
  show(connection: Connection, bytes: Uint8Array, { member, take }: Shower): void {
    const shown = readStates(bytes).filter(({ clientId, state }) => this.owns(clientId, state, take))
    hide(
      connection,
      shown.filter(({ state }) => state === null).map(({ clientId }) => clientId),
    )
    put(
      connection,
      shown.filter(({ state }) => state !== null),
      presentMember(member),
    )
  }

  leave(connection: Connection): void {
    hide(connection, [...this.own])
  }

  /** Ids of another member are left out in silence: every browser reports those it no longer hears of. */
  private owns(clientId: number, state: Shown['state'], take: Shower['take']): boolean {
    if (this.own.has(clientId)) return true
    if (state === null || this.own.size >= ownAtMost || !take(clientId)) return false
    this.own.add(clientId)
    return true
  }
}

/** The states in an awareness message; too long ones are left out. */
function readStates(bytes: Uint8Array): Shown[] {
  const decoder = createDecoder(bytes)
  const count = readVarUint(decoder)
  if (count > mostStates) throw new Error('too many presences in one message')
  const shown: Shown[] = []
  for (let left = count; left > 0; left--) {
    const [clientId, clock, json] = [readVarUint(decoder), readVarUint(decoder), readVarString(decoder)]
    if (json.length <= longestState)
      shown.push({ clientId, clock, state: stateShape.parse(JSON.parse(json)) })
  }
  return shown
}

function hide(connection: Connection, clientIds: number[]): void {
  if (clientIds.length > 0)
    removeAwarenessStates(connection.document.awareness, clientIds, { source: 'connection', connection })
}

function put(connection: Connection, shown: Shown[], user: PresentMember): void {
  if (shown.length === 0) return
  const { awareness } = connection.document
  const encoder = createEncoder()
  writeVarUint(encoder, shown.length)
  for (const { clientId, clock, state } of shown) {
    // Whoever comes back begins anew: with the old clock still known, Yjs would not take the state again.
    if (!awareness.states.has(clientId)) awareness.meta.delete(clientId)
    writeVarUint(encoder, clientId)
    writeVarUint(encoder, clock)
    writeVarString(encoder, JSON.stringify({ ...state, user }))
  }
  applyAwarenessUpdate(awareness, toUint8Array(encoder), { source: 'connection', connection })
}
