'use client'
import { useId, useMemo } from 'react'
import type { Claim } from '@/server/claim/claim'
import type { Figure } from '@/server/claim/figure/figure'
import { figureLine } from '@/server/claim/figure/figure-line'
import { mergedFigures } from '@/server/room/doc/entries/merged-figures'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = { claim: Claim; onConfirm: (figure: Figure) => void }

/** What was confirmed in claims that were merged into this one, to be taken instead of its own figure; nothing where nothing else was. */
export function MergedFigures({ claim, onConfirm }: Props) {
  const t = words()
  const id = useId()
  const { doc } = useRoom()
  const figures = useMemo(() => mergedFigures(doc, claim), [doc, claim])
  if (figures.length === 0) return null
  return (
    <section className="dt-figure" aria-labelledby={id}>
      <p className="cell-label" id={id}>
        {t('figure.merged')}
      </p>
      <ul>
        {figures.map((figure) => (
          <li key={figureLine(figure)} className="spread">
            <span className="ink-2" dir="auto">
              {figureLine(figure)}
            </span>
            <button
              type="button"
              className="btn xs"
              aria-label={t('figure.confirmOf', { figure: figureLine(figure) })}
              onClick={() => onConfirm(figure)}
            >
              {t('figure.confirm')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
