'use client'
import { startTransition, useEffect, useOptimistic } from 'react'
import { onSetOff } from './set-off'
import { useSettled } from './use-settled'

/** From when on a page counts as slow, in ms: what comes sooner is not spoken of. */
const soon = 300

/** Whether a page was asked for, is not there yet, and takes a while. */
export function useUnderway(): boolean {
  // Set inside the router's own transition it falls back when that ends, however it does.
  const [isUnderway, setUnderway] = useOptimistic(false)
  useEffect(() => onSetOff(() => startTransition(() => setUnderway(true))), [setUnderway])
  const isLate = useSettled(isUnderway, soon)
  return isUnderway && isLate
}
