import { type RefObject, useEffect } from 'react'

/** How long scrolling to a claim takes, in ms. */
const duration = 260
/** How long the place is held afterwards, in ms, while blocks around it take their real height. */
const settling = 600

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
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const from = pane.scrollTop
  const started = performance.now()
  let [frame, isMoving] = [0, false]
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const act of takingOver) pane.removeEventListener(act, stop)
  }
  const step = (now: number) => {
    const done = isCalm ? 1 : Math.min(1, (now - started) / duration)
    // Measured each time: blocks take their real height only as they come into view.
    const { isReadable, distance } = placeIn(pane, mark)
    isMoving ||= !isReadable
    const target = pane.scrollTop + distance
    if (isMoving) pane.scrollTop = done < 1 ? from + (target - from) * easeOut(done) : target
    if (done === 1) isMoving = false
    if (now - started < duration + settling) frame = requestAnimationFrame(step)
    else stop()
  }
  for (const act of takingOver) pane.addEventListener(act, stop, { passive: true })
  frame = requestAnimationFrame(step)
  return stop
}

/** From here on the person scrolls. */
const takingOver = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/** Whether the mark can be read where it is, and how far, in px, it is from the upper third of what is visible. */
function placeIn(pane: HTMLElement, mark: Element): { isReadable: boolean; distance: number } {
  const box = pane.getBoundingClientRect()
  const sheet = document.getElementById('detail')?.getBoundingClientRect()
  // On a narrow screen the open claim covers the lower part of the text.
  const covers = sheet && sheet.left <= box.left + 1 && sheet.top > box.top
  const bottom = covers ? sheet.top : box.bottom
  const place = mark.getBoundingClientRect()
  const end = Math.min(place.bottom, place.top + 60)
  return {
    isReadable: place.top >= box.top + 8 && end <= bottom - 8,
    distance: place.top - (box.top + (bottom - box.top) / 3),
  }
}

const easeOut = (part: number) => 1 - (1 - part) ** 3
