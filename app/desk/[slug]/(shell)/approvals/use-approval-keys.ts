'use client'
import { useEffect, useRef } from 'react'
import { isTyping } from '@/app/_ui/is-typing'

/** Single keys of the approval page; they keep still in fields, in dialogs and with Ctrl, Alt or Meta held. */
export function useApprovalKeys(acts: Record<string, () => unknown>) {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(() => {
    let isAfterG = false
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyping(event.target) || document.querySelector('[role=dialog]')) return
      // "G A" goes to approvals: its second key is not ours.
      const act = isAfterG ? undefined : current.current[event.key]
      isAfterG = event.key === 'g'
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
