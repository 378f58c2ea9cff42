'use client'
import { Trash2 } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { foldTo } from '@/app/_form/fold'
import { Icon } from '@/app/_ui/icon'
import { Stance as StanceSign } from '@/app/_ui/stance'
import { type Stance, sourceKinds, stances } from '@/db/vocabulary'
import { say } from '@/server/refusal'
import { setSourceDeleted, setSourceField } from '@/server/room/doc/source-values'
import { type Source, whyUnfinished } from '@/server/source/source'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { detailPane } from '../detail/detail-pane'
import { ChoiceField } from '../fields/field'
import { sayUndoable } from '../undo-toast'

type Props = { source: Source; number: number; onClose: () => void }

/** A source open for writing: everything is kept as it is typed, Done and Escape only fold it up. */
export function SourceFrame({ source, number, onClose, children }: Props & { children: ReactNode }) {
  const t = words()
  const { doc, origin } = useRoom()
  const close = () => foldTo(`edit-${source.id}`, onClose)
  const remove = () => {
    setSourceDeleted(doc, source.id, new Date().toISOString(), origin)
    sayUndoable(t('source.removed', { number }), () => setSourceDeleted(doc, source.id, null, origin))
    onClose()
    detailPane()?.focus({ preventScroll: true })
  }
  const reason = whyUnfinished(source, number)
  return (
    <li className="source is-open">
      <span className="ref">{number}</span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape folds up whatever part has the focus */}
      <div
        className="source-form"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        {children}
        {reason && <p className="missing wide">{say(reason)}</p>}
        <p className="wide spread">
          <button type="button" className="btn sm" onClick={close}>
            {t('source.done')}
          </button>
          <button type="button" className="btn quiet sm" onClick={remove}>
            <Icon of={Trash2} size="sm" /> {t('source.remove')}
          </button>
        </p>
      </div>
    </li>
  )
}

/** What every source says of itself: of what kind it is, and what it does for the claim. */
export function KindFields({ source }: { source: Source }) {
  const t = words()
  const { doc, origin } = useRoom()
  return (
    <>
      <ChoiceField
        label={t('source.kind')}
        unset={t('source.kindUnset')}
        value={source.kind}
        choices={sourceKinds}
        nameOf={(kind) => t(`sourceKind.${kind}`)}
        onWrite={(kind) => setSourceField(doc, source.id, 'kind', kind, origin)}
      />
      <StanceField
        value={source.stance}
        onWrite={(stance) => setSourceField(doc, source.id, 'stance', stance, origin)}
      />
    </>
  )
}

function StanceField({ value, onWrite }: { value: Stance | null; onWrite: (stance: Stance) => void }) {
  const name = useId()
  return (
    <fieldset className="cell wide">
      <legend>{words()('source.stance')}</legend>
      <div className="stances">
        {stances.map((stance) => (
          <label key={stance}>
            <input type="radio" name={name} checked={value === stance} onChange={() => onWrite(stance)} />
            <StanceSign stance={stance} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
