'use client'
import { useId, useRef, useState } from 'react'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'

type Props = { onAdd: (words: string) => void; onCancel: () => void }

/** One line for a link or a title: a pasted link is a source at once, a title with Enter. */
export function NewSource({ onAdd, onCancel }: Props) {
  const t = words()
  const id = useId()
  const [typed, setTyped] = useState('')
  // Leaving it by a key takes the focus away too, and must not count twice.
  const isLeft = useRef(false)
  const leave = (how: () => void) => {
    if (isLeft.current) return
    isLeft.current = true
    how()
  }
  const keep = () => leave(() => (typed.trim() ? onAdd(typed) : onCancel()))
  return (
    <div className="new-source">
      <label className="vh" htmlFor={id}>
        {t('source.paste')}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('source.paste')}
        value={typed}
        // The person has just asked for this field.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (typed || !linkOf(pasted)) return
          event.preventDefault()
          leave(() => onAdd(pasted))
        }}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave(onCancel)
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
        }}
      />
    </div>
  )
}
