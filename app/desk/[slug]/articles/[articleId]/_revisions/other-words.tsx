'use client'
import { useId, useState } from 'react'
import { codePointsBefore, lengthOf, type Span } from '@/server/claim/quote'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'

/** Other words of the text on the page, written out; they can be chosen where they stand in it once. */
export function OtherWords({ onChoose }: { onChoose: (span: Span) => void }) {
  const t = words()
  const id = useId()
  const { revision } = useRoom()
  const [typed, type] = useState('')
  const wanted = typed.trim()
  const at = wanted === '' ? -1 : revision.text.indexOf(wanted)
  const isOnce = at >= 0 && revision.text.indexOf(wanted, at + 1) < 0
  const choose = () => {
    const start = codePointsBefore(revision.text, at)
    onChoose({ start, end: start + lengthOf(wanted) })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('revision.elsewhere')}</label>
      <p className="hint" id={`${id}-hint`}>
        {t('revision.elsewhereHint')}
      </p>
      <textarea
        id={id}
        className="textarea"
        rows={2}
        dir="auto"
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      {wanted !== '' && !isOnce && (
        <p className="missing" role="status">
          {t(at < 0 ? 'revision.elsewhereMissing' : 'revision.elsewhereSeveral')}
        </p>
      )}
      {isOnce && (
        <button type="button" className="btn sm" onClick={choose}>
          {t('revision.isThere')}
        </button>
      )}
    </div>
  )
}
