'use client'
import { type FocusEvent, useEffect, useRef } from 'react'

/**
 * Where the focus goes when a toast goes: back to where it came from if it was in that toast, and else nowhere. The library
 * remembers it for longer: somebody who tabbed past a toast would be taken out of the field that they write in when it goes.
 */
export function useToastFocus() {
  const box = useRef<HTMLDivElement>(null)
  const inside = useRef<Element | null>(null)
  const before = useRef<HTMLElement | null>(null)

  function remember(event: FocusEvent) {
    // The library hears nothing of it, so that it brings nothing back.
    event.stopPropagation()
    const from = event.relatedTarget
    if (from instanceof HTMLElement && !box.current?.contains(from)) before.current = from
    inside.current = event.target
  }

  useEffect(() => {
    if (!box.current) return
    const goBack = new MutationObserver((changes) => {
      const gone = changes.flatMap(({ removedNodes }) => [...removedNodes])
      const went = inside.current && gone.some((node) => node.contains(inside.current))
      if (!went) return
      inside.current = null
      if (document.activeElement === document.body) before.current?.focus({ preventScroll: true })
    })
    goBack.observe(box.current, { childList: true, subtree: true })
    return () => goBack.disconnect()
  }, [])

  return { box, remember }
}
