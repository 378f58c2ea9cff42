'use client'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { type DisagreementReason, disagreementReasons } from '@/db/vocabulary/figure'
import { words } from '@/server/words'
import { useDossierAct } from '../_head/use-dossier-act'
import { SendRow } from './send-row'

type Props = {
  slug: string
  dossierId: string
  /** What is explained, for whoever hears the button alone. */
  of: string
  label: string
  pairs: string[]
  /** The approved one that it is to take the place of, and its kind of reason. */
  replaces?: string
  reason?: DisagreementReason
}

/** Says why figures differ: the kind of reason, and a sentence for readers; an editor approves it. */
export function ExplainForm({ slug, dossierId, of, label, pairs, replaces, reason: first }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const [isShown, setShown] = useState(false)
  const [id] = useState(() => uuid())
  const [reason, setReason] = useState<DisagreementReason>(first ?? 'other-date')
  const [text, write] = useDraft(`dossier-explain:${dossierId}:${replaces ?? pairs[0]}`)
  if (!isShown)
    return (
      <button type="button" className="linkbtn" onClick={() => setShown(true)}>
        {t(replaces ? 'dossier.anew' : 'dossier.explain')} <span className="vh">{of}</span>
      </button>
    )
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const written = { desk: slug, dossierId, id, pairs, reason, text, replaces }
    if (!(await act((client) => client.dossier.explain.mutate(written), t('dossier.sent')))) return
    write('')
    setShown(false)
  }
  const field = `explain-${id}`
  return (
    <form className="dos-explain" aria-label={label} onSubmit={(event) => void send(event)}>
      <div className="field">
        <label htmlFor={`${field}-why`}>{t('dossier.why')}</label>
        <select
          id={`${field}-why`}
          className="select"
          value={reason}
          onChange={({ target: { value } }) =>
            setReason(disagreementReasons.find((one) => one === value) ?? reason)
          }
        >
          {disagreementReasons.map((one) => (
            <option key={one} value={one}>
              {t(`dossier.reason.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${field}-text`}>{t('dossier.explanation')}</label>
        <textarea
          id={`${field}-text`}
          className="textarea"
          dir="auto"
          rows={3}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <SendRow {...{ problem, isBusy }} onCancel={() => setShown(false)} />
    </form>
  )
}
