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

type Presence = { clientId: number; clock: number; state: Record<string, unknown> | null }

/** The presences in an awareness message; throws on what is none. Too long ones are left out. */
export function readPresences(bytes: Uint8Array): Presence[] {
  const decoder = createDecoder(bytes)
  const count = readVarUint(decoder)
  if (count > mostStates) throw new Error('too many presences in one message')
  const presences: Presence[] = []
  for (let left = count; left > 0; left--) {
    const [clientId, clock, json] = [readVarUint(decoder), readVarUint(decoder), readVarString(decoder)]
    if (json.length <= longestState)
      presences.push({ clientId, clock, state: stateShape.parse(JSON.parse(json)) })
  }
  return presences
}

/** Shows the room what a browser says of itself, under the name the server knows; a null state leaves at once. */
export function showPresences(connection: Connection, presences: Presence[], user: PresentMember): void {
  const origin = { source: 'connection' as const, connection }
  const { awareness } = connection.document
  const leaving = presences.filter(({ state }) => state === null).map(({ clientId }) => clientId)
  const staying = presences.filter(({ state }) => state !== null)
  if (leaving.length > 0) removeAwarenessStates(awareness, leaving, origin)
  if (staying.length === 0) return
  const encoder = createEncoder()
  writeVarUint(encoder, staying.length)
  for (const { clientId, clock, state } of staying) {
    // Whoever comes back begins anew: with the old clock still known, Yjs would not take the state again.
    if (!awareness.states.has(clientId)) awareness.meta.delete(clientId)
    writeVarUint(encoder, clientId)
    writeVarUint(encoder, clock)
    writeVarString(encoder, JSON.stringify({ ...state, user }))
  }
  applyAwarenessUpdate(awareness, toUint8Array(encoder), origin)
}
