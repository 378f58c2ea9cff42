import * as Y from 'yjs'
import type { RoomDoc } from '../doc/room-doc'
import { answerFrame } from './frame'

/**
 * What a room answers browsers that ask for the difference. Most have all its letters and may only lack a deletion:
 * every browser asks each few seconds, and working this out anew walks through the whole document.
 */
export class Differences {
  private kept: { deletions: Uint8Array; frame: Uint8Array } | null = null

  constructor(
    private readonly document: string,
    private readonly doc: RoomDoc,
  ) {
    doc.on('afterTransaction', ({ deleteSet }: Y.Transaction) => {
      if (deleteSet.clients.size > 0) this.kept = null
    })
  }

  /** The answer to somebody who has every letter, as a frame; null to whom some are missing. */
  frameFor(stateVector: ReadonlyMap<number, number>): Uint8Array | null {
    for (const [client, structs] of this.doc.store.clients) {
      const last = structs.at(-1)
      if (last && (stateVector.get(client) ?? 0) < last.id.clock + last.length) return null
    }
    return this.deletions().frame
  }

  /** Whether an update is, byte for byte, what everybody knows already. */
  isKnown(update: Uint8Array): boolean {
    return Buffer.compare(update, this.deletions().deletions) === 0
  }

  private deletions() {
    this.kept ??= this.encode()
    return this.kept
  }

  private encode() {
    const deletions = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.doc))
    return { deletions, frame: answerFrame(this.document, deletions) }
  }
}
