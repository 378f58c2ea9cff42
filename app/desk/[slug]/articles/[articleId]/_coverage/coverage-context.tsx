'use client'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { countLeft, nextLeft } from '@/server/coverage/coverage'
import { orderOfWorth } from '@/server/coverage/worth/order'
import { useCoverage } from './use-coverage'

type Coverage = ReturnType<typeof useCoverage> & {
  /** How many sentences nobody has looked at. */
  left: number
  /** The sentence that the cursor is on, as its index; null while there is no cursor. */
  cursor: number | null
  put: (index: number | null) => void
  /** Goes to the next sentence that nobody has looked at, or the one before; those worth checking come first. */
  goToLeft: (step: 1 | -1) => void
}

const CoverageContext = createContext<Coverage | null>(null)

/** Knows of every sentence of the article whether somebody looked at it, and which one the cursor is on. */
export function CoverageProvider({ children }: { children: ReactNode }) {
  const coverage = useCoverage()
  const { sentences, states } = coverage
  const [cursor, setCursor] = useState<number | null>(null)
  const put = useCallback((index: number | null) => {
    setCursor(index)
    if (index === null) return
    document.getSelection()?.removeAllRanges()
    document.querySelector<HTMLElement>('.galley-text')?.focus({ preventScroll: true })
  }, [])
  const order = useMemo(() => orderOfWorth(sentences), [sentences])
  const goToLeft = useCallback(
    (step: 1 | -1) => {
      const next = nextLeft(order, states, { from: cursor, step })
      if (next !== null) put(next)
    },
    [order, states, cursor, put],
  )
  const left = useMemo(() => countLeft(states), [states])
  return <CoverageContext value={{ ...coverage, left, cursor, put, goToLeft }}>{children}</CoverageContext>
}

/** The sentences of the article one stands in. */
export function useSentences(): Coverage {
  const coverage = use(CoverageContext)
  if (!coverage) throw new Error('a part of the workspace stands outside the coverage')
  return coverage
}
