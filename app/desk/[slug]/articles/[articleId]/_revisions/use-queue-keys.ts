import { useEffect, useRef } from 'react'
import { isTyping } from '@/app/_keys/is-typing'

/**
 * Single keys of a list in a box: outside fields, and Enter only where no button or link has the focus. A key that is
 * held down, as since the box was opened by it, does nothing.
 */
export function useQueueKeys(keys: Record<string, () => void>): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.repeat) return
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(target)) return
      const isOnControl = target instanceof Element && target.closest('button, a, select') !== null
      const act = current.current[key.toLowerCase()]
      if (!act || (key === 'Enter' && isOnControl)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
