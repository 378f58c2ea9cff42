import Link from 'next/link'
import { VerdictMark } from '@/app/_ui/verdict'
import { styleOf } from '@/server/claim/verdict'
import { statedDate } from '@/server/date/stated-date'
import type { LedgerGroup, LedgerRow } from '@/server/dossier/ledger/ledger'
import { nameOfGroup, screenVoice, verdictOf } from '@/server/dossier/ledger/ledger-words'
import { screenLocale, words } from '@/server/words'

const columns = ['when', 'said', 'where', 'reported', 'low', 'high', 'from', 'scope', 'verdict'] as const

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
              {columns.map((column) => (
                <th key={column} scope="col" className={isNumber(column) ? 'n' : undefined}>
                  {t(`dossier.column.${column}`)}
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
  const { day, said, where, figure, quote, letters, verdict, standing, href } = row
  const format = new Intl.NumberFormat(screenLocale(), { maximumFractionDigits: 6 })
  const value = (end: number | null | undefined) =>
    end === null || end === undefined ? <None of={t('dossier.noneOf')} /> : format.format(end)
  return (
    <tr className={standing === 'retracted' ? 'retracted' : undefined}>
      <td className="nowrap">{day ? statedDate(day) : <None of={t('dossier.notGiven')} />}</td>
      <th scope="row">
        <Link href={href} prefetch={false}>
          <bdi>{said || where}</bdi>
        </Link>
      </th>
      <td>
        <bdi>{where}</bdi>
      </td>
      <td className="asp">
        <bdi>{figure ? figure.reported : `“${quote}”`}</bdi>
        {letters.map((letter) => (
          <a key={letter} className="flag" href={`#f-${letter}`} aria-label={t('dossier.flag', { letter })}>
            {letter}
          </a>
        ))}
      </td>
      <td className="n">{value(figure?.low)}</td>
      <td className="n">{value(figure?.high)}</td>
      <td>{figure?.from ? statedDate(figure.from) : <None of={t('dossier.notGiven')} />}</td>
      <td>{figure?.scope ? <bdi>{figure.scope}</bdi> : <None of={t('dossier.notGiven')} />}</td>
      <td className="vd">
        <span className={`verdict ${styleOf(verdict)}`}>
          {standing !== 'retracted' && <VerdictMark verdict={verdict} />}
          {verdictOf(row, screenVoice())}
        </span>
      </td>
    </tr>
  )
}

const None = ({ of }: { of: string }) => <span className="ink-3">{of}</span>
