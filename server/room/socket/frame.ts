import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { encodeStateVector } from 'yjs'
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

/** The kinds of message inside a sync frame as y-protocols numbers them, and ours: a step 2 told in parts. */
export const syncKinds = { step1: 0, step2: 1, update: 2, part: 3 } as const

/** Which part of how many a browser tells of all it has; the first is 0. */
export type Part = { index: number; count: number }
/** What a sync frame brings. */
export type SyncMessage = { kind: number; part: Part | null; bytes: Uint8Array }

/** A frame taken apart as far as its kind. */
export type Frame = { document: string; kind: number; rest: Decoder }

/** Takes a frame apart; throws on one that is too short. */
export function openFrame(frame: Uint8Array): Frame {
  const rest = createDecoder(frame)
  const document = readVarString(rest)
  return { document, kind: readVarUint(rest), rest }
}

/** Reads what a sync frame brings; throws on one that is too short. */
export function openSync(rest: Decoder): SyncMessage {
  const kind = readVarUint(rest)
  const part = kind === syncKinds.part ? { index: readVarUint(rest), count: readVarUint(rest) } : null
  return { kind, part, bytes: readVarUint8Array(rest) }
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
  return syncFrame(document, syncKinds.step1, encodeStateVector(doc))
}

/** The answer to a browser that asked for all it has not. */
export function answerFrame(document: string, update: Uint8Array): Uint8Array {
  return syncFrame(document, syncKinds.step2, update)
}

/** Shows what was written in the room, or sends what was written in a browser. */
export function writtenFrame(document: string, update: Uint8Array): Uint8Array {
  return syncFrame(document, syncKinds.update, update)
}

/** One part of all that a browser tells. */
export function partFrame(document: string, part: Part, update: Uint8Array): Uint8Array {
  return syncFrame(document, syncKinds.part, update, part)
}

function syncFrame(document: string, kind: number, bytes: Uint8Array, part?: Part): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, document)
  writeVarUint(encoder, kinds.sync)
  writeVarUint(encoder, kind)
  if (part) {
    writeVarUint(encoder, part.index)
    writeVarUint(encoder, part.count)
  }
  writeVarUint8Array(encoder, bytes)
  return toUint8Array(encoder)
}
