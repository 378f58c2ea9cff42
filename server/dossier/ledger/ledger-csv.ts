import type { Exactness } from '../../../db/vocabulary/figure'
import { csv } from '../../statistics/csv'
import type { LedgerGroup, LedgerRow } from './ledger'
import {
  type LedgerColumn,
  nameOfColumn,
  nameOfGroup,
  notesOn,
  remarkInWords,
  type Voice,
  verdictOf,
} from './ledger-words'

/**
 * Figures as a table for a spreadsheet: numbers and days as they are kept, words in the reader's language, and the whole
 * address of each passage, which begins with the origin.
 */
export function ledgerCsv(groups: LedgerGroup[], voice: Voice, origin: string): string {
  const { say } = voice
  const column = (name: LedgerColumn) => nameOfColumn(name, voice)
  const head = [
    ...[say('dossier.filter'), column('when'), column('said'), column('where'), column('reported')],
    ...[say('figure.field.exactness'), column('low'), column('high'), say('dossier.column.workedOut')],
    ...[say('figure.field.unit'), say('figure.field.per'), column('from'), column('to'), column('place')],
    ...[column('scope'), column('verdict'), say('dossier.column.notes')],
    ...[say('dossier.column.passage'), say('dossier.column.address')],
  ]
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => [
      ...[nameOfGroup(group, voice), row.day ?? '', row.said, row.where, row.figure?.reported ?? ''],
      ...valuesOf(row, voice),
      ...measuresOf(row),
      ...[verdictOf(row, voice), notesIn(group, row, voice)],
      ...[row.quote, origin + row.href],
    ]),
  )
  return csv([head, ...rows])
}

const valuesOf = ({ figure }: LedgerRow, voice: Voice) => [
  ...[figure ? exactnessOf(figure, voice) : '', figure?.low ?? null, figure?.high ?? null],
  figure?.workedOut?.value ?? null,
]

const measuresOf = ({ figure }: LedgerRow) => [
  ...[figure?.unit, figure?.per, figure?.from, figure?.to, figure?.place, figure?.scope].map(
    (said) => said ?? '',
  ),
]

/** All that pages say of a row beside its number. */
function notesIn({ remarks }: LedgerGroup, row: LedgerRow, voice: Voice): string {
  const alike = remarks.filter(({ kind, letter }) => kind === 'same-number' && row.remarked.includes(letter))
  const named = alike.map((one) => `${voice.say('dossier.remark.same-number')}: ${remarkInWords(one, voice)}`)
  return [...notesOn(row, voice), ...named].join('; ')
}

function exactnessOf({ exactness }: { exactness: Exactness }, { say }: Voice): string {
  return exactness === 'exactly'
    ? say('figure.exactly')
    : say(`figure.exactness.${exactness}`, { amount: '' }).trim()
}
