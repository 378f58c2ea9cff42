'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { say } from '@/server/refusal'
import { whyNotDecline } from '@/server/thread/thread'
import { words } from '@/server/words'

type Props = {
  threadId: string
  /** Resolves it; the promise is kept once it stands. */
  onResolve: (answer: { isDeclined: boolean; reason: string }) => Promise<void>
  onLeave: () => void
}

/** Resolves a thread, or answers no with the reason; Enter means the one that the words in the field mean. */
export function ResolveForm({ threadId, onResolve, onLeave }: Props) {
  const t = words()
  const id = useId()
  const [reason, write] = useDraft(`resolve:${threadId}`)
  const [problem, setProblem] = useState<string | null>(null)
  const answer = async (isDeclined: boolean) => {
    const refusal = whyNotDecline({ isResolved: true, isDeclined, reason })
    setProblem(refusal && say(refusal))
    if (refusal) return document.getElementById(id)?.focus()
    try {
      await onResolve({ isDeclined, reason: reason.trim() })
      write('')
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') void answer(reason.trim() !== '')
    else onLeave()
  }
  return (
    <div className="composer resolve">
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
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => {
            write(event.target.value)
            setProblem(null)
          }}
          onKeyDown={onKeyDown}
        />
        {problem && (
          <p className="field-wrong" id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
      </div>
      <button type="button" className="btn quiet" onClick={onLeave}>
        {t('thread.cancel')}
      </button>
      <button type="button" className="btn" onClick={() => void answer(true)}>
        {t('thread.decline')}
      </button>
      <button type="button" className="btn" onClick={() => void answer(false)}>
        {t('thread.resolve')}
      </button>
    </div>
  )
}
