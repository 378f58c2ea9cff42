import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readMemberByEmail } from '../../../member/read-member'
import { readCsv } from '../../../past/csv-rows'
import { importPast } from '../../../past/import-past'
import { matchColumns, type PastField, pastFields } from '../../../past/past-check'
import { countTaken, lackingIn, type Placed, rowsOfDocument, rowsOfTable } from '../../../past/past-file'
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
    const rows = path.endsWith('.json') ? rowsOfDocument(content) : rowsSaid(content, values.map ?? [])
    const isDry = values['dry-run'] === true
    const { taken, refused } = await importPast(member, rows, isDry)
    for (const { line, why } of refused) console.error(`Row ${line}: ${say(why)}`)
    return {
      isDry,
      ...countTaken({ taken }),
      refused: refused.map(({ line, why }) => ({ row: line, why: say(why) })),
    }
  },
}

/** Numbered by their lines. */
function rowsSaid(content: string, maps: string[]): Placed[] {
  const table = readCsv(content)
  const { columns } = table
  const places = matchColumns(columns, saidOf(maps, columns))
  const lacking = lackingIn(places)
  if (lacking.length > 0)
    throw new Error(
      `No column is known to have: ${lacking.join(', ')}. The columns are ${columns.join(', ')}. Say --map COLUMN=FIELD.`,
    )
  return rowsOfTable(table, places)
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
