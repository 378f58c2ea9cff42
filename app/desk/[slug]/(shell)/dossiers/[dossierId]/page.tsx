import type { Metadata } from 'next'
import { answerFor, api } from '@/app/_api/server'
import { ChartKey } from '@/server/dossier/ledger/chart/chart-key'
import { LedgerChart } from '@/server/dossier/ledger/chart/ledger-chart'
import { partOf } from '@/server/dossier/ledger/ledger'
import { nameOfGroup, screenVoice } from '@/server/dossier/ledger/ledger-words'
import type { ExplainedGroup } from '@/server/dossier/ledger/read-figures'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { Unplaced } from './_explanation/unplaced'
import { readAhead } from './_head/read-ahead'
import { Disagreements } from './_ledger/disagreements/disagreements'
import { GroupFilter } from './_ledger/group-filter'
import { LedgerTable } from './_ledger/ledger-table'
import { Parts } from './_ledger/parts'
import { SaveLedger } from './_ledger/save-ledger'

type Props = {
  params: Promise<{ slug: string; dossierId: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export const generateMetadata = (): Metadata => ({ title: words()('dossier.tab.figures') })

/** The ledger: who reported which figure and when, group by group, and which of them cannot both hold. */
export default async function LedgerPage({ params, searchParams }: Props) {
  const t = words()
  const [{ slug, dossierId }, asked] = [await params, await searchParams]
  const here = `/desk/${slug}/dossiers/${dossierId}`
  const newsroom = await api()
  const { member } = await answerFor(here, newsroom.member.desk({ desk: slug }))
  const { groups, unplaced } = await answerFor(here, newsroom.dossier.figures({ desk: slug, dossierId }))
  const ahead = await readAhead(slug, dossierId)
  const shown =
    groups.find(({ id }) => id === asked.counted) ?? groups.find(hasCardOf(asked.explanation)) ?? groups[0]
  const rights = {
    mayExplain: may(member, 'gather dossiers'),
    mayApprove: may(member, 'approve explanations'),
  }
  const place = { slug, dossierId, member, ahead, ...rights }
  if (!shown)
    return (
      <>
        <None />
        <Unplaced explanations={unplaced} {...place} />
      </>
    )
  const voice = screenVoice()
  const name = nameOfGroup(shown, voice)
  const part = partOf(shown, Number(asked.part))
  return (
    <div className="dos-cols">
      <section className="dos-chart" aria-labelledby="fig-h">
        <div className="fig-head">
          <h2 id="fig-h">
            {name} <span>{t('dossier.who')}</span>
          </h2>
          <GroupFilter here={here} groups={groups} shown={shown.id} />
        </div>
        <div className="sheet fig-sheet">
          <section
            className="fig-scroll"
            aria-label={t('dossier.chartScroll', { name })}
            // Where it is wider than the window, keys scroll it.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
          >
            <LedgerChart group={shown} rows={part.rows} voice={voice} id="ledger" />
          </section>
          <ChartKey group={shown} voice={voice} />
        </div>
        <Parts here={`${here}?counted=${encodeURIComponent(shown.id)}`} count={shown.rows.length} {...part} />
        <SaveLedger {...{ slug, dossierId, name }} group={shown.id} />
      </section>
      <Disagreements key={shown.id} {...place} group={shown} groups={groups} unplaced={unplaced} />
      <LedgerTable group={shown} rows={part.rows} />
    </div>
  )
}

/** The group on one of whose cards an explanation stands, as a notice of it leads there. */
const hasCardOf =
  (explanation: string | string[] | undefined) =>
  ({ cards, differences }: ExplainedGroup) =>
    [...cards, ...differences].some(({ said }) => said.some(({ id }) => id === explanation))

function None() {
  const t = words()
  return (
    <div className="empty sheet">
      <p className="big">{t('dossier.noFigures')}</p>
      <p>{t('dossier.noFiguresHint')}</p>
    </div>
  )
}
