import { asc, gt } from 'drizzle-orm'
import { db } from '../../../db/client'
import { snapshots } from '../../../db/schema'
import type { EvidenceStore } from './evidence-store'

/** What came of moving: how many stand in the other store now, how many of them did before, and which could not be brought there. */
export type Moved = { there: number; before: number; missing: string[]; altered: string[] }

const atOnce = 500

/**
 * Brings all evidence that the rows name from one store into another, hashed where it is read and again where it was put.
 * What stands there already is left as it is, so that a run that was cut off goes on; nothing is taken out of the first.
 */
export async function moveEvidence(from: EvidenceStore, to: EvidenceStore): Promise<Moved> {
  const moved: Moved = { there: 0, before: 0, missing: [], altered: [] }
  for (let names = await namesAfter(''); names.length > 0; names = await namesAfter(names.at(-1) ?? '')) {
    for (const name of names) await moveOne(name, { from, to, moved })
  }
  return moved
}

async function moveOne(
  name: string,
  { from, to, moved }: { from: EvidenceStore; to: EvidenceStore; moved: Moved },
): Promise<void> {
  const isThere = 'bytes' in (await to.get(name))
  const found = isThere ? null : await from.get(name)
  if (found && 'fault' in found) {
    moved[found.fault].push(name)
    return
  }
  if (found) await to.put(found.bytes)
  if (found && !('bytes' in (await to.get(name))))
    throw new Error(`The other store did not keep ${name} as it was put there.`)
  moved.there += 1
  if (isThere) moved.before += 1
}

async function namesAfter(name: string): Promise<string[]> {
  const rows = await db()
    .selectDistinct({ sha256: snapshots.sha256 })
    .from(snapshots)
    .where(gt(snapshots.sha256, name))
    .orderBy(asc(snapshots.sha256))
    .limit(atOnce)
  return rows.map(({ sha256 }) => sha256)
}
