import { useEffect, useRef } from 'react'
import { isTyping } from '@/app/_ui/is-typing'
import { storeOf } from './store'

export type Keys = Record<string, ((event: KeyboardEvent) => void) | undefined>

const choice = 'proofroom:single-keys'
/** Whether single keys act at all; people who speak to their computer turn them off (WCAG 2.1.4). */
export const singleKeys = storeOf(
  typeof localStorage === 'undefined' || localStorage.getItem(choice) !== 'off',
)
singleKeys.subscribe(() => localStorage.setItem(choice, singleKeys.get() ? 'on' : 'off'))

/**
 * Commands on single keys ("j", "?", "1") and with Ctrl or Cmd ("mod+z"), outside fields; "mod+enter" in them too.
 * Names are `event.key` in lower case. A key that a dialog or a menu has used is left alone.
 */
export function useKeys(keys: Keys) {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return
      const withModifier = event.ctrlKey || event.metaKey
      const act = current.current[`${withModifier ? 'mod+' : ''}${event.key.toLowerCase()}`]
      if (!act || isElsewhere(event.target)) return
      if (isTyping(event.target) && !(withModifier && event.key === 'Enter')) return
      if (!withModifier && !singleKeys.get()) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Inside an open dialog or menu the keys of the page behind it keep still. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null
  )
}
