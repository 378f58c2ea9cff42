'use client'
import { useId, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'
import { say } from '@/server/refusal'
import { whyNotKeepNote } from '@/server/source/note/source-note'
import { words } from '@/server/words'

/** A note, a file or both, sent past the room; what is typed stays in this window until it is kept. */
export function KeepNote({ onKeep }: { onKeep: (text: string, file: File | null) => Promise<void> }) {
  const t = words()
  const field = useId()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  // A file field cannot be emptied: another one takes its place.
  const [turn, setTurn] = useState(0)

  async function keep() {
    if (isSending) return
    const refusal = whyNotKeepNote(text, file?.size ?? null)
    if (refusal) return setProblem(say(refusal))
    setSending(true)
    try {
      await onKeep(text, file)
      setText('')
      setFile(null)
      setTurn(turn + 1)
      setProblem(null)
      sayDone(t('sourceNote.kept'))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    setSending(false)
  }

  return (
    <div className="keep-note">
      <label className="label" htmlFor={`${field}-text`}>
        {t('sourceNote.text')}
      </label>
      <textarea
        id={`${field}-text`}
        className="textarea"
        rows={2}
        dir="auto"
        autoComplete="off"
        value={text}
        aria-describedby={problem ? `${field}-problem` : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <label className="label" htmlFor={`${field}-file`}>
        {t('sourceNote.file')}
      </label>
      <input
        key={turn}
        id={`${field}-file`}
        type="file"
        onChange={({ target }) => setFile(target.files?.[0] ?? null)}
      />
      {problem && (
        <p className="field-wrong" id={`${field}-problem`} role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="btn sm" aria-disabled={isSending} onClick={() => void keep()}>
        {t('sourceNote.keep')}
      </button>
    </div>
  )
}
