import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../../bytes/read-slices'
import { type EvidenceStore, isStoredName } from './evidence-store'

/** Bytes in a folder, as `<first two digits>/<SHA-256>`: each file comes into being whole or not at all. */
export function folderStore(folder: string): EvidenceStore {
  const pathOf = (sha256: string) => join(/* turbopackIgnore: true */ folder, sha256.slice(0, 2), sha256)
  const get: EvidenceStore['get'] = async (sha256) => {
    if (!isStoredName(sha256)) return { fault: 'missing' }
    try {
      const bytes = await readFile(/* turbopackIgnore: true */ pathOf(sha256))
      return (await hashOf(bytes)) === sha256 ? { bytes } : { fault: 'altered' }
    } catch (error) {
      if (isAbsent(error)) return { fault: 'missing' }
      throw error
    }
  }
  return {
    get,
    put: async (bytes) => {
      const sha256 = await hashOf(bytes)
      // A file that was cut short or altered is written anew: these are the bytes it should have.
      if ((await sizeOf(pathOf(sha256))) === bytes.length && 'bytes' in (await get(sha256))) return sha256
      await writeWhole(join(/* turbopackIgnore: true */ folder, sha256.slice(0, 2)), sha256, bytes)
      return sha256
    },
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(/* turbopackIgnore: true */ path)).size
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(/* turbopackIgnore: true */ folder, { recursive: true, mode: 0o700 })
  const half = join(/* turbopackIgnore: true */ folder, `.${name}.${randomUUID()}`)
  try {
    await written(half, bytes)
    await rename(/* turbopackIgnore: true */ half, join(/* turbopackIgnore: true */ folder, name))
    // The name itself is on disk only when its folder is.
    await synced(folder)
  } finally {
    await rm(/* turbopackIgnore: true */ half, { force: true })
  }
}

async function written(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(/* turbopackIgnore: true */ path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function synced(folder: string): Promise<void> {
  const file = await open(/* turbopackIgnore: true */ folder, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const isAbsent = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
