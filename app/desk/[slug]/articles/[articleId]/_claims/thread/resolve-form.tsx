'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import { words } from '@/server/words'

type Props = { onResolve: (reason: string) => void; onLeave: () => void }

/** Resolves a thread; where the answer is no, with the reason. */
export function ResolveForm({ onResolve, onLeave }: Props) {
  const t = words()
  const id = useId()
  const [reason, setReason] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') onResolve(reason.trim())
    else onLeave()
  }
  return (
    <div className="composer">
      <div className="grow">
        <label className="vh" htmlFor={id}>
          {t('thread.reason')}
        </label>
        <input
          id={id}
          className="input"
          placeholder={t('thread.reason')}
          maxLength={1000}
          value={reason}
          // The person has just asked for this field.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <button type="button" className="btn quiet" onClick={onLeave}>
        {t('thread.cancel')}
      </button>
      <button type="button" className="btn" onClick={() => onResolve(reason.trim())}>
        {t('thread.resolve')}
      </button>
    </div>
  )
}
