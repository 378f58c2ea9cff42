'use client'
import { useState } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import type { RetractionState } from '@/server/dossier/retraction/retraction'
import { words } from '@/server/words'
import { useDossierAct } from './use-dossier-act'

type Props = {
  slug: string
  dossierId: string
  memberId: string
  mayDecide: boolean
  state: RetractionState
  isRetracted: boolean
}

/** That the dossier is retracted, that somebody asked for it, or why that was returned; nothing while it stands. */
export function RetractionLine({ state: { waiting, returned }, isRetracted, ...props }: Props) {
  const t = words()
  if (isRetracted)
    return (
      <p className="dos-ahead notice" role="status">
        {t('dossier.isRetracted')}
      </p>
    )
  if (waiting) return <Waiting waiting={waiting} {...props} />
  return returned ? (
    <p className="dos-ahead notice">
      {t('dossier.retractionReturned', { name: returned.by, note: returned.note })}
    </p>
  ) : null
}

type WaitingProps = Omit<Props, 'state' | 'isRetracted'> & {
  waiting: NonNullable<RetractionState['waiting']>
}

function Waiting({ waiting, slug, dossierId, memberId, mayDecide }: WaitingProps) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const { id: retractionId, by, text } = waiting
  const [note, write] = useDraft(`dossier-retraction:${retractionId}`)
  const [isReturning, setReturning] = useState(note !== '')
  const it = { desk: slug, dossierId, retractionId }
  const decide = async (outcome: 'approved' | 'returned') => {
    const done = t(outcome === 'approved' ? 'dossier.retractedNow' : 'dossier.retractionReturnedNow')
    const isDone = await act(
      (client) => client.dossier.decideRetraction.mutate({ ...it, outcome, note }),
      done,
    )
    if (isDone) write('')
  }
  const withdraw = () =>
    act((client) => client.dossier.withdrawRetraction.mutate(it), t('dossier.retractionWithdrawn'))
  return (
    <section className="dos-ahead notice" aria-label={t('dossier.retraction')}>
      <div>
        <p>
          {t('dossier.retractionAsked', { name: by.name })} <span dir="auto">{text}</span>
        </p>
        {isReturning && (
          <div className="field">
            <label htmlFor="retraction-note">{t('dossier.retractionNote')}</label>
            <textarea
              id="retraction-note"
              className="textarea"
              dir="auto"
              rows={2}
              value={note}
              onChange={(event) => write(event.target.value)}
            />
          </div>
        )}
        {problem && (
          <p className="field-wrong" role="alert">
            {problem}
          </p>
        )}
      </div>
      <p className="row">
        {mayDecide && by.id !== memberId && (
          <>
            <button
              type="button"
              className="btn danger"
              disabled={isBusy}
              onClick={() => void decide('approved')}
            >
              {t('dossier.retract')}
            </button>
            <button
              type="button"
              className="btn"
              disabled={isBusy}
              onClick={() => (isReturning ? void decide('returned') : setReturning(true))}
            >
              {t('dossier.return')}
            </button>
          </>
        )}
        {by.id === memberId && (
          <button type="button" className="btn" disabled={isBusy} onClick={() => void withdraw()}>
            {t('dossier.withdraw')}
          </button>
        )}
      </p>
    </section>
  )
}
