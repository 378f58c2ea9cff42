'use client'
import { useState } from 'react'
import { useRoom } from '../../../_room/use-room'

/** Words that are not said yet; this window keeps them across other claims and a reload, until they are said. */
export function useDraft(name: string, initial = ''): [string, (text: string) => void] {
  const { member } = useRoom()
  const [text, setText] = useState(() => draftOf(member.id, name) ?? initial)
  const write = (next: string) => {
    setText(next)
    keepDraft(member.id, name, next === initial ? null : next)
  }
  return [text, write]
}

/** What this window keeps of a member under a name; null where it is nothing. */
export function draftOf(memberId: string, name: string): string | null {
  return sessionStorage.getItem(keyOf(memberId, name))
}

export function keepDraft(memberId: string, name: string, text: string | null) {
  if (text === null) sessionStorage.removeItem(keyOf(memberId, name))
  else sessionStorage.setItem(keyOf(memberId, name), text)
}

/** Whether this window keeps words of a member that are not said yet. */
export function hasDraft(memberId: string, name: string): boolean {
  return draftOf(memberId, name) !== null
}

const keyOf = (memberId: string, name: string) => `proofroom:draft:${memberId}:${name}`
