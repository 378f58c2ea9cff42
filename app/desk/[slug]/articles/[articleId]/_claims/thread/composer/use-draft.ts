'use client'
import { useState } from 'react'
import { useRoom } from '../../../_room/use-room'

/** Words that are not said yet; this window keeps them across other claims and a reload, until they are said. */
export function useDraft(name: string, initial = ''): [string, (text: string) => void] {
  const { member } = useRoom()
  const key = `proofroom:draft:${member.id}:${name}`
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? initial)
  const write = (next: string) => {
    setText(next)
    if (next === initial) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, next)
  }
  return [text, write]
}
