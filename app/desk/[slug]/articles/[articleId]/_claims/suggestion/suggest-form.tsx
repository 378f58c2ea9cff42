'use client'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { sentenceOf } from '@/app/_api/refusal-of'
import { type Suggestable, suggestable } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import { type Suggestion, whyNotSuggest } from '@/server/suggestion/suggestion'
import { words } from '@/server/words'
import { useDraft } from '../thread/composer/use-draft'
import { textOfField } from './use-suggestions'

type Props = {
  claim: Claim
  onSuggest: (suggested: Pick<Suggestion, 'id' | 'field' | 'before' | 'after' | 'reason'>) => Promise<unknown>
  onLeave: () => void
}

/** Writes another wording of one of a claim's texts, beginning with how it reads now; Ctrl+Enter sends it. */
export function SuggestForm({ claim, onSuggest, onLeave }: Props) {
  const t = words()
  const id = useId()
  const [field, setField] = useState<Suggestable>('statement')
  return (
    <div className="suggest-form">
      <div className="cell">
        <label htmlFor={`${id}-field`}>{t('suggestion.which')}</label>
        <select
          id={`${id}-field`}
          className="quiet-field"
          value={field}
          // The choices are those of the vocabulary.
          onChange={(event) => setField(event.target.value as Suggestable)}
        >
          {suggestable.map((name) => (
            <option key={name} value={name}>
              {t(`suggestion.text.${name}`)}
            </option>
          ))}
        </select>
      </div>
      <Wording key={field} field={field} claim={claim} onSuggest={onSuggest} onLeave={onLeave} />
    </div>
  )
}

function Wording({ field, claim, onSuggest, onLeave }: Props & { field: Suggestable }) {
  const t = words()
  const id = useId()
  const before = useRef(textOfField(claim, field))
  const [after, write] = useDraft(`suggest:${claim.id}:${field}`, before.current)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const last = useRef({ words: '', id: '' })
  const send = async () => {
    const suggested = { field, before: before.current, after: after.trim(), reason: reason.trim() }
    const refusal = whyNotSuggest(suggested)
    if (isSending || refusal) return setProblem(refusal && say(refusal))
    const said = `${suggested.after}\n${suggested.reason}`
    if (last.current.words !== said) last.current = { words: said, id: uuid() }
    setIsSending(true)
    try {
      await onSuggest({ ...suggested, id: last.current.id })
      write(before.current)
      onLeave()
    } catch (error) {
      setProblem(sentenceOf(error))
      setIsSending(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (!isSend && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isSend) void send()
    else onLeave()
  }
  return (
    <>
      <div className="cell">
        <label htmlFor={`${id}-after`}>{t('suggestion.after')}</label>
        <textarea
          id={`${id}-after`}
          className="quiet-field"
          value={after}
          readOnly={isSending}
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
      <div className="cell">
        <label htmlFor={`${id}-reason`}>{t('suggestion.reason')}</label>
        <input
          id={`${id}-reason`}
          className="quiet-field"
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className="acts">
        <button type="button" className="btn xs" title="Ctrl Enter" onClick={() => void send()}>
          {t('suggestion.send')}
        </button>
        <button type="button" className="btn quiet xs" onClick={onLeave}>
          {t('thread.cancel')}
        </button>
      </p>
    </>
  )
}
