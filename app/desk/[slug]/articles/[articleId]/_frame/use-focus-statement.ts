import { useCallback, useEffect, useRef } from 'react'

/** Puts the cursor where the statement is written once a claim that was just marked is open. */
export function useFocusStatement(openId: string | null): (claimId: string) => void {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (!openId || wanted.current !== openId) return
    wanted.current = null
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('#detail [data-field="statement"], #detail textarea')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [openId])
  return useCallback((claimId) => {
    wanted.current = claimId
  }, [])
}
