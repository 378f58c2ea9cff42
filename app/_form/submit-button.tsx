'use client'
import { useSyncExternalStore } from 'react'

type Props = { className: string; isBusy: boolean; children: React.ReactNode }

/** Sends a form once: not before the page's script is there to send it, and not while it is being sent. */
export function SubmitButton({ className, isBusy, children }: Props) {
  const isAwake = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
  return (
    <button type="submit" className={`${className} ${isAwake ? '' : 'waking'}`} disabled={isBusy || !isAwake}>
      {children}
    </button>
  )
}

const neverChanges = () => () => {}
