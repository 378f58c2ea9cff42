import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readMemberByEmail } from '../../../member/read-member'
import { readClaimReviews } from '../../../past/claim-review-rows'
import { readCsv } from '../../../past/csv-rows'
import { importPast, type Placed } from '../../../past/import-past'
import { matchColumns, type PastField, type PastRow, pastFields } from '../../../past/past-check'
import { Refused, say } from '../../../refusal'
import { type Command, fileNamed } from '../command'

/** Takes in a desk's own checks from before Proofroom, from a table or from ClaimReview. */
export const importPastCommand: Command = {
  usage:
    'import-past FILE.csv|FILE.json --desk SLUG --member EMAIL [--dry-run] [--map COLUMN=FIELD …]  Takes in own checks from before Proofroom.',
  async run(args) {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{ desk: { type: 'string' }, member: { type: 'string' }, 'dry-run': { type: 'boolean' } },
        map: { type: 'string', multiple: true },
      },
    })
    const [path] = positionals
    if (!path) throw new Error('Say which file to take in: a table (.csv) or ClaimReview (.json).')
    if (!values.desk || !values.member) throw new Error('Missing: --desk and --member.')
    const member = await readMemberByEmail(values.desk, values.member)
    if (!member) throw new Refused({ code: 'desk-unknown' })
    const content = await readFile(fileNamed(path), 'utf8').catch((cause: Error) => {
      throw new Error(`The file ${path} cannot be read: ${cause.message}`, { cause })
    })
    const rows = path.endsWith('.json') ? rowsOfJson(content) : rowsOfTable(content, values.map ?? [])
    const isDry = values['dry-run'] === true
    const { refused, ...counts } = await importPast(member, rows, isDry)
    for (const { line, why } of refused) console.error(`Row ${line}: ${say(why)}`)
    return { isDry, ...counts, refused: refused.map(({ line, why }) => ({ row: line, why: say(why) })) }
  },
}

/** Numbered from 1, as they stand in the file. */
function rowsOfJson(content: string): Placed[] {
  const rows = readClaimReviews(parsed(content))
  if (!rows.length) throw new Error('There is no ClaimReview in this file.')
  return rows.map((row, index) => ({ line: index + 1, row }))
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch (cause) {
    throw new Error('This file is no JSON. Give a table its name .csv.', { cause })
  }
}

/** Numbered by their lines. */
function rowsOfTable(content: string, maps: string[]): Placed[] {
  const { columns, rows } = readCsv(content)
  const places = matchColumns(columns, saidOf(maps, columns))
  const lacking = (['address', 'statement', 'date', 'rating'] as const).filter((field) => places[field] < 0)
  if (lacking.length > 0)
    throw new Error(
      `No column is known to have: ${lacking.join(', ')}. The columns are ${columns.join(', ')}. Say --map COLUMN=FIELD.`,
    )
  return rows.map(({ line, cells }) => {
    const cell = (field: PastField) => cells[places[field]] ?? ''
    const row: PastRow = {
      ...{ address: cell('address'), statement: cell('statement'), speaker: cell('speaker') },
      ...{ date: cell('date'), rating: cell('rating'), answer: cell('answer') },
    }
    return { line, row }
  })
}

function saidOf(maps: string[], columns: string[]): Map<string, PastField> {
  return new Map(
    maps.map((map) => {
      const at = map.lastIndexOf('=')
      const [column, wanted] = [map.slice(0, at), map.slice(at + 1)]
      const field = pastFields.find((one) => one === wanted)
      if (!field) throw new Error(`There is no field ${wanted}. Fields: ${pastFields.join(', ')}.`)
      if (!columns.includes(column))
        throw new Error(`There is no column ${column}. The columns are ${columns.join(', ')}.`)
      return [column, field]
    }),
  )
}
