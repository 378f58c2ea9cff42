'use client'
import { createContext, useContext, useState, useSyncExternalStore } from 'react'
import { draftOf, keepDraft, watchDrafts } from './draft'

/** The member whose drafts are read and kept below it. */
export const DraftsOf = createContext('')

/** Words that are not said yet; this window keeps them wherever one goes and across a reload, until they are said. */
export function useDraft(name: string, initial = ''): [string, (text: string) => void] {
  const memberId = useContext(DraftsOf)
  const [first] = useState(initial)
  const kept = useKeptDraft(name)
  const write = (next: string) => keepDraft(memberId, name, next === first || next === initial ? null : next)
  return [kept ?? first, write]
}

/** The words that are kept under a name; null where there are none. */
export function useKeptDraft(name: string): string | null {
  const memberId = useContext(DraftsOf)
  return useSyncExternalStore(
    watchDrafts,
    () => draftOf(memberId, name),
    () => null,
  )
}
