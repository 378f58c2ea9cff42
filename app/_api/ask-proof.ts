'use client'
import type { TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { useSyncExternalStore } from 'react'
import type { AppRouter } from '../../server/router'
import { refusalOf } from './refusal-of'

/** That somebody is asked who they are; `answer` says whether they showed it. */
type Asking = { shown: Promise<boolean>; answer: (isShown: boolean) => void }

let asking: Asking | null = null
const listeners = new Set<() => void>()

function change(next: Asking | null): void {
  asking = next
  for (const listener of listeners) listener()
}

/** Asks once, however many acts wait for the answer. */
function askProof(): Promise<boolean> {
  if (asking) return asking.shown
  let settle: (isShown: boolean) => void = () => {}
  const shown = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  const answer = (isShown: boolean) => {
    change(null)
    settle(isShown)
  }
  change({ shown, answer })
  return shown
}

/** Whether somebody is being asked who they are, for the box that asks. */
export function useAsking(): Asking | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => asking,
    () => null,
  )
}

/**
 * An act that is refused until one has shown who one is asks for that, and is then sent again as it was: nothing that
 * was typed is lost. Who does not show it gets the refusal.
 */
export const asksProof: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) => {
      const send = () =>
        next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => {
            if (refusalOf(error)?.code !== 'prove-identity-first') return observer.error(error)
            void askProof().then((isShown) => {
              if (isShown) sent = send()
              else observer.error(error)
            })
          },
        })
      let sent = send()
      return () => sent.unsubscribe()
    })
