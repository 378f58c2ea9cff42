'use client'
import { createContext, useContext } from 'react'
import { isNewSince } from '@/server/visit/visit'

/** The time after which things are marked as new; null while the switch is off. */
export const SinceContext = createContext<Date | null>(null)

/** Whether something is to be marked as new since this member last looked. */
export function useIsNew(at: Date): boolean {
  return isNewSince(at, useContext(SinceContext))
}
