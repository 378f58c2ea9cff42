'use client'
import { BookOpen, CheckCheck, CornerDownLeft, Info } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { type Refusal, say } from '@/server/refusal'
import { whyNotNote } from '@/server/review/submission'
import { words } from '@/server/words'
import { ConfirmApproval } from '../_confirm/confirm-approval'
import { useNote } from '../_note/use-note'
import type { DecisionProps } from './decision-column'
import { useDecide } from './use-decide'
import { useIsOnline } from './use-is-online'

/** Note, Return and Approve; where the rule says no its reason stands under the buttons. */
export function DecisionForm({
  page,
  slug,
  noteField,
  isConfirming,
  setConfirming,
  setPreviewing,
  onDecided,
}: DecisionProps) {
  const t = words()
  const [note, setNote] = useNote(page.id)
  const [isNoteMissing, setNoteMissing] = useState(false)
  const isOnline = useIsOnline()
  const { decide, isDeciding } = useDecide(slug, () => {
    setNote('')
    onDecided()
  })
  const refusal = page.reason ?? (isOnline ? null : ({ code: 'unreachable' } as const))
  const isNoteWanted = isNoteMissing && !note.trim()
  const giveBack = () => {
    if (refusal || isDeciding) return
    if (whyNotNote('returned', note)) {
      setNoteMissing(true)
      noteField.current?.focus()
    } else decide({ submissionId: page.id, decision: 'returned', note })
  }
  const whyNot = refusal ?? page.whyNotApprove
  const closedFor = (reason: Refusal | null) =>
    reason ? { 'aria-disabled': true, 'aria-describedby': 'why-not-decide' } : {}
  const approvals = page.reviews.filter(({ decision }) => decision === 'approved').length
  return (
    <section className="decide" aria-labelledby="your-decision">
      <h2 id="your-decision">{t('approvals.yours')}</h2>
      {page.approvalsNeeded > 1 && (
        <p className="meta">
          {t(page.returnsNeeded > 1 ? 'approvals.vote' : 'approvals.approvals', {
            ...{ approvals, returns: page.reviews.length - approvals, needed: page.approvalsNeeded },
          })}
        </p>
      )}
      <div className="field">
        <label htmlFor="note">{t('approvals.note')}</label>
        <textarea
          className="textarea"
          id="note"
          rows={3}
          maxLength={4000}
          value={note}
          ref={noteField}
          aria-describedby={isNoteWanted ? 'note-wanted note-hint' : 'note-hint'}
          aria-invalid={isNoteWanted || undefined}
          aria-keyshortcuts="Control+Enter"
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && giveBack()}
        />
        {isNoteWanted && (
          <p className="err" id="note-wanted" role="alert">
            {say({ code: 'return-needs-note' })}
          </p>
        )}
        <p className="meta" id="note-hint">
          {t('approvals.noteHint')}
        </p>
      </div>
      <button type="button" className="btn" aria-keyshortcuts="P" onClick={() => setPreviewing(true)}>
        <Icon of={BookOpen} /> {t('approvals.preview')} <Key of="P" />
      </button>
      <div className="decide-btns">
        <button type="button" className="btn" {...closedFor(refusal)} onClick={giveBack}>
          <Icon of={CornerDownLeft} /> {t('approvals.return')} <Key of="R" />
        </button>
        <button
          type="button"
          className="btn primary"
          aria-keyshortcuts="A"
          {...closedFor(whyNot)}
          onClick={() => !whyNot && !isDeciding && setConfirming(true)}
        >
          <Icon of={CheckCheck} /> {t('approvals.approve')} <Key of="A" />
        </button>
      </div>
      {whyNot && (
        <p className="why" id="why-not-decide">
          <Icon of={Info} size="sm" /> <span>{say(whyNot)}</span>
        </p>
      )}
      <ConfirmApproval
        {...{ page, slug }}
        isOpen={isConfirming && !whyNot}
        onClose={() => setConfirming(false)}
        onConfirm={(how) => {
          setConfirming(false)
          decide({ submissionId: page.id, decision: 'approved', note, ...how })
        }}
      />
    </section>
  )
}

/** A key hint inside a button: seen, and not read as part of its name. */
function Key({ of: key }: { of: string }) {
  return (
    <span aria-hidden="true">
      <kbd>{key}</kbd>
    </span>
  )
}
