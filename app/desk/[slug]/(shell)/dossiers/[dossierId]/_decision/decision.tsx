'use client'
import { useState } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import type { ExplanationOutcome } from '@/db/vocabulary/figure'
import { words } from '@/server/words'
import { type Client, useDossierAct } from '../_head/use-dossier-act'

type Props = {
  /** What waits for it; two may stand on one page. */
  id: string
  isOwn: boolean
  mayDecide: boolean
  /** What its field and the button that approves are called, and what is said once it is done. */
  said: { note: string; approve: string; done: Record<ExplanationOutcome, string> }
  /** The classes of its row and of its buttons: words on a card, buttons in a notice. */
  look: { row: string; approve: string; other: string }
  send: (client: Client, decided: { outcome: ExplanationOutcome; note: string }) => Promise<unknown>
}

/** What the reader may do about something that waits for a second person: approve or return it, or withdraw their own. */
export function Decision({ id, isOwn, mayDecide, said, look, send }: Props) {
  const t = words()
  const { act, problem, isBusy } = useDossierAct()
  const [note, write] = useDraft(`dossier-decision:${id}`)
  const [isReturning, setReturning] = useState(note !== '')
  const decide = async (outcome: ExplanationOutcome) => {
    if (await act((client) => send(client, { outcome, note }), said.done[outcome])) write('')
  }
  const button = (className: string, label: string, onPress: () => unknown) => (
    <button type="button" className={className} disabled={isBusy} onClick={() => void onPress()}>
      {label}
    </button>
  )
  return (
    <>
      {isReturning && (
        <div className="field">
          <label htmlFor={`return-${id}`}>{said.note}</label>
          <textarea
            id={`return-${id}`}
            className="textarea"
            rows={2}
            dir="auto"
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
      <p className={look.row}>
        {mayDecide && !isOwn && (
          <>
            {button(look.approve, said.approve, () => decide('approved'))}
            {button(look.other, t('dossier.return'), () =>
              isReturning ? decide('returned') : setReturning(true),
            )}
          </>
        )}
        {isOwn && button(look.other, t('dossier.withdraw'), () => decide('withdrawn'))}
      </p>
    </>
  )
}
