'use client'
import { type RefObject, useEffect } from 'react'
import type { Claim } from '@/server/claim/claim'

/** Scrolls the list itself, and nothing around it, so far that the touched claim can be seen. */
export function useShown(list: RefObject<HTMLElement | null>, touched: string | null, claims: Claim[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each scene may have moved the row
  useEffect(() => {
    const row = touched ? list.current?.querySelector<HTMLElement>('[aria-current="true"]') : null
    if (!row || !list.current) return
    const [box, place] = [list.current.getBoundingClientRect(), row.getBoundingClientRect()]
    if (place.top < box.top) list.current.scrollTop -= box.top - place.top
    else if (place.bottom > box.bottom) list.current.scrollTop += place.bottom - box.bottom
  }, [touched, claims])
}
