import { statfs } from 'node:fs/promises'
import type { Logger } from 'pino'

/** The disk that the built-in database writes to. */
export type Disk = {
  /** So little is free that nothing more should be written. */
  isLow: () => boolean
  stop: () => void
}

/** A folder on the disk, and how many bytes of it stay free. */
export type WatchedDisk = { folder: string; reserve: number; every?: number }

const seconds = 1_000
/** How much more than the reserve, in bytes, must be free before the disk counts as well again. */
const relief = 32 * 1024 * 1024

/**
 * Looks every few seconds how much is free and tells when that falls below the reserve, and when it has risen well
 * above it. What cannot be read counts as before.
 */
export async function followDisk(
  { folder, reserve, every = 3 * seconds }: WatchedDisk,
  onChange: () => void,
  log: Logger,
): Promise<Disk> {
  let isLow = false
  const look = async () => {
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const wasLow = isLow
    isLow = free < (wasLow ? reserve + relief : reserve)
    if (isLow === wasLow) return
    if (isLow) log.error({ folder, free, reserve }, 'the disk is nearly full: rooms can only be read')
    else log.info({ folder, free }, 'the disk has room again')
    onChange()
  }
  const tryLook = () => look().catch((error) => log.warn({ err: error }, 'the free space cannot be read'))
  await tryLook()
  const timer = setInterval(tryLook, every)
  return { isLow: () => isLow, stop: () => clearInterval(timer) }
}

/** For a database whose disk is somebody else's. */
export const noDisk: Disk = { isLow: () => false, stop: () => {} }
