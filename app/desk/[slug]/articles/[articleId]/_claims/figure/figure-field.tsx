'use client'
import { Pencil, Plus, X } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import type { Claim } from '@/server/claim/claim'
import { type Figure, noFigure } from '@/server/claim/figure/figure'
import { figureLine } from '@/server/claim/figure/figure-line'
import { readFigures } from '@/server/claim/figure/figures-in'
import { confirmFigure, setFigure, takeBackFigure } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { sayUndoable } from '../undo-toast'
import { FigureForm } from './figure-form'
import { MergedFigures } from './merged-figures'

/** The number a claim says: what was read in its quote until somebody confirms it, then what they confirmed. */
export function FigureField({ claim }: { claim: Claim }) {
  const { doc, origin, mayEdit } = useRoom()
  const quote = claim.selectors.quote.exact
  const read = useMemo(() => readFigures(quote), [quote])
  const [isOpen, setIsOpen] = useState(false)
  const confirm = (figure: Figure) => {
    confirmFigure(doc, claim, figure, origin)
    sayUndoable(words()('figure.confirmed'), () => takeBackFigure(doc, claim, origin))
  }
  const correct = (figure: Figure) => {
    confirmFigure(doc, claim, figure, origin)
    setIsOpen(true)
  }
  const [first] = read
  useKeys({ y: mayEdit && !claim.figure && first ? () => confirm(first) : undefined })
  if (claim.figure && isOpen && mayEdit)
    return <FigureForm claimId={claim.id} figure={claim.figure} onClose={() => setIsOpen(false)} />
  const isAsked = claim.kind === 'number' || claim.damaged.includes('figure')
  return (
    <>
      {claim.figure && <Confirmed claim={claim} figure={claim.figure} onEdit={() => setIsOpen(true)} />}
      {!claim.figure && mayEdit && read.length > 0 && (
        <ReadInQuote figures={read} onConfirm={confirm} onCorrect={correct} />
      )}
      {!claim.figure && mayEdit && read.length === 0 && isAsked && (
        <NoneRead onAdd={() => correct(noFigure)} />
      )}
      {mayEdit && <MergedFigures claim={claim} onConfirm={confirm} />}
    </>
  )
}

/** As readers and colleagues are told it; a value that is exact says so here. */
const lineOf = (figure: Figure) =>
  figure.exactness === 'exactly' ? `${figureLine(figure)} · ${words()('figure.exactly')}` : figureLine(figure)

type ConfirmedProps = { claim: Claim; figure: Figure; onEdit: () => void }

function Confirmed({ claim, figure, onEdit }: ConfirmedProps) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  const remove = () => {
    setFigure(doc, claim.id, null, origin)
    sayUndoable(t('figure.removed'), () => setFigure(doc, claim.id, figure, origin))
  }
  const isThere = claim.selectors.quote.exact.includes(figure.reported)
  return (
    <div className="dt-figure">
      <p className="cell-label">{t('figure.title')}</p>
      <p className="spread">
        <span dir="auto">{lineOf(figure)}</span>
        {mayEdit && (
          <span className="acts">
            <button
              type="button"
              className="btn quiet icon-only xs"
              id={`figure-${claim.id}`}
              aria-label={t('figure.edit')}
              onClick={onEdit}
            >
              <Icon of={Pencil} size="sm" />
            </button>
            <button
              type="button"
              className="btn quiet icon-only xs"
              aria-label={t('figure.remove')}
              onClick={remove}
            >
              <Icon of={X} size="sm" />
            </button>
          </span>
        )}
      </p>
      {!isThere && <p className="missing">{t('figure.moved', { words: figure.reported })}</p>}
    </div>
  )
}

type ReadProps = {
  figures: Figure[]
  onConfirm: (figure: Figure) => void
  onCorrect: (figure: Figure) => void
}

/** What the quote's words say, one line for each number, until somebody confirms one of them. */
function ReadInQuote({ figures, onConfirm, onCorrect }: ReadProps) {
  const t = words()
  const id = useId()
  return (
    <section className="dt-figure" aria-labelledby={id}>
      <p className="cell-label" id={id}>
        {t('figure.title')} <span className="meta">{t('figure.read')}</span>
      </p>
      <ul>
        {figures.map((figure, index) => (
          <li key={figure.at.start} className="spread">
            <span className="ink-2" dir="auto">
              {lineOf(figure)}
            </span>
            <span className="acts">
              <button
                type="button"
                className="btn xs"
                aria-label={t('figure.confirmOf', { figure: lineOf(figure) })}
                onClick={() => onConfirm(figure)}
              >
                {t('figure.confirm')} {index === 0 && <kbd>Y</kbd>}
              </button>
              <button
                type="button"
                className="btn quiet icon-only xs"
                aria-label={t('figure.correctOf', { figure: lineOf(figure) })}
                onClick={() => onCorrect(figure)}
              >
                <Icon of={Pencil} size="sm" />
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoneRead({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="dt-figure">
      <button type="button" className="btn quiet xs" onClick={onAdd}>
        <Icon of={Plus} size="sm" /> {words()('figure.add')}
      </button>
    </div>
  )
}
