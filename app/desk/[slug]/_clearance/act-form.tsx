'use client'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Dialog } from '@/app/_ui/dialog'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'

type Props = {
  title: string
  /** What the button that does it says. */
  act: string
  /** Asked when it is pressed: why it cannot be done as it stands. */
  whyNot: () => Refusal | null
  onAct: () => Promise<unknown>
  onClose: () => void
  children: React.ReactNode
}

/** A box with a form that acts once, says what stands in its way; its fields keep what was typed. */
export function ActForm({ title, act, whyNot, onAct, onClose, children }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  async function send(event: FormEvent) {
    event.preventDefault()
    if (isSending) return
    const refusal = whyNot()
    if (refusal) return setProblem(say(refusal))
    setSending(true)
    try {
      await onAct()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
    setSending(false)
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form className="act-form" onSubmit={send} noValidate>
        {children}
        {problem && (
          <p className="err" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-acts">
          <button type="button" className="btn" onClick={onClose}>
            {words()('ui.cancel')}
          </button>
          <button type="submit" className="btn primary" aria-disabled={isSending}>
            {act}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
