'use client'
import { useSyncExternalStore } from 'react'

/** Whether the browser has a network at all; on the server it is taken to have one. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  )
}

function listen(renew: () => void) {
  window.addEventListener('online', renew)
  window.addEventListener('offline', renew)
  return () => {
    window.removeEventListener('online', renew)
    window.removeEventListener('offline', renew)
  }
}
