import { ChartKey } from '../../../dossier/ledger/chart/chart-key'
import { LedgerChart } from '../../../dossier/ledger/chart/ledger-chart'
import { type LedgerGroup, partOf } from '../../../dossier/ledger/ledger'
import { nameOfGroup } from '../../../dossier/ledger/ledger-words'
import { dossierCsvPath } from '../../../dossier/published/frozen-dossier'
import { Differences } from './differences'
import { Disagreement } from './disagreement'
import type { DossierProps } from './dossier-page'
import { flagId, LedgerTable } from './ledger-table'
import { NotCompared } from './not-compared'
import { Remarks } from './remarks'
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
          <ChartKey group={group} voice={voice} />
        </section>
      )}
      <LedgerTable group={group} rows={rows} place={place} edition={edition} />
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
      <Remarks remarks={group.remarks} place={place} edition={edition} />
      <Differences group={group} content={dossier.content} edition={edition} />
      <NotCompared group={group} groups={dossier.groups} edition={edition} />
    </section>
  )
}
