'use client'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { useScale } from '@/app/_verdict/scale'
import type { Verdict } from '@/db/vocabulary'
import { houseScale } from '@/server/claim/scale'
import { type OwnVerdict, whyNotSignVerdict } from '@/server/own-verdict/own-verdict'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import type { Signed } from './use-own-verdicts'

type Props = {
  claimId: string
  /** What this member signed last. */
  before: Pick<OwnVerdict, 'verdict' | 'mayBePublished'> | null
  onSign: (signed: Signed) => Promise<unknown>
  onLeave: () => void
}

/** Signs an own verdict of the desk's scale with its reason; Ctrl+Enter sends it, and until then the reason is kept. */
export function SignForm({ claimId, before, onSign, onLeave }: Props) {
  const t = words()
  const field = useId()
  const scale = useScale() ?? houseScale()
  const onScale = (wanted: string | undefined) =>
    scale.find(({ verdict }) => verdict === wanted)?.verdict ?? null
  // Sent again after a lost answer it is the same; with other words it is another.
  const [id, setId] = useState(() => newId())
  const [verdict, setVerdict] = useState<Verdict | null>(onScale(before?.verdict))
  const [reason, writeReason] = useDraft(`own:${claimId}`)
  const [mayBePublished, setMayBePublished] = useState(before?.mayBePublished ?? false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (isSending) return
    if (!verdict) return setProblem(t('ownVerdict.pick'))
    const refusal = whyNotSignVerdict({ reason })
    if (refusal) return setProblem(say(refusal))
    setSending(true)
    try {
      await onSign({ id, verdict, reason, mayBePublished })
      writeReason('')
      onLeave()
    } catch (error) {
      setProblem(sentenceOf(error))
      setSending(false)
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
    if (event.key === 'Escape') onLeave()
  }

  return (
    <form className="own-verdict-form" onSubmit={send} onKeyDown={onKeyDown} noValidate>
      <label className="label" htmlFor={`${field}-verdict`}>
        {t('ownVerdict.verdict')}
      </label>
      <select
        id={`${field}-verdict`}
        className="select"
        value={verdict ?? ''}
        // The person has just asked for this form.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={({ target }) => {
          setId(newId())
          setVerdict(onScale(target.value))
        }}
      >
        <option value="">{t('ownVerdict.pick')}</option>
        {scale.map(({ verdict: one, label }) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>
      <label className="label" htmlFor={`${field}-reason`}>
        {t('ownVerdict.reason')}
      </label>
      <textarea
        id={`${field}-reason`}
        className="textarea"
        rows={3}
        value={reason}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${field}-problem` : undefined}
        onChange={({ target }) => {
          setId(newId())
          writeReason(target.value)
        }}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={mayBePublished}
          onChange={({ target }) => {
            setId(newId())
            setMayBePublished(target.checked)
          }}
        />
        <span>{t('ownVerdict.mayBePublished')}</span>
      </label>
      {problem && (
        <p className="field-wrong" id={`${field}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn sm" aria-disabled={isSending}>
          {t('ownVerdict.keep')}
        </button>
        <button type="button" className="btn quiet sm" onClick={onLeave}>
          {t('ownVerdict.leave')}
        </button>
      </div>
    </form>
  )
}
