'use client'
import { Trash2 } from 'lucide-react'
import { foldTo } from '@/app/_form/fold'
import { Icon } from '@/app/_ui/icon'
import { exactnesses } from '@/db/vocabulary/figure'
import {
  type Figure,
  longestFigureText,
  whyNotFigure,
  withExactness,
  withLow,
} from '@/server/claim/figure/figure'
import { typedNumber } from '@/server/claim/figure/typed-number'
import { say } from '@/server/refusal'
import { setFigure } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { ChoiceField, ValueField } from '../fields/field'
import { typing } from '../fields/typing'
import { sayUndoable } from '../undo-toast'
import { WorkedOutFields } from './worked-out-fields'

type Props = { claimId: string; figure: Figure; onClose: () => void }

/** Every part of a figure open for writing: kept as it is typed, Done and Escape only fold it up. */
export function FigureForm({ claimId, figure, onClose }: Props) {
  const t = words()
  const { doc, origin } = useRoom()
  const write = (changed: Figure) => setFigure(doc, claimId, changed, typing)
  const close = () => foldTo(`figure-${claimId}`, onClose)
  const refusal = whyNotFigure(figure)
  const remove = () => {
    setFigure(doc, claimId, null, origin)
    onClose()
    sayUndoable(t('figure.removed'), () => setFigure(doc, claimId, figure, origin))
  }
  return (
    <fieldset
      className="source-form dt-figure"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <legend className="label">{t('figure.title')}</legend>
      <ChoiceField
        label={t('figure.field.exactness')}
        unset={t('figure.exactly')}
        value={figure.exactness === 'exactly' ? null : figure.exactness}
        choices={exactnesses.filter((exactness) => exactness !== 'exactly')}
        nameOf={(exactness) => t(`figure.exactness.${exactness}`, { amount: '' }).trim()}
        onWrite={(exactness) =>
          setFigure(doc, claimId, withExactness(figure, exactness ?? 'exactly'), origin)
        }
      />
      <Text part="unit" {...{ figure, write }} />
      <End part="low" {...{ figure, write }} />
      <End part="high" {...{ figure, write }} />
      <Text part="counted" {...{ figure, write }} />
      <Text part="per" {...{ figure, write }} />
      <Text part="scope" {...{ figure, write }} />
      <Text part="place" {...{ figure, write }} />
      <Day part="from" {...{ figure, write }} />
      <Day part="to" {...{ figure, write }} />
      <Text part="saidBy" wide {...{ figure, write }} />
      <WorkedOutFields {...{ claimId, figure, write }} />
      {refusal && <p className="missing wide">{say(refusal)}</p>}
      <p className="wide spread">
        <button type="button" className="btn sm" onClick={close}>
          {t('source.done')}
        </button>
        <button type="button" className="btn quiet sm" onClick={remove}>
          <Icon of={Trash2} size="sm" /> {t('figure.remove')}
        </button>
      </p>
    </fieldset>
  )
}

type FieldProps<Part> = { part: Part; figure: Figure; write: (figure: Figure) => void; wide?: boolean }

function Text(props: FieldProps<'unit' | 'counted' | 'per' | 'scope' | 'place' | 'saidBy'>) {
  const { part, figure, write, wide } = props
  const cut = (text: string) => Array.from(text).slice(0, longestFigureText).join('')
  return (
    <ValueField
      wide={wide}
      label={words()(`figure.field.${part}`)}
      value={figure[part]}
      onWrite={(text) => write({ ...figure, [part]: cut(text) })}
    />
  )
}

/** A number as people type it; what is none yet changes nothing. */
function End({ part, figure, write }: FieldProps<'low' | 'high'>) {
  const onWrite = (text: string) => {
    const value = typedNumber(text)
    if (value === undefined) return
    write(part === 'low' ? withLow(figure, value) : { ...figure, high: value })
  }
  return (
    <ValueField
      label={words()(`figure.field.${part}`)}
      value={figure[part] === null ? '' : String(figure[part])}
      onWrite={onWrite}
    />
  )
}

function Day({ part, figure, write }: FieldProps<'from' | 'to'>) {
  const t = words()
  return (
    <ValueField
      label={t(`figure.field.${part}`)}
      hint={t('source.dateHint')}
      value={figure[part] ?? ''}
      onWrite={(text) => write({ ...figure, [part]: text.trim().slice(0, 10) || null })}
    />
  )
}
