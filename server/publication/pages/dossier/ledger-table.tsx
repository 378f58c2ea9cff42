import type { ReactNode } from 'react'
import { styleOf } from '../../../claim/verdict'
import type { LedgerGroup, LedgerRow } from '../../../dossier/ledger/ledger'
import {
  type LedgerColumn,
  ledgerColumns,
  nameOfColumn,
  nameOfGroup,
  notesOn,
  verdictOf,
} from '../../../dossier/ledger/ledger-words'
import { type Edition, statedDay } from '../edition'
import { voiceOf } from './voice'

/** What a disagreement is reached by on its page. */
export const flagId = (place: number, letter: string) => `g${place}-${letter}`

type TableProps = { group: LedgerGroup; rows: LedgerRow[]; place: number; edition: Edition }

/** The same figures as the chart's, in rows and columns. */
export function LedgerTable({ group, rows, place, edition }: TableProps) {
  const { say } = edition
  return (
    <section
      className="tscroll"
      aria-label={say('dossier.tableScroll', { name: nameOfGroup(group, voiceOf(edition)) })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the window, keys scroll it
      tabIndex={0}
    >
      <table>
        <caption className="vh">{say('dossier.tableTitle')}</caption>
        <thead>
          <tr>
            {ledgerColumns.map((column) => (
              <th key={column} scope="col" className={isNumber(column) ? 'n' : undefined}>
                {nameOfColumn(column, voiceOf(edition))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.claimId} row={row} place={place} edition={edition} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const isNumber = (column: LedgerColumn) => column === 'low' || column === 'high'

function Row({ row, place, edition }: { row: LedgerRow; place: number; edition: Edition }) {
  const { say, desk } = edition
  const { day, said, where, figure, quote, letters, remarked, standing, href } = row
  const format = new Intl.NumberFormat(desk.language, { maximumFractionDigits: 6 })
  const value = (end: number | null = null) => end !== null && format.format(end)
  const date = (stated: string | null = null) => stated && statedDay(stated, edition)
  const own = (text = '') => text && <bdi>{text}</bdi>
  const cell = (column: LedgerColumn, content: ReactNode) => (
    <Cell column={column} edition={edition}>
      {content}
    </Cell>
  )
  return (
    <tr className={standing === 'retracted' ? 'retracted' : undefined}>
      {cell('when', date(day))}
      <th scope="row">
        <a href={href}>
          <bdi>{said || where}</bdi>
        </a>
      </th>
      {cell('where', own(where))}
      <Cell column="reported" edition={edition}>
        <bdi>{figure ? figure.reported : `“${quote}”`}</bdi>
        {letters.map((letter) => (
          <a
            key={letter}
            className="flag"
            href={`#${flagId(place, letter)}`}
            aria-label={say('dossier.flag', { letter })}
          >
            {letter}
          </a>
        ))}
        {remarked.map((letter) => (
          <a
            key={letter}
            className="flag"
            href={`#${flagId(place, letter)}`}
            aria-label={say('dossier.remarkFlag', { letter })}
          >
            {letter}
          </a>
        ))}
        {notesOn(row, voiceOf(edition)).map((note) => (
          <span key={note} className="meta dos-note">
            {note}
          </span>
        ))}
      </Cell>
      {cell('low', value(figure?.low))}
      {cell('high', value(figure?.high))}
      {cell('from', date(figure?.from))}
      {cell('to', date(figure?.to))}
      {cell('place', own(figure?.place))}
      {cell('scope', own(figure?.scope))}
      <td
        className={`verdict-cell ${styleOf(row.verdict)}`}
        data-label={nameOfColumn('verdict', voiceOf(edition))}
      >
        {verdictOf(row, voiceOf(edition))}
      </td>
    </tr>
  )
}

type CellProps = { column: LedgerColumn; edition: Edition; children: ReactNode }

/** A cell under the name of its column, which phones show before it; there, what is not given is left out. */
function Cell({ column, edition, children }: CellProps) {
  const style = isNumber(column) ? 'n' : ''
  if (!children)
    return (
      <td className={`${style} bare`.trim()}>
        {edition.say(isNumber(column) ? 'dossier.noneOf' : 'dossier.notGiven')}
      </td>
    )
  return (
    <td className={style || undefined} data-label={nameOfColumn(column, voiceOf(edition))}>
      {children}
    </td>
  )
}
