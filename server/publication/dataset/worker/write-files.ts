import { max } from 'drizzle-orm'
import type { Transaction } from '../../../../db/client'
import { logEntries } from '../../../../db/schema'
import { isWhole } from '../columns'
import type { LeftOut, MadeFrom } from '../data-package'
import { type DatasetRow, lineOf, rowOf, type VersionRead } from '../dataset'
import { type KeptVersion, readRows } from './read-rows'
import { type FileWriter, type Keep, openFile, type WrittenFile } from './write-parts'
import { csvHead, csvOf, openParquet } from './write-tables'

export type FilesWritten = MadeFrom & { files: WrittenFile[] }

/** Rows of a group of the Parquet file, and letters after which one is closed with fewer. */
const group = { rows: 5_000, letters: 8_000_000 }

/** Writes all files in one pass over what is published, as `tx` sees it: what is held does not grow with it. */
export async function writeFiles(tx: Transaction, origin: string, keep: Keep): Promise<FilesWritten> {
  const [newest] = await tx.select({ entry: max(logEntries.index) }).from(logEntries)
  const table = openFile({ name: 'claims.csv', mediatype: 'text/csv', isPacked: true }, keep)
  const lines = openFile({ name: 'claims.jsonl', mediatype: 'application/jsonl', isPacked: true }, keep)
  const groups = openGroups(keep)
  await table.write(Buffer.from(csvHead()))
  const leftOut: LeftOut[] = []
  let count = 0
  for await (const some of readRows(tx)) {
    const made = some.flatMap((version) => madeOf(version, origin, leftOut))
    count += made.length
    await table.write(Buffer.from(csvOf(made.map(({ row }) => row))))
    await lines.write(Buffer.from(made.map(({ line }) => line).join('')))
    await groups.add(made)
  }
  const files = [await table.end(), await lines.end(), await groups.end()]
  return { files, rows: count, logEntry: newest?.entry ?? null, leftOut }
}

type Made = { row: DatasetRow; line: string }

/** Nothing of a version that cannot be written, which is said. */
function madeOf(version: KeptVersion, origin: string, leftOut: LeftOut[]): Made[] {
  const { number: claim, version: which, content } = version
  const made = content && lineFor({ ...version, content }, origin)
  if (made) return [made]
  leftOut.push({ claim, version: which, why: content ? 'damaged' : 'too-large' })
  return []
}

function lineFor(version: VersionRead, origin: string): Made | null {
  try {
    const row = rowOf(version, origin)
    return isWhole(row) ? { row, line: lineOf(row, version) } : null
  } catch (error) {
    // What is missing in it cannot be read.
    if (error instanceof TypeError) return null
    throw error
  }
}

function openGroups(keep: Keep) {
  const file: FileWriter = openFile(
    { name: 'claims.parquet', mediatype: 'application/vnd.apache.parquet', isPacked: false },
    keep,
  )
  const parquet = openParquet()
  let rows: DatasetRow[] = []
  let letters = 0
  const close = async () => {
    await file.write(parquet.group(rows))
    rows = []
    letters = 0
  }
  return {
    add: async (made: Made[]) => {
      for (const { row, line } of made) {
        rows.push(row)
        letters += line.length
        if (rows.length >= group.rows || letters >= group.letters) await close()
      }
    },
    end: async () => {
      if (rows.length) await close()
      await file.write(parquet.end())
      return file.end()
    },
  }
}
