import { eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { importedFiles } from '../../../db/schema'
import { joined, sliceBytes } from '../../bytes/read-slices'
import { Refused } from '../../refusal'

/** How many bytes a file has, without reading them. */
export const sizeOfFile = sql<number>`length(${importedFiles.bytes})`

/**
 * A file's bytes as they come, a slice at a time: all of a large one at once would hold up the rooms of this process.
 * Refuses one that is not there, or no longer.
 */
export async function* slicesOfFile({ id, size }: { id: string; size: number }): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; at += sliceBytes) {
    const [row] = await db()
      .select({ bytes: sql<Buffer>`substring(${importedFiles.bytes} from ${at + 1} for ${sliceBytes})` })
      .from(importedFiles)
      .where(eq(importedFiles.id, id))
    if (!row) throw new Refused({ code: 'file-unknown' })
    yield row.bytes
  }
}

/** All bytes of a file in one piece. */
export async function readFileBytes(file: { id: string; size: number }): Promise<Buffer> {
  const slices: Buffer[] = []
  for await (const slice of slicesOfFile(file)) slices.push(slice)
  return joined(slices)
}
