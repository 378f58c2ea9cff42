import Link from 'next/link'
import { VerdictMark } from '@/app/_ui/verdict'
import { styleOf } from '@/server/claim/verdict'
import { statedDate } from '@/server/date/stated-date'
import type { LedgerGroup, LedgerRow } from '@/server/dossier/ledger/ledger'
import {
  type LedgerColumn,
  ledgerColumns,
  nameOfColumn,
  nameOfGroup,
  notesOn,
  screenVoice,
  verdictOf,
} from '@/server/dossier/ledger/ledger-words'
import { screenLocale, words } from '@/server/words'

type Props = { group: LedgerGroup; rows: LedgerRow[] }

/** The same figures as the chart's, in rows and columns. */
export function LedgerTable({ group, rows }: Props) {
  const t = words()
  return (
    <section className="dos-table" aria-labelledby="tb-h">
      <h2 id="tb-h">{t('dossier.tableTitle')}</h2>
      <section
        className="tscroll"
        aria-label={t('dossier.tableScroll', { name: nameOfGroup(group, screenVoice()) })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the window, keys scroll it
        tabIndex={0}
      >
        <table className="table">
          <thead>
            <tr>
              {ledgerColumns.map((column) => (
                <th key={column} scope="col" className={isNumber(column) ? 'n' : undefined}>
                  {nameOfColumn(column, screenVoice())}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.claimId} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

const isNumber = (column: string) => column === 'low' || column === 'high'

function Row({ row }: { row: LedgerRow }) {
  const t = words()
  const { day, said, where, figure, quote, letters, remarked, verdict, standing, href } = row
  const format = new Intl.NumberFormat(screenLocale(), { maximumFractionDigits: 6 })
  const value = (end: number | null = null) => end !== null && format.format(end)
  const date = (stated: string | null = null) => stated && statedDate(stated)
  const own = (text = '') => text && <bdi>{text}</bdi>
  return (
    <tr className={standing === 'retracted' ? 'retracted' : undefined}>
      <Cell column="when">{date(day)}</Cell>
      <th scope="row">
        <Link href={href} prefetch={false}>
          <bdi>{said || where}</bdi>
        </Link>
      </th>
      <Cell column="where">{own(where)}</Cell>
      <Cell column="reported">
        <bdi>{figure ? figure.reported : `“${quote}”`}</bdi>
        {letters.map((letter) => (
          <a key={letter} className="flag" href={`#f-${letter}`} aria-label={t('dossier.flag', { letter })}>
            {letter}
          </a>
        ))}
        {remarked.map((letter) => (
          <a
            key={letter}
            className="flag"
            href={`#f-${letter}`}
            aria-label={t('dossier.remarkFlag', { letter })}
          >
            {letter}
          </a>
        ))}
        {notesOn(row, screenVoice()).map((note) => (
          <span key={note} className="meta dos-note">
            {note}
          </span>
        ))}
      </Cell>
      <Cell column="low">{value(figure?.low)}</Cell>
      <Cell column="high">{value(figure?.high)}</Cell>
      <Cell column="from">{date(figure?.from)}</Cell>
      <Cell column="to">{date(figure?.to)}</Cell>
      <Cell column="place">{own(figure?.place)}</Cell>
      <Cell column="scope">{own(figure?.scope)}</Cell>
      <Cell column="verdict">
        <span className={`verdict ${styleOf(verdict)}`}>
          {standing !== 'retracted' && <VerdictMark verdict={verdict} />}
          {verdictOf(row, screenVoice())}
        </span>
      </Cell>
    </tr>
  )
}

const styles: Partial<Record<LedgerColumn, string>> = {
  ...{ when: 'nowrap', reported: 'asp', low: 'n', high: 'n', verdict: 'vd' },
}

/** A cell under the name of its column, which phones show before it; there, what is not given is left out. */
function Cell({ column, children }: { column: LedgerColumn; children: React.ReactNode }) {
  const t = words()
  const name = nameOfColumn(column, screenVoice())
  if (children)
    return (
      <td className={styles[column]} data-label={name}>
        {children}
      </td>
    )
  return (
    <td className={`${styles[column] ?? ''} bare`}>
      <span className="ink-3">{t(isNumber(column) ? 'dossier.noneOf' : 'dossier.notGiven')}</span>
    </td>
  )
}
