import { z } from 'zod'
import { type Refusal, Refused } from '../refusal'
import { readClaimReviews } from './claim-review-rows'
import type { Table } from './csv-rows'
import { type PastField, type PastRow, pastFields } from './past-check'

/** A row with where it stands in its file: its line in a table, its place among the ClaimReviews of a document. */
export type Placed = { line: number; row: PastRow }

/** As many rows as are sent in one piece, and the longest that anything in them may be, in UTF-16 units. */
export const mostRows = 5_000
const longestCell = 20_000

const cell = z.string().max(longestCell)
export const placedShape = z.object({
  line: z.int().positive(),
  row: z.object({ address: cell, statement: cell, speaker: cell, date: cell, rating: cell, answer: cell }),
}) satisfies z.ZodType<Placed>

/** Which column of a table has which field; -1 where none has it. */
export type Places = Record<PastField, number>

/** The fields that no column has and without which there is no check. */
export const lackingIn = (places: Places): PastField[] =>
  pastFields.filter((field) => places[field] < 0 && field !== 'speaker' && field !== 'answer')

/** The rows of a table, numbered by their lines. */
export function rowsOfTable({ rows }: Table, places: Places): Placed[] {
  return rows.map(({ line, cells }) => {
    const cell = (field: PastField) => cells[places[field]] ?? ''
    const row: PastRow = {
      ...{ address: cell('address'), statement: cell('statement'), speaker: cell('speaker') },
      ...{ date: cell('date'), rating: cell('rating'), answer: cell('answer') },
    }
    return { line, row }
  })
}

/** The ClaimReviews of a JSON document, numbered from 1 as they stand in it; refuses what is no JSON and what has none. */
export function rowsOfDocument(text: string): Placed[] {
  const rows = readClaimReviews(parsed(text))
  if (!rows.length) throw new Refused({ code: 'past-no-review' })
  return rows.map((row, index) => ({ line: index + 1, row }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What the parser says of it means nothing to whoever chose the file.
    throw new Refused({ code: 'past-no-json' })
  }
}

/** What became, or would become, of a row that is taken in. */
export type Becomes = 'added' | 'changed' | 'same'
/** What became of the rows; each that was not taken says why. */
export type TakenIn = {
  taken: { line: number; becomes: Becomes }[]
  refused: { line: number; why: Refusal }[]
}

export function countTaken({ taken }: Pick<TakenIn, 'taken'>): Record<Becomes, number> {
  const count = (what: Becomes) => taken.filter(({ becomes }) => becomes === what).length
  return { added: count('added'), changed: count('changed'), same: count('same') }
}
