'use client'
import { useEffect, useRef } from 'react'

/** When another submission is opened, its line comes into view and the claim gets the focus, so that it is read next. */
export function useFocusClaim(submissionId: string | null) {
  const shown = useRef(submissionId)
  useEffect(() => {
    if (shown.current === submissionId) return
    shown.current = submissionId
    document.querySelector('.appr-queue [aria-current]')?.scrollIntoView({ block: 'nearest' })
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [submissionId])
}
