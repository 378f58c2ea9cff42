'use client'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this browser can use passkeys here: it knows them, and came by the address that they are for. */
export function useCanPasskeys(at: string | null): boolean {
  return useSyncExternalStore(
    never,
    () => at === window.location.origin && browserSupportsWebAuthn(),
    () => false,
  )
}
