'use client'
import { useSyncExternalStore } from 'react'

/** The browser's time zone by its IANA name; UTC until the page is alive. */
export function useOwnTimeZone(): string {
  return useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
}

const neverChanges = () => () => {}
