import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'

/** Maps that are kept, as faults come again: one of a page takes some MB. */
const mostKept = 4

const kept = new Map<string, SourceMap | null>()

/**
 * A stack in the files that were written, where a map lies beside the built one. Node's own way reads the maps of all files that are loaded, which made a
 * third of the process.
 */
export function stackAsWritten(stack: string): string {
  return stack.replace(place, (whole, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column))
    return origin && 'fileName' in origin
      ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}`
      : whole
  })
}

// What follows "at" or stands in its brackets: a path or an address of a file, its line and its column.
const place = /(?<= at |\()((?:file:\/\/)?\/.+?):(\d+):(\d+)(?=\)?$)/gm

function mapOf(file: string): SourceMap | null {
  const known = kept.get(file)
  if (known !== undefined) return known
  const map = readMap(file)
  kept.set(file, map)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return map
}

function readMap(file: string): SourceMap | null {
  const path = `${file.startsWith('file:') ? fileURLToPath(file) : file}.map`
  try {
    return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null
  } catch {
    // Whoever reads a fault needs it as it stands rather than another one.
    return null
  }
}
