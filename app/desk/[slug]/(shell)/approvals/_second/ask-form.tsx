'use client'
import { type FormEvent, useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'

type Props = {
  candidates: { id: string; name: string; whyNot: Refusal | null }[]
  isBusy: boolean
  onAsk: (id: string, of: string) => void
}

/** Asks somebody who can judge the claim blind; of the others it says why they cannot. */
export function AskForm({ candidates, isBusy, onAsk }: Props) {
  const t = words()
  const field = useId()
  // Sent again after a lost answer it is the same; of somebody else it is another.
  const [asking, setAsking] = useState({ id: newId(), of: '' })
  const able = candidates.filter(({ whyNot }) => whyNot === null)
  const unable = candidates.flatMap(({ id, whyNot }) => (whyNot ? [{ id, sentence: say(whyNot) }] : []))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (asking.of && !isBusy) onAsk(asking.id, asking.of)
  }
  return (
    <form className="own-verdict-form" onSubmit={send}>
      {able.length === 0 ? (
        <p className="meta">{t('secondVerdict.nobody')}</p>
      ) : (
        <>
          <label className="label" htmlFor={field}>
            {t('secondVerdict.ask')}
          </label>
          <div className="acts">
            <select
              id={field}
              className="select"
              value={asking.of}
              aria-describedby={`${field}-hint`}
              onChange={({ target }) => setAsking({ id: newId(), of: target.value })}
            >
              <option value="">{t('secondVerdict.pick')}</option>
              {able.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            <button type="submit" className="btn sm" aria-disabled={isBusy || !asking.of || undefined}>
              {t('secondVerdict.send')}
            </button>
          </div>
          <p className="meta" id={`${field}-hint`}>
            {t('secondVerdict.askHint')}
          </p>
        </>
      )}
      {unable.length > 0 && (
        <details>
          <summary>{t('secondVerdict.whoCannot', { count: unable.length })}</summary>
          <ul className="plain">
            {unable.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </form>
  )
}
