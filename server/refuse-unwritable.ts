import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Refuses with a sentence a DATA_DIR, there or to be made, in which nothing can be kept. */
export function refuseUnwritable(dataDir: string): void {
  let there = resolve(dataDir)
  while (!existsSync(there)) there = dirname(there)
  if (!statSync(there).isDirectory())
    throw new Error(`DATA_DIR ${dataDir} cannot be used: ${there} is a file. Name a folder.`)
  try {
    accessSync(there, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const sentence = `DATA_DIR ${dataDir} cannot be used: this user may not write in ${there}.`
    throw new Error(`${sentence} Name another folder, or let this user write there.`, { cause })
  }
}
