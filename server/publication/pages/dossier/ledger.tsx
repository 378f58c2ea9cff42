import { styleOf } from '../../../claim/verdict'
import { LedgerChart } from '../../../dossier/ledger/chart/ledger-chart'
import { type LedgerGroup, type LedgerRow, partOf } from '../../../dossier/ledger/ledger'
import { nameOfGroup, verdictOf } from '../../../dossier/ledger/ledger-words'
import { dossierCsvPath } from '../../../dossier/published/frozen-dossier'
import { type Edition, statedDay } from '../edition'
import { Disagreement } from './disagreement'
import type { DossierProps } from './dossier-page'
import { voiceOf } from './voice'

type Props = DossierProps & { group: LedgerGroup; place: number }

/** The figures of a group as a chart, as a table, and why they differ. */
export function Ledger({ group, place, dossier, edition }: Props) {
  const { say } = edition
  const voice = voiceOf(edition)
  const name = nameOfGroup(group, voice)
  const id = `ledger-${place}`
  const { rows, parts } = partOf(group)
  return (
    <section className="dos-group" aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>
        {name} <span>{say('dossier.who')}</span>
      </h2>
      {group.rows.some(({ figure }) => figure) && (
        <section
          className="fig-scroll"
          aria-label={say('dossier.chartScroll', { name })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the window, keys scroll it
          tabIndex={0}
        >
          <LedgerChart group={group} rows={rows} voice={voice} id={id} />
        </section>
      )}
      <Table group={group} rows={rows} place={place} edition={edition} />
      {parts > 1 && (
        <p className="meta">
          {say('publicDossier.firstOf', { shown: rows.length, count: group.rows.length })}{' '}
          <a href={dossierCsvPath(dossier.number)}>{say('publicDossier.csv')}</a>
        </p>
      )}
      {group.cards.map((card) => (
        <Disagreement
          key={card.letter}
          card={card}
          id={flagId(place, card.letter)}
          content={dossier.content}
          edition={edition}
        />
      ))}
    </section>
  )
}

export const flagId = (place: number, letter: string) => `g${place}-${letter}`

const columns = ['when', 'said', 'where', 'reported', 'low', 'high', 'from', 'scope', 'verdict'] as const

type TableProps = { group: LedgerGroup; rows: LedgerRow[]; place: number; edition: Edition }

function Table({ group, rows, place, edition }: TableProps) {
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
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={column === 'low' || column === 'high' ? 'n' : undefined}
              >
                {say(`dossier.column.${column}`)}
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

function Row({ row, place, edition }: { row: LedgerRow; place: number; edition: Edition }) {
  const { say, desk } = edition
  const { day, said, where, figure, quote, letters, verdict, standing, href } = row
  const format = new Intl.NumberFormat(desk.language, { maximumFractionDigits: 6 })
  const value = (end: number | null | undefined) =>
    end === null || end === undefined ? say('dossier.noneOf') : format.format(end)
  const given = (text: string | null | undefined) => text || say('dossier.notGiven')
  return (
    <tr className={standing === 'retracted' ? 'retracted' : undefined}>
      <td>{day ? statedDay(day, edition) : given(null)}</td>
      <th scope="row">
        <a href={href}>
          <bdi>{said || where}</bdi>
        </a>
      </th>
      <td>
        <bdi>{where}</bdi>
      </td>
      <td>
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
      </td>
      <td className="n">{value(figure?.low)}</td>
      <td className="n">{value(figure?.high)}</td>
      <td>{figure?.from ? statedDay(figure.from, edition) : given(null)}</td>
      <td>
        <bdi>{given(figure?.scope)}</bdi>
      </td>
      <td className={`verdict-cell ${styleOf(verdict)}`}>{verdictOf(row, voiceOf(edition))}</td>
    </tr>
  )
}
