import type { Block } from '../../../article/extract/extraction'
import type { Finding } from '../finding'
import { readGrid } from './grid'
import { failingRelations } from './relations'
import { failingTotals } from './totals'

/** What does not add up within a table that begins at a code point of the frozen text; `context` is the text around it. */
export function tableSums(
  block: Block,
  { start, language, context }: { start: number; language: string | null; context: string },
): Finding[] {
  const grid = readGrid(block, start, language)
  if (!grid) return []
  const { rows, columns } = grid
  return [
    ...failingTotals(columns, rows, context),
    ...failingTotals(rows, columns, ''),
    ...failingRelations(columns, rows),
    ...failingRelations(rows, columns),
  ]
}
