'use client'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Mentionable } from '@/server/thread/thread'

const most = 6

/** Who can be meant by the "@…" before the caret of a field, and what the keys do while they are shown. */
export function useMentionMenu(
  mentionable: Mentionable[],
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
) {
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const typed = caret === null ? null : typedName(text.slice(0, caret))
  const shown = typed === null ? [] : matching(mentionable, typed)
  const close = () => setCaret(null)
  const choose = ({ name }: Mentionable) => {
    if (caret === null || typed === null) return
    const before = text.slice(0, caret - typed.length)
    // The caret can only stand behind words that the field shows already.
    flushSync(() => {
      write(`${before}${name} ${text.slice(caret)}`)
      close()
    })
    const end = before.length + name.length + 1
    field.current?.setSelectionRange(end, end)
  }
  const onKey = (event: KeyboardEvent) => {
    const chosen = shown[at]
    if (!chosen) return false
    const step = { ArrowDown: 1, ArrowUp: shown.length - 1 }[event.key]
    if (step) setAt((at + step) % shown.length)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      choose(chosen)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    shown,
    at,
    choose,
    close,
    onKey,
    /** The field's words or caret have changed. */
    moved: (caret: number) => {
      setCaret(caret)
      setAt(0)
    },
  }
}

/** What follows the @ that the caret stands behind; null where it stands behind none. */
function typedName(before: string): string | null {
  return /(?:^|[\s(])@([\p{L}\p{N}][^\n@]{0,40}|)$/u.exec(before)?.[1] ?? null
}

function matching(mentionable: Mentionable[], typed: string): Mentionable[] {
  const wanted = typed.toLocaleLowerCase()
  const begins = (name: string) =>
    name.toLocaleLowerCase().startsWith(wanted) ||
    name
      .toLocaleLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(wanted))
  const isWhole = (name: string) => name.toLocaleLowerCase() === wanted
  return mentionable
    .filter(({ name, canAnswer }) => canAnswer && begins(name) && !isWhole(name))
    .slice(0, most)
}
