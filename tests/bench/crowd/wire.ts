import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import type { OwnClock } from '../../../server/room/doc/room-doc'
import { kinds, syncKinds } from '../../../server/room/socket/frame'

/** Hocuspocus (and so our rooms) puts the document's name before each message; y-websocket puts it in the address. */
export type Dialect = 'hocuspocus' | 'y-websocket'

/** What a server says, as far as a crowd listens. */
export type Heard =
  | { type: 'question'; stateVector: Uint8Array }
  | { type: 'document'; update: Uint8Array }
  | { type: 'edit'; update: Uint8Array }
  | { type: 'taken' }
  | { type: 'kept'; version: number }
  | { type: 'refused' }
  | { type: 'other' }

/** Frames as a browser of this dialect sends them. */
export function speak(dialect: Dialect, document: string) {
  const frame = (kind: number, write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder()
    if (dialect === 'hocuspocus') writeVarString(encoder, document)
    writeVarUint(encoder, kind)
    write(encoder)
    return toUint8Array(encoder)
  }
  const sync = (kind: number, bytes: Uint8Array) =>
    frame(kinds.sync, (encoder) => {
      writeVarUint(encoder, kind)
      writeVarUint8Array(encoder, bytes)
    })
  return {
    pass: (token: string) =>
      frame(kinds.auth, (encoder) => {
        writeVarUint(encoder, 0)
        writeVarString(encoder, token)
      }),
    ask: (stateVector: Uint8Array) => sync(syncKinds.step1, stateVector),
    tell: (update: Uint8Array) => sync(syncKinds.step2, update),
    edit: (update: Uint8Array) => sync(syncKinds.update, update),
    version: (version: number, own: OwnClock & { sent: number }) =>
      frame(kinds.stateless, (encoder) =>
        writeVarString(encoder, JSON.stringify({ type: 'version', version, ...own })),
      ),
    cursor: (clientId: number, clock: number, state: object) =>
      frame(kinds.awareness, (encoder) => {
        const inner = createEncoder()
        writeVarUint(inner, 1)
        writeVarUint(inner, clientId)
        writeVarUint(inner, clock)
        writeVarString(inner, JSON.stringify(state))
        writeVarUint8Array(encoder, toUint8Array(inner))
      }),
  }
}

/** What a frame of the server says. */
export function hear(dialect: Dialect, frame: Uint8Array): Heard {
  if (isHeartbeat(dialect, frame)) return { type: 'other' }
  const decoder = createDecoder(frame)
  if (dialect === 'hocuspocus') readVarString(decoder) // The name, which is always the one asked for.
  const kind = readVarUint(decoder)
  if (kind === kinds.sync || kind === kinds.syncReply) {
    const step = readVarUint(decoder)
    const bytes = readVarUint8Array(decoder)
    if (step === syncKinds.step1) return { type: 'question', stateVector: bytes }
    return step === syncKinds.step2 ? { type: 'document', update: bytes } : { type: 'edit', update: bytes }
  }
  if (dialect === 'y-websocket') return { type: 'other' }
  if (kind === kinds.syncStatus) return readVarUint(decoder) === 1 ? { type: 'taken' } : { type: 'refused' }
  if (kind === kinds.auth) return readVarUint(decoder) === 1 ? { type: 'refused' } : { type: 'other' }
  return kind === kinds.stateless ? statelessIn(readVarString(decoder)) : { type: 'other' }
}

/** Our rooms' sign of life is a kind alone, without a document's name. */
const isHeartbeat = (dialect: Dialect, frame: Uint8Array) =>
  dialect === 'hocuspocus' && frame.length === 1 && frame[0] === kinds.ping

function statelessIn(payload: string): Heard {
  const news: { type: string; version?: number } = JSON.parse(payload)
  return news.type === 'kept' ? { type: 'kept', version: news.version ?? 0 } : { type: 'other' }
}
