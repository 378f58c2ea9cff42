'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { optionalVerdicts, verdicts } from '@/db/vocabulary'
import { houseEntry, type Scale, type ScaleEntry, scaleShape } from '@/server/claim/scale'
import { words } from '@/server/words'
import { SettingSection } from '../setting-section'
import { VerdictRow } from './verdict-row'

type Props = { slug: string; kept: { number: number; entries: Scale }; mayChange: boolean }
export type Row = ScaleEntry & { isUsed: boolean }

/** What the desk calls its verdicts, what they mean, and their order. */
export function VerdictsSection({ slug, kept: { number, entries }, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().scale.change.mutationOptions())
  const [rows, setRows] = useState(() => rowsOf(entries))
  const [moved, setMoved] = useState('')

  async function save(_: FormData, was: number) {
    const used = rows.filter(({ isUsed }) => isUsed).map(({ isUsed: _, ...entry }) => entry)
    const to = scaleShape.safeParse(used)
    if (!to.success) return { problems: [{ field: null, sentence: t('settings.verdicts.wordsMissing') }] }
    return { kept: await change.mutateAsync({ desk: slug, was, to: to.data }) }
  }
  const set = (place: number, part: Partial<Row>) => setRows(rows.with(place, { ...at(place), ...part }))
  const at = (place: number): Row => {
    const row = rows[place]
    if (!row) throw new Error(`there is no row ${place}`)
    return row
  }
  function move(place: number, by: -1 | 1) {
    const other = place + by
    if (!rows[other]) return
    setRows(rows.with(place, at(other)).with(other, at(place)))
    setMoved(t('settings.verdicts.moved', { verdict: at(place).label, place: other + 1 }))
  }

  return (
    <SettingSection
      id="verdicts"
      title={t('settings.verdicts.title')}
      lead={t('settings.verdicts.lead')}
      facts={entries.map(({ label, meaning }) => ({ label, value: meaning }))}
      kept={number}
      onTake={() => setRows(rowsOf(entries))}
      {...{ mayChange, save }}
    >
      {() => (
        <>
          <ol className="scale-rows">
            {rows.map((row, place) => (
              <VerdictRow
                key={row.verdict}
                row={row}
                isOptional={optionalVerdicts.some((verdict) => verdict === row.verdict)}
                isFirst={place === 0}
                isLast={place === rows.length - 1}
                onChange={(part) => set(place, part)}
                onMove={(by) => move(place, by)}
              />
            ))}
          </ol>
          <p className="vh" role="status">
            {moved}
          </p>
        </>
      )}
    </SettingSection>
  )
}

/** The desk's verdicts in its order; then those it could take up, as the house words them. */
function rowsOf(entries: Scale): Row[] {
  const unused = verdicts.filter((verdict) => !entries.some((entry) => entry.verdict === verdict))
  return [
    ...entries.map((entry) => ({ ...entry, isUsed: true })),
    ...unused.map((verdict) => ({ ...houseEntry(verdict), isUsed: false })),
  ]
}
