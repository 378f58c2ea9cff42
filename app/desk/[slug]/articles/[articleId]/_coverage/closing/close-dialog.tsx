import { useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { type WaiverReason, waiverReasons } from '@/db/vocabulary'
import type { Span } from '@/server/claim/quote'
import { longestWaiverNote, type Waiver } from '@/server/coverage/closing'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { textAt } from '../use-say-sentence'
import type { ClosingActs } from './use-closing'
import { type Notes, useNotes } from './use-notes'

/** So many get a reason of their own; what is left of more shares the one for all. */
const mostChoices = 50

/** Asks an editor who closes an article why what nobody looked at may be let be, each kind with its reason. */
export function CloseDialog({ acts, onClose }: { acts: ClosingActs; onClose: () => void }) {
  const t = words()
  const { left } = acts
  const [forAll, setForAll] = useState<WaiverReason>('out-of-scope')
  const [own, setOwn] = useState<ReadonlyMap<number, WaiverReason>>(new Map())
  const [notes, writeNotes] = useNotes(useRoom().article.id)
  const waivers = waiversFor(left, { forAll, own, notes })
  const submit = async () => {
    if (acts.isClosing) return
    // What is refused stands in the dialog.
    const isClosed = await acts.close(waivers).then(
      () => true,
      () => false,
    )
    if (!isClosed) return
    writeNotes({})
    onClose()
  }
  return (
    <Dialog title={t('closing.close')} isOpen onClose={onClose}>
      <form
        className="stack closing-form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{t('closing.explain', { left: left.length })}</p>
        {left.length > 0 && (
          <ReasonSelect
            label={t('closing.forAll')}
            value={forAll}
            onChange={(reason) => {
              setForAll(reason)
              setOwn(new Map())
            }}
          />
        )}
        {left.length > 1 && (
          <ul className="waived">
            {left.slice(0, mostChoices).map((sentence) => (
              <Choice
                key={sentence.start}
                sentence={sentence}
                reason={own.get(sentence.start) ?? forAll}
                onChange={(reason) => setOwn(new Map(own).set(sentence.start, reason))}
              />
            ))}
          </ul>
        )}
        {left.length > mostChoices && (
          <p className="meta">{t('closing.more', { count: left.length - mostChoices })}</p>
        )}
        {waivers.map(({ reason, sentences }) => (
          <label key={reason} className="field">
            <span className="label">
              {t('closing.note', { reason: t(`closing.reason.${reason}`), count: sentences.length })}
            </span>
            <input
              className="input"
              maxLength={longestWaiverNote}
              value={notes[reason] ?? ''}
              onChange={(event) => writeNotes({ ...notes, [reason]: event.target.value })}
            />
          </label>
        ))}
        {acts.failed && (
          <p className="notice bad" role="alert">
            {acts.failed}
          </p>
        )}
        <p className="row">
          <button type="submit" className="btn primary" aria-disabled={acts.isClosing}>
            {t('closing.close')}
          </button>
          <button type="button" className="btn quiet" onClick={onClose}>
            {t('ui.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

type Chosen = { forAll: WaiverReason; own: ReadonlyMap<number, WaiverReason>; notes: Notes }

/** The sentences as waivers, one for each reason that is named. */
function waiversFor(left: readonly Span[], { forAll, own, notes }: Chosen): Waiver[] {
  return waiverReasons
    .map((reason) => ({
      reason,
      note: notes[reason] ?? '',
      sentences: left
        .filter(({ start }) => (own.get(start) ?? forAll) === reason)
        .map(({ start, end }) => ({ start, end })),
    }))
    .filter(({ sentences }) => sentences.length > 0)
}

type ChoiceProps = { sentence: Span; reason: WaiverReason; onChange: (reason: WaiverReason) => void }

function Choice({ sentence, reason, onChange }: ChoiceProps) {
  const { revision } = useRoom()
  const text = textAt(revision.text, sentence)
  return (
    <li>
      <span className="trunc" lang={revision.language ?? undefined}>
        {text}
      </span>
      <ReasonSelect
        label={words()('closing.reasonFor', { text })}
        isSilent
        value={reason}
        onChange={onChange}
      />
    </li>
  )
}

type SelectProps = {
  label: string
  /** Whether the label is for screen readers only. */
  isSilent?: boolean
  value: WaiverReason
  onChange: (reason: WaiverReason) => void
}

function ReasonSelect({ label, isSilent, value, onChange }: SelectProps) {
  const t = words()
  return (
    <label className="field">
      <span className={isSilent ? 'vh' : 'label'}>{label}</span>
      <select
        className="select"
        value={value}
        onChange={(event) => {
          const reason = waiverReasons.find((one) => one === event.target.value)
          if (reason) onChange(reason)
        }}
      >
        {waiverReasons.map((reason) => (
          <option key={reason} value={reason}>
            {t(`closing.reason.${reason}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
