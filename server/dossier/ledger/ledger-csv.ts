import { csv } from '../../statistics/csv'
import type { LedgerGroup } from './ledger'
import { nameOfGroup, type Voice, verdictOf } from './ledger-words'

/** Figures as a table for a spreadsheet: numbers and days as they are kept, words in the reader's language. */
export function ledgerCsv(groups: LedgerGroup[], voice: Voice): string {
  const { say } = voice
  const head = [
    say('dossier.filter'),
    ...(
      ['when', 'said', 'where', 'reported', 'low', 'high', 'from', 'scope', 'verdict', 'passage'] as const
    ).map((column) => say(`dossier.column.${column}`)),
  ]
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => [
      ...[nameOfGroup(group, voice), row.day ?? '', row.said, row.where],
      ...[row.figure?.reported ?? '', row.figure?.low ?? null, row.figure?.high ?? null],
      ...[row.figure?.from ?? '', row.figure?.scope ?? '', verdictOf(row, voice), row.quote],
    ]),
  )
  return csv([head, ...rows])
}
