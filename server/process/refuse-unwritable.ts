import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Refuses with a sentence a DATA_DIR, there or to be made, in which nothing can be kept. */
export function refuseUnwritable(dataDir: string): void {
  let there = resolve(dataDir)
  while (!existsSync(there)) there = dirname(there)
  if (!statSync(there).isDirectory())
    throw new Error(`DATA_DIR ${dataDir} cannot be used: ${there} is a file. Name a folder.`)
  try {
    // Only trying tells: root may write everywhere, and yet no folder can be made in /proc.
    rmdirSync(mkdtempSync(join(there, '.proofroom-')))
  } catch (cause) {
    const sentence = `DATA_DIR ${dataDir} cannot be used: nothing can be written in ${there}.`
    throw new Error(`${sentence} Name another folder, or let this user write there.`, { cause })
  }
}
