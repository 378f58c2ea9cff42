import { type RefObject, useEffect } from 'react'

/** How long scrolling to a claim takes, in ms. */
const duration = 260
/** How long the place is held afterwards, in ms, while blocks around it take their real height. */
const settling = 200

/** Brings the open claim's words into view when another claim is opened, or when it arrives with the room. */
export function useShowClaim(
  scroller: RefObject<HTMLElement | null>,
  openId: string | null,
  isThere: boolean,
) {
  useEffect(() => {
    const pane = scroller.current
    const mark = openId && isThere ? pane?.querySelector(`mark[data-claims~="${openId}"]`) : null
    if (pane && mark) return scrollTo(pane, mark)
  }, [scroller, openId, isThere])
}

function scrollTo(pane: HTMLElement, mark: Element): () => void {
  const distance = () => distanceTo(pane, mark)
  if (!distance()) return () => undefined
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const from = pane.scrollTop
  const started = performance.now()
  let frame = 0
  const step = (now: number) => {
    const done = isCalm ? 1 : Math.min(1, (now - started) / duration)
    const target = pane.scrollTop + distance()
    // Blocks on the way take their real height as they come into view, so the target is measured each time.
    pane.scrollTop = done < 1 ? from + (target - from) * easeOut(done) : target
    if (now - started < duration + settling) frame = requestAnimationFrame(step)
  }
  frame = requestAnimationFrame(step)
  return () => cancelAnimationFrame(frame)
}

/** How far to scroll, in px, so that the mark stands in the upper third; 0 when it can be read where it is. */
function distanceTo(pane: HTMLElement, mark: Element): number {
  const box = pane.getBoundingClientRect()
  const sheet = document.getElementById('detail')?.getBoundingClientRect()
  // On a narrow screen the open claim covers the lower part of the text.
  const covers = sheet && sheet.left <= box.left + 1 && sheet.top > box.top
  const bottom = covers ? sheet.top : box.bottom
  const place = mark.getBoundingClientRect()
  if (place.top >= box.top + 8 && Math.min(place.bottom, place.top + 60) <= bottom - 8) return 0
  return place.top - (box.top + (bottom - box.top) / 3)
}

const easeOut = (part: number) => 1 - (1 - part) ** 3
