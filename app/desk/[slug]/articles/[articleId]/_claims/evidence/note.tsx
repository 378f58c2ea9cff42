'use client'
import { useId, useState } from 'react'
import type { Evidence } from '@/server/source/snapshot/read-evidence'
import { words } from '@/server/words'

type Props = {
  evidence: Pick<Evidence, 'note' | 'hasPublisher'>
  number: number
  onSign: ((text: string) => Promise<unknown>) | null
}

/** The way to sign something about the publisher of a source, or something else than the desk last did. */
export function Note({ evidence: { note, hasPublisher }, number, onSign }: Props) {
  const t = words()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      {onSign && hasPublisher && !isOpen && (
        <p className="acts">
          <button type="button" className="linkbtn" onClick={() => setIsOpen(true)}>
            {t(note ? 'evidence.noteEdit' : 'evidence.noteAdd')}
            <span className="vh"> {number}</span>
          </button>
        </p>
      )}
      {onSign && isOpen && (
        <NoteForm
          text={note?.text ?? ''}
          onSign={(text) => onSign(text).then(() => setIsOpen(false))}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

type FormProps = { text: string; onSign: (text: string) => Promise<unknown>; onClose: () => void }

function NoteForm({ text, onSign, onClose }: FormProps) {
  const t = words()
  const id = useId()
  const [written, setWritten] = useState(text)
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        // Why it was refused is said where it was asked; the words stay here.
        onSign(written).catch(() => {})
      }}
    >
      <label htmlFor={id}>{t('evidence.noteText')}</label>
      <textarea
        id={id}
        className="input"
        dir="auto"
        rows={2}
        maxLength={500}
        value={written}
        aria-describedby={`${id}-hint`}
        // The person has just asked for this field.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        onChange={(event) => setWritten(event.target.value)}
      />
      <p className="meta" id={`${id}-hint`}>
        {t('evidence.noteHint')}
      </p>
      <p className="acts">
        <button type="submit" className="btn xs">
          {t('evidence.noteSave')}
        </button>
        <button type="button" className="btn quiet xs" onClick={onClose}>
          {t('ui.cancel')}
        </button>
      </p>
    </form>
  )
}
