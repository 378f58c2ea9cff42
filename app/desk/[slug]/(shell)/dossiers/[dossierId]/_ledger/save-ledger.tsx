'use client'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { giveFile } from '@/app/_device/give-file'
import { Icon } from '@/app/_ui/icon'
import { WholeLedger } from '@/server/dossier/ledger/chart/whole-ledger'
import { ledgerCsv } from '@/server/dossier/ledger/ledger-csv'
import { screenVoice } from '@/server/dossier/ledger/ledger-words'
import { slugOf } from '@/server/publication/publication'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'

type Props = { slug: string; dossierId: string; group: string; name: string }

/** All figures of a group as CSV and as a chart, asked for when they are wanted. */
export function SaveLedger({ slug, dossierId, group, name }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const give = (kind: 'csv' | 'svg') =>
    act(async (client) => {
      const { groups } = await client.dossier.figures.query({ desk: slug, dossierId })
      const wanted = groups.filter(({ id }) => id === group)
      const [voice, { origin }] = [screenVoice(), location]
      if (kind === 'csv') return giveFile(`${slugOf(name)}.csv`, ledgerCsv(wanted, voice, origin), 'text/csv')
      const picture = drawn(<WholeLedger groups={wanted} title={name} voice={voice} origin={origin} />)
      giveFile(`${slugOf(name)}.svg`, picture, 'image/svg+xml')
    })
  return (
    <div className="row dos-save">
      <button type="button" className="btn sm" disabled={isBusy} onClick={() => void give('csv')}>
        <Icon of={Download} size="sm" /> {t('dossier.exportTable')}
      </button>
      <button type="button" className="btn sm" disabled={isBusy} onClick={() => void give('svg')}>
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

/** A picture as text, as React draws it into an element that stands on no page. */
function drawn(picture: ReactNode): string {
  const sheet = document.createElement('div')
  const root = createRoot(sheet)
  flushSync(() => root.render(picture))
  const [svg] = sheet.children
  const text = svg ? new XMLSerializer().serializeToString(svg) : ''
  root.unmount()
  return text
}
