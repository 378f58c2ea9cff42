import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import type { RoomDoc } from '../doc/room-doc'
import type { RoomNews } from '../room-news'

/** The kinds of message in Hocuspocus' protocol: each frame is a document's name, a kind, and the rest. */
export const kinds = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  close: 7,
  syncStatus: 8,
  ping: 9,
  pong: 10,
} as const

/** The kinds of message inside a sync frame, as y-protocols numbers them. */
export const syncKinds = { step1: 0, step2: 1, update: 2 } as const

/** A frame taken apart as far as its kind. */
export type Frame = { document: string; kind: number; rest: Decoder }

/** Takes a frame apart; throws on one that is too short. */
export function openFrame(frame: Uint8Array): Frame {
  const rest = createDecoder(frame)
  const document = readVarString(rest)
  return { document, kind: readVarUint(rest), rest }
}

/** What a sync frame brings. */
export function openSync(rest: Decoder): { kind: number; bytes: Uint8Array } {
  return { kind: readVarUint(rest), bytes: readVarUint8Array(rest) }
}

/** A message to the room hook in the browser; see `RoomNews` for the shapes. */
export function statelessFrame(document: string, news: RoomNews): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, document)
  writeVarUint(encoder, kinds.stateless)
  writeVarString(encoder, JSON.stringify(news))
  return toUint8Array(encoder)
}

/** Asks a browser for all that it has and this document has not. */
export function questionFrame(document: string, doc: RoomDoc): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, document)
  writeVarUint(encoder, kinds.sync)
  writeSyncStep1(encoder, doc)
  return toUint8Array(encoder)
}

/** The answer to a browser that asked for all it has not. */
export function answerFrame(document: string, update: Uint8Array): Uint8Array {
  return updateFrame(document, syncKinds.step2, update)
}

/** Shows a browser what was written in the room. */
export function writtenFrame(document: string, update: Uint8Array): Uint8Array {
  return updateFrame(document, syncKinds.update, update)
}

function updateFrame(document: string, kind: number, update: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, document)
  writeVarUint(encoder, kinds.sync)
  writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}
