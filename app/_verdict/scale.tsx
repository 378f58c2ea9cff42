'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { Scale } from '../../server/claim/scale'

const ScaleContext = createContext<Scale | null>(null)

/** Gives everything below it the scale that verdicts are called by there: a desk's, or a frozen copy's own. */
export function ScaleProvider({ scale, children }: { scale: Scale; children: ReactNode }) {
  return <ScaleContext value={scale}>{children}</ScaleContext>
}

/** The scale of where one is; null is the house's own. */
export const useScale = () => useContext(ScaleContext)
