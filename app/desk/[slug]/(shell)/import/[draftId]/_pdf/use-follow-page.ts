import { type RefObject, useEffect, useRef } from 'react'

/** What scrolls to the page, counted from 0, whenever that becomes another; null leaves it where it is. */
export function useFollowPage(page: number | null): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const pane = ref.current
    const shown = page === null ? undefined : pane?.querySelectorAll<HTMLElement>('[data-page]')[page]
    // Not `scrollIntoView`, which scrolls the text beside it, too.
    if (pane && shown) pane.scrollTop = shown.offsetTop
  }, [page])
  return ref
}
