'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page again once something waits, as it then shows what has waited longest. */
export function useOpenFirst(waiting: number) {
  const router = useRouter()
  useEffect(() => {
    if (waiting > 0) router.refresh()
  }, [router, waiting])
}
