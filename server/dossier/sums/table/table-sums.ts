import type { Block } from '../../../article/extract/extraction'
import type { Finding } from '../finding'
import { type Placed, readGrid } from './grid'
import { failingRelations } from './relations'
import { failingTotals } from './totals'

/** What does not add up within a table. */
export function tableSums(block: Block, placed: Placed): Finding[] {
  const grid = readGrid(block, placed)
  if (!grid) return []
  const { rows, columns } = grid
  return [
    ...failingTotals(columns, rows, placed.context),
    ...failingTotals(rows, columns, placed.context),
    ...failingRelations(columns, rows),
    ...failingRelations(rows, columns),
  ]
}
