import { randomBytes } from 'node:crypto'
import { createWriteStream, openSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { type KeptFile, readFiles, readParts } from './read-files'

/** A process's own copy of the large files, for when the database does not answer; none of it is held in memory. */
export type Copies = {
  at: (path: string) => KeptFile | null
  /** A descriptor to read a copy by, which stays good when the copy is replaced; null where it is gone. */
  open: (file: KeptFile) => number | null
  /** Makes it what readers have now. */
  follow: () => Promise<void>
}

const listShape = z.array(
  z.object({
    ...{ name: z.string(), making: z.string(), mediatype: z.string(), sha256: z.string() },
    ...{ bytes: z.number(), keptBytes: z.number(), isPacked: z.boolean(), madeAt: z.coerce.date() },
  }),
)

const list = 'files.json'
// What is in a file says its name: one that is there is whole and right.
const nameOf = ({ sha256, isPacked }: KeptFile) => `${sha256}.${isPacked ? 'gz' : 'kept'}`

/** Opens the copy in a folder, with what an earlier process left there. */
export function openCopies(folder: string): Copies {
  let files = new Map(leftIn(folder).map((file) => [`/dataset/${file.name}`, file]))
  return {
    at: (path) => files.get(path) ?? null,
    open: (file) => {
      try {
        return openSync(join(folder, nameOf(file)), 'r')
      } catch {
        return null // Removed by hand, or by another process with the same folder: the database has it.
      }
    },
    follow: async () => {
      const now = await readFiles()
      await mkdir(folder, { recursive: true })
      for (const file of now) if (!(await isThere(folder, file))) await copy(folder, file)
      await writeWhole(folder, list, (half) => writeFile(half, JSON.stringify(now)))
      files = new Map(now.map((file) => [`/dataset/${file.name}`, file]))
      await removeOthers(folder, now)
    },
  }
}

function leftIn(folder: string): KeptFile[] {
  try {
    return listShape.parse(JSON.parse(readFileSync(join(folder, list), 'utf8')))
  } catch {
    return [] // The first start, or one after a fall: the database has them.
  }
}

async function isThere(folder: string, file: KeptFile): Promise<boolean> {
  const there = await stat(join(folder, nameOf(file))).catch(() => null)
  return there?.size === file.keptBytes
}

/** A part at a time, so that the process has time for others in between. */
function copy(folder: string, file: KeptFile): Promise<void> {
  return writeWhole(folder, nameOf(file), (half) =>
    pipeline(Readable.from(readParts(file), { objectMode: false }), createWriteStream(half)),
  )
}

/** Whole or not at all: another process may be reading. */
async function writeWhole(folder: string, name: string, write: (half: string) => Promise<void>) {
  const half = join(folder, `${randomBytes(8).toString('hex')}.half`)
  try {
    await write(half)
    await rename(half, join(folder, name))
  } finally {
    await rm(half, { force: true })
  }
}

async function removeOthers(folder: string, now: KeptFile[]): Promise<void> {
  const wanted = new Set([list, ...now.map(nameOf)])
  for (const name of await readdir(folder))
    if (!wanted.has(name) && !name.endsWith('.half')) await rm(join(folder, name), { force: true })
}
