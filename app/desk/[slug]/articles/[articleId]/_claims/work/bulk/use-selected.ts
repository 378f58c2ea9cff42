'use client'
import { useCallback, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'

/** Claims that are selected in the list; null while nobody selects. */
export type Selected = ReadonlySet<string> | null

/** Which claims are selected; X selects the one that has the focus in the list, and lets it go again. */
export function useSelected() {
  const [selected, setSelected] = useState<Selected>(null)
  const toggle = useCallback(
    (claimId: string) =>
      setSelected((before) => {
        const after = new Set(before)
        if (!after.delete(claimId)) after.add(claimId)
        return after
      }),
    [],
  )
  useKeys({
    x: () => {
      const focused = document.activeElement?.closest<HTMLElement>('.ws-list [data-claim]')
      if (focused?.dataset.claim) toggle(focused.dataset.claim)
    },
  })
  return { selected, setSelected, toggle }
}
