import { useCallback, useEffect, useRef } from 'react'

/**
 * Puts the cursor where the statement is written once a claim that was just marked is open. Where the open claim
 * lies over the text (`isOver`), any claim that is opened takes the focus, so that it is not left underneath.
 */
export function useFocusClaim(openId: string | null, isOver: boolean): (markedId: string) => void {
  const marked = useRef<string | null>(null)
  const shown = useRef(openId)
  useEffect(() => {
    const isNew = shown.current !== openId
    shown.current = openId
    if (!openId || !isNew) return
    const target = marked.current === openId ? '#detail textarea' : isOver ? '#detail' : null
    marked.current = null
    if (target) document.querySelector<HTMLElement>(target)?.focus()
  }, [openId, isOver])
  return useCallback((markedId) => {
    marked.current = markedId
  }, [])
}
