import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { endShape, fileShape, type Head, headShape, sumShape, type Table, tableShape } from './manifest'

/** A backup that is being read: its head, and its tables and files of evidence one after the other. */
export type Backup = { head: Head; parts: AsyncGenerator<Part> }
export type Part = ({ table: Table } | { evidence: string }) & { rows: AsyncGenerator<Buffer> }

const longestLine = 1024 * 1024

/** Opens a backup; refuses with a sentence what is none, or is cut short or altered, as soon as that is seen. */
export async function readBackup(path: string): Promise<Backup> {
  const source = createReadStream(path)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked)
  const bytes = new Bytes(unpacked[Symbol.asyncIterator]())
  const head = await bytes.line().then((text) => headShape.safeParse(jsonIn(text)))
  if (!head.success) throw new Error('This is no backup of Proofroom, or one that a newer version made.')
  return { head: head.data, parts: partsIn(bytes) }
}

/** Reads a backup to its end and checks every sum; throws with a sentence when anything is amiss. */
export async function readWhole(path: string): Promise<Head> {
  const { head, parts } = await readBackup(path)
  for await (const { rows } of parts) for await (const _ of rows);
  return head
}

async function* partsIn(bytes: Bytes): Backup['parts'] {
  const count = { tables: 0, files: 0 }
  for (;;) {
    const next = jsonIn(await bytes.line())
    const [table, file] = [tableShape.safeParse(next), fileShape.safeParse(next)]
    if (table.success) {
      count.tables += 1
      yield { table: table.data, rows: rowsIn(bytes) }
    } else if (file.success) {
      count.files += 1
      yield { evidence: file.data.evidence, rows: rowsIn(bytes) }
    } else {
      const end = endShape.safeParse(next).data
      if (end?.tables === count.tables && end.files === count.files) return
      throw new Damaged()
    }
  }
}

async function* rowsIn(bytes: Bytes): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let read = 0
  for (let length = await bytes.number(); length > 0; length = await bytes.number()) {
    const chunk = await bytes.take(length)
    hash.update(chunk)
    read += length
    yield chunk
  }
  const sum = sumShape.safeParse(jsonIn(await bytes.line())).data
  if (sum?.bytes !== read || sum.sha256 !== hash.digest('hex')) throw new Damaged()
}

/** Thrown for a file that is not as it was written. */
class Damaged extends Error {
  constructor(cause?: unknown) {
    super('The backup is cut short or was altered. Nothing was changed; use another copy of it.', { cause })
  }
}

/** Bytes as they come, by the line and by the number. */
class Bytes {
  private rest = Buffer.alloc(0)

  constructor(private readonly source: AsyncIterator<Buffer>) {}

  async line(): Promise<string> {
    let end = this.rest.indexOf(10)
    while (end < 0) {
      if (this.rest.length > longestLine) throw new Damaged()
      await this.more()
      end = this.rest.indexOf(10)
    }
    const text = this.rest.subarray(0, end).toString()
    this.rest = this.rest.subarray(end + 1)
    return text
  }

  async number(): Promise<number> {
    const text = await this.line()
    if (!/^\d{1,9}$/.test(text)) throw new Damaged()
    return Number(text)
  }

  async take(length: number): Promise<Buffer> {
    while (this.rest.length < length) await this.more()
    const taken = this.rest.subarray(0, length)
    this.rest = this.rest.subarray(length)
    return taken
  }

  private async more(): Promise<void> {
    const next = await this.source.next().catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' || error.code === 'EISDIR' ? error : new Damaged(error)
    })
    if (next.done) throw new Damaged()
    this.rest = Buffer.concat([this.rest, next.value])
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON fits no shape.
    return null
  }
}
