'use client'
import { lazy, Suspense, useId, useState } from 'react'
import { type Suggestable, suggestable } from '@/db/vocabulary'
import { rationaleIn } from '@/server/suggestion/suggestion'
import { words } from '@/server/words'
import { type Suggesting, useSuggest } from './use-suggest'

const SuggestRationale = lazy(async () => ({
  default: (await import('./suggest-rationale')).SuggestRationale,
}))

/** Writes another wording of one of a claim's texts, beginning with how it reads now; Ctrl+Enter sends it. */
export function SuggestForm(suggesting: Suggesting) {
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
      <Wording key={field} field={field} {...suggesting} />
    </div>
  )
}

function Wording({ field, ...suggesting }: Suggesting & { field: Suggestable }) {
  const t = words()
  const id = useId()
  const { claim, onLeave } = suggesting
  const { after, write, reason, writeReason, problem, isSending, send, onKeyDown } = useSuggest({
    ...suggesting,
    field,
  })
  return (
    <>
      <div className="cell">
        {field === 'rationale' ? (
          <Suspense fallback={<p className="meta">{t('suggestion.opening')}</p>}>
            <SuggestRationale
              claim={claim}
              rationale={rationaleIn(after)}
              onWrite={write}
              onKeyDown={onKeyDown}
            />
          </Suspense>
        ) : (
          <>
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
              onChange={(event) => write(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </>
        )}
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
          onChange={(event) => writeReason(event.target.value)}
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
