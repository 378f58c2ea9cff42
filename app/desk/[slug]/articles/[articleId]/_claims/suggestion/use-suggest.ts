'use client'
import { type KeyboardEvent, useRef, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import type { Suggestable } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import { keptText, type Suggestion, whyNotSuggest } from '@/server/suggestion/suggestion'

export type Suggesting = {
  claim: Claim
  onSuggest: (suggested: Pick<Suggestion, 'id' | 'field' | 'before' | 'after' | 'reason'>) => Promise<unknown>
  onLeave: () => void
}

/** Another wording while it is being written: what it says so far, and what sends it. Ctrl+Enter sends, Escape leaves. */
export function useSuggest({ claim, field, onSuggest, onLeave }: Suggesting & { field: Suggestable }) {
  const [before] = useState(() => keptText(claim, field))
  const [after, keep] = useDraft(`suggest:${claim.id}:${field}`, before)
  const [reason, writeReason] = useDraft(`suggest:${claim.id}:${field}:reason`)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const last = useRef({ words: '', id: '' })
  const write = (text: string) => {
    keep(text)
    setProblem(null)
  }
  const send = async () => {
    const suggested = { field, before, after: after.trim(), reason: reason.trim() }
    const refusal = whyNotSuggest(suggested)
    if (isSending || refusal) return setProblem(refusal && say(refusal))
    const said = `${suggested.after}\n${suggested.reason}`
    if (last.current.words !== said) last.current = { words: said, id: uuid() }
    setIsSending(true)
    try {
      await onSuggest({ ...suggested, id: last.current.id })
      keep(before)
      writeReason('')
      onLeave()
    } catch (error) {
      setProblem(sentenceOf(error))
      setIsSending(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    // The editor stops these keys' own effect, a menu in it has used them.
    const isUsed = event.defaultPrevented && !(event.target as HTMLElement).isContentEditable // keys reach elements
    if (isUsed || (!isSend && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (isSend) void send()
    else onLeave()
  }
  return { after, write, reason, writeReason, problem, isSending, send, onKeyDown }
}
