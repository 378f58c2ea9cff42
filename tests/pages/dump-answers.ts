import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Extraction } from '../../server/article/extract/extraction'

/** What a dump must give. Titles, names and body lines are told by the first 12 digits of their SHA-256. */
const answersShape = z.record(
  z.string(),
  z.object({
    title: z.string(),
    byline: z.array(z.string()),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    updated: z.string().nullable(),
    language: z.string(),
    body: z.array(z.string()),
  }),
)
/** The answers for the dumps in this folder, and for some of ARTICLES_DIR, by the dump's name. */
export const answers = answersShape.parse(JSON.parse(readFileSync(join('tests', 'pages', 'dump-answers.json'), 'utf8')))

/** By what a line is told, however it is bulleted and spaced. */
export function digest(line: string): string {
  const bare = line
    .normalize('NFC')
    .replace(/^\s*[•*-]\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return createHash('sha256').update(bare).digest('hex').slice(0, 12)
}

export function linesOf(extraction: Extraction): string[] {
  return extraction.blocks.flatMap((block) => block.text.split('\n'))
}

export type Dump = { name: string; path: string }

export function dumpsIn(folder: string): Dump[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : []
  return files.map((file) => ({ name: basename(file, '.txt'), path: join(folder, file) }))
}
