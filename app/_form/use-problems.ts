'use client'
import { useState } from 'react'
import type { Problem } from './problem'

/** What the last try found wrong, and how many tries there were: each one shows its own summary. */
export function useProblems() {
  const [shown, setShown] = useState<{ problems: Problem[]; tries: number }>({ problems: [], tries: 0 })
  const show = (problems: Problem[]) => setShown(({ tries }) => ({ problems, tries: tries + 1 }))
  return { ...shown, show }
}
