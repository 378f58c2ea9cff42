'use client'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { ReadState } from '@/app/_ui/wait/read-state'
import { say } from '@/server/refusal'
import { asTyped, whyNotSay, withMentions } from '@/server/thread/thread'
import { words } from '@/server/words'
import { MentionMenu } from './mention-menu'
import { useMentionMenu } from './use-mention-menu'
import { useAllMentionable, useMentionable } from './use-mentionable'

type Props = {
  label: string
  /** What the words are kept under until they are said. */
  draft: string
  send: string
  /** The words to begin with, as they are kept. */
  initial?: string
  isFocused?: boolean
  /** Says the words; an id stays the same for the same words, so that they are said once. */
  onSay: (text: string, id: string) => Promise<unknown>
  /** Leaves without saying it: the words are discarded, and Escape does that only where nothing was typed. */
  onLeave?: () => void
  leave?: string
}

/** A field to say something in, with @ for mentions; Ctrl+Enter says it. */
export function Composer({ label, draft, send, initial = '', isFocused, onSay, onLeave, leave }: Props) {
  const t = words()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { mentionable, reading } = useMentionable()
  const all = useAllMentionable()
  const [typed, write] = useDraft(draft, asTyped(initial, mentionable))
  const menu = useMentionMenu(mentionable, field, typed, write)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const last = useRef({ text: '', id: '' })

  const submit = async () => {
    if (isSending) return
    setIsSending(true)
    try {
      const text = withMentions(typed.trim(), typed.includes('@') ? await all() : mentionable)
      const reason = whyNotSay(text)
      if (reason) return setProblem(say(reason))
      if (last.current.text !== text) last.current = { text, id: uuid() }
      await onSay(text, last.current.id)
      last.current = { text: '', id: '' }
      setProblem(null)
      write(asTyped(initial, mentionable))
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setIsSending(false)
    }
  }
  const discard = () => {
    write(asTyped(initial, mentionable))
    onLeave?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (menu.onKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void submit()
    } else if (event.key === 'Escape' && onLeave) {
      event.preventDefault()
      event.stopPropagation()
      if (typed === asTyped(initial, mentionable)) onLeave()
    }
  }
  return (
    <div className="composer">
      <div className="grow">
        <label className="vh" htmlFor={id}>
          {label}
        </label>
        <textarea
          ref={field}
          id={id}
          className="input"
          rows={1}
          placeholder={label}
          value={typed}
          readOnly={isSending}
          data-composer=""
          // The person has just asked for this field.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus={isFocused}
          aria-autocomplete="list"
          aria-controls={menu.shown.length > 0 ? `${id}-menu` : undefined}
          aria-activedescendant={menu.shown.length > 0 ? `${id}-menu-${menu.at}` : undefined}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => {
            write(event.target.value)
            setProblem(null)
            menu.moved(event.target.selectionStart)
          }}
          onKeyDown={onKeyDown}
          onBlur={menu.close}
        />
        <MentionMenu id={`${id}-menu`} shown={menu.shown} at={menu.at} onChoose={menu.choose} />
        {typed.includes('@') && <ReadState of={reading} name={t('thread.mentionable')} lines={1} />}
        {problem && (
          <p className="field-wrong" id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
      </div>
      {onLeave && (
        <button type="button" className="btn quiet" onClick={discard}>
          {leave ?? t('thread.cancel')}
        </button>
      )}
      <button
        type="button"
        className="btn"
        aria-disabled={isSending || typed.trim() === '' || undefined}
        title="Ctrl Enter"
        onClick={() => void submit()}
      >
        {send}
      </button>
    </div>
  )
}
