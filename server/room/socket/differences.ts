import { type Encoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import type { RoomDoc } from '../doc/room-doc'
import { answerFrame } from './frame'

/** Deletions that may lie apart: joining takes time with their number, and whoever comes in waits for it. */
const mostApart = 500

type DeleteSet = ReturnType<typeof Y.createDeleteSet>

/**
 * What a room answers browsers that ask for what they lack. After a restart hundreds ask at once, and Yjs would walk
 * through the whole document for the deletions alone; here they are kept at hand, and each answer costs as much as
 * there is to say.
 */
export class Differences {
  private deleted: DeleteSet
  private since: DeleteSet[] = []
  private encoded: Uint8Array | null = null

  constructor(
    private readonly document: string,
    private readonly doc: RoomDoc,
  ) {
    this.deleted = Y.createDeleteSetFromStructStore(doc.store)
    doc.on('afterTransaction', ({ deleteSet }: Y.Transaction) => {
      if (deleteSet.clients.size === 0) return
      this.since.push(deleteSet)
      this.encoded = null
      if (this.since.length >= mostApart) this.join()
    })
  }

  /** All that somebody lacks who is known to have this much, as a frame. */
  frameFor(stateVector: ReadonlyMap<number, number>): Uint8Array {
    return answerFrame(this.document, this.updateFor(stateVector))
  }

  /** Whether an update only names deletions, the very ones that are known here. */
  isKnown(update: Uint8Array): boolean {
    return update[0] === 0 && Buffer.compare(update.subarray(1), this.deletions()) === 0
  }

  private updateFor(stateVector: ReadonlyMap<number, number>): Uint8Array {
    const encoder = new Y.UpdateEncoderV1()
    const missing = [...this.doc.store.clients]
      .filter(([client]) => Y.getState(this.doc.store, client) > (stateVector.get(client) ?? 0))
      // Yjs reads faster when the higher ids come first.
      .sort(([one], [other]) => other - one)
    writeVarUint(encoder.restEncoder, missing.length)
    for (const [client, structs] of missing)
      writeStructs(encoder, client, structs, stateVector.get(client) ?? 0)
    writeUint8Array(encoder.restEncoder, this.deletions())
    return encoder.toUint8Array()
  }

  private join(): void {
    if (this.since.length > 0) this.deleted = Y.mergeDeleteSets([this.deleted, ...this.since.splice(0)])
  }

  private deletions(): Uint8Array {
    this.join()
    this.encoded ??= encodeDeletions(this.deleted)
    return this.encoded
  }
}

/** One client's structs from a clock on, as Yjs (update format 1) writes them. */
function writeStructs(
  encoder: Y.UpdateEncoderV1,
  client: number,
  structs: (Y.Item | Y.GC)[],
  from: number,
): void {
  const clock = Math.max(from, structs[0]?.id.clock ?? 0)
  const start = Y.findIndexSS(structs, clock)
  writeVarUint(encoder.restEncoder, structs.length - start)
  encoder.writeClient(client)
  writeVarUint(encoder.restEncoder, clock)
  for (const [index, struct] of structs.slice(start).entries())
    struct.write(encoder, index === 0 ? clock - struct.id.clock : 0)
}

function encodeDeletions({ clients }: DeleteSet): Uint8Array {
  const encoder: Encoder = new Y.UpdateEncoderV1().restEncoder
  writeVarUint(encoder, clients.size)
  for (const [client, deletions] of [...clients].sort(([one], [other]) => other - one)) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, deletions.length)
    for (const { clock, len } of deletions) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, len)
    }
  }
  return toUint8Array(encoder)
}
