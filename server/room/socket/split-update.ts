import { toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]
/** A struct as Yjs (update format 1) writes it; the bytes of one do not depend on the one before. */
type Piece = { struct: Struct; bytes: Uint8Array }
type Deletion = { client: number; clock: number; len: number }

/** A client, a clock and a length or a count: the most that one of each needs, in bytes. */
const aroundPiece = 20

/**
 * An update as several, each no longer than so many bytes and building on none but those before it, so that they can
 * be taken one by one. Text longer than that is cut; any other value that long makes a part too long by itself.
 */
export function splitUpdate(update: Uint8Array, longest: number): Uint8Array[] {
  if (update.length <= longest) return [update]
  const { structs, ds } = Y.decodeUpdate(update)
  const pieces = inOrder(structs.flatMap((struct) => cutText(struct, longest))).map(pieceOf)
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }): Deletion => ({ client, clock, len })),
  )
  return [
    ...inParts(pieces, ({ bytes }) => bytes.length + aroundPiece, longest).map((part) => encode(part, [])),
    ...inParts(deletions, () => aroundPiece, longest).map((part) => encode([], part)),
  ]
}

/** A long text as several, one after the other, as if it had been typed with pauses. */
function cutText(struct: Struct, longest: number): Struct[] {
  if (!(struct instanceof Y.Item)) return [struct]
  // A letter takes up to three bytes.
  const most = Math.max(2, Math.floor((longest - 2 * aroundPiece) / 3))
  const texts = [struct]
  let last = struct
  while (last.content instanceof Y.ContentString && last.length > most) {
    const { client, clock } = last.id
    // Between the halves of a letter Yjs would put the sign for a broken one.
    const isInLetter = /[\ud800-\udbff]/.test(last.content.str.charAt(most - 1))
    const at = isInLetter ? most - 1 : most
    const content = last.content.splice(at)
    last.length = at
    const before = Y.createID(client, clock + at - 1)
    last = new Y.Item(
      Y.createID(client, clock + at),
      null,
      before,
      null,
      last.rightOrigin,
      null,
      null,
      content,
    )
    texts.push(last)
  }
  return texts
}

/** In an order in which each struct comes after all it builds on; what builds on something absent comes last. */
function inOrder(structs: Struct[]): Struct[] {
  const queues = [...groupsOf(structs, ({ id }) => id.client).values()].map((queue) => ({ queue, next: 0 }))
  const byClient = new Map(queues.map((entry) => [entry.queue[0]?.id.client, entry]))
  const isOut = (id: unknown) => {
    if (!(id instanceof Y.ID)) return true
    const theirs = byClient.get(id.client)
    const head = theirs?.queue[theirs.next]
    return !head || id.clock < head.id.clock
  }
  const isReady = (struct: Struct) =>
    !(struct instanceof Y.Item) || [struct.origin, struct.rightOrigin, struct.parent].every(isOut)
  const ordered: Struct[] = []
  for (let before = -1; before < ordered.length; ) {
    before = ordered.length
    for (const entry of queues)
      for (let head = entry.queue[entry.next]; head && isReady(head); head = entry.queue[entry.next]) {
        ordered.push(head)
        entry.next += 1
      }
  }
  return [...ordered, ...queues.flatMap(({ queue, next }) => queue.slice(next))]
}

function pieceOf(struct: Struct): Piece {
  const encoder = new Y.UpdateEncoderV1()
  struct.write(encoder, 0)
  return { struct, bytes: encoder.toUint8Array() }
}

function inParts<Item>(items: Item[], sizeOf: (item: Item) => number, longest: number): Item[][] {
  const parts: Item[][] = []
  let left = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (parts.length === 0 || size > left) {
      parts.push([])
      left = longest
    }
    parts.at(-1)?.push(item)
    left -= size
  }
  return parts
}

/** An update as Yjs (format 1) writes it. */
function encode(pieces: Piece[], deletions: Deletion[]): Uint8Array {
  const { restEncoder } = new Y.UpdateEncoderV1()
  const writeNumbers = (...numbers: number[]) => {
    for (const number of numbers) writeVarUint(restEncoder, number)
  }
  const written = groupsOf(pieces, ({ struct }) => struct.id.client)
  writeNumbers(written.size)
  for (const [client, group] of written) {
    writeNumbers(group.length, client, group[0]?.struct.id.clock ?? 0)
    for (const { bytes } of group) writeUint8Array(restEncoder, bytes)
  }
  const deleted = groupsOf(deletions, ({ client }) => client)
  writeNumbers(deleted.size)
  for (const [client, group] of deleted) {
    writeNumbers(client, group.length)
    for (const { clock, len } of group) writeNumbers(clock, len)
  }
  return toUint8Array(restEncoder)
}

function groupsOf<Item>(items: Item[], clientOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const item of items) {
    const group = groups.get(clientOf(item))
    if (group) group.push(item)
    else groups.set(clientOf(item), [item])
  }
  return groups
}
