import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Part } from './part'

const shape = z.record(z.string(), z.array(z.string()))

/** The names of a part's messages as the build found them; null where nothing is built, as in development. */
export function readSaid(part: Part): string[] | null {
  const file = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'words.json')
  if (process.argv.includes('--dev') || !existsSync(file)) return null
  return shape.parse(JSON.parse(readFileSync(file, 'utf8')))[part] ?? null
}
