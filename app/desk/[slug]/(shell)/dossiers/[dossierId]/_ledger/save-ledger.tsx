'use client'
import { Download } from 'lucide-react'
import { giveFile } from '@/app/_device/give-file'
import { Icon } from '@/app/_ui/icon'
import { ledgerCsv } from '@/server/dossier/ledger/ledger-csv'
import { screenVoice } from '@/server/dossier/ledger/ledger-words'
import { slugOf } from '@/server/publication/publication'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'

type Props = { slug: string; dossierId: string; chart: string; group: string; name: string }

/** All figures of a group as CSV, asked for when they are wanted, and the chart as SVG as it stands on the screen. */
export function SaveLedger({ slug, dossierId, chart, group, name }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const csv = () =>
    act(async (client) => {
      const { groups } = await client.dossier.figures.query({ desk: slug, dossierId })
      const wanted = groups.filter(({ id }) => id === group)
      giveFile(`${slugOf(name)}.csv`, ledgerCsv(wanted, screenVoice()), 'text/csv')
    })
  const svg = () => {
    const drawn = document.getElementById(chart)
    if (drawn) giveFile(`${slugOf(name)}.svg`, standingAlone(drawn), 'image/svg+xml')
  }
  return (
    <div className="row dos-save">
      <button type="button" className="btn sm" disabled={isBusy} onClick={() => void csv()}>
        <Icon of={Download} size="sm" /> {t('dossier.exportTable')}
      </button>
      <button type="button" className="btn sm" onClick={svg}>
        <Icon of={Download} size="sm" /> {t('dossier.exportChart')}
      </button>
      {problem && (
        <p className="field-wrong" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** The chart with the colours it has here, so that it can leave the page. */
function standingAlone(drawn: Element): string {
  const copy = drawn.cloneNode(true)
  if (!(copy instanceof Element)) return ''
  const before = [...drawn.querySelectorAll('*')]
  const properties = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font', 'color', 'paint-order']
  for (const [place, element] of [...copy.querySelectorAll('*')].entries()) {
    const shown = before[place] && getComputedStyle(before[place])
    if (!shown) continue
    element.setAttribute(
      'style',
      properties.map((name) => `${name}:${shown.getPropertyValue(name)}`).join(';'),
    )
  }
  return new XMLSerializer().serializeToString(copy)
}
