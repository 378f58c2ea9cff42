/** How long scrolling to a place takes, in ms. */
const duration = 260
/** How long the place is held afterwards, in ms, while blocks around it take their real height. */
const settling = 600

/** Something with a place on the page: an element or a range. */
type Target = { getBoundingClientRect: () => DOMRect }
/** Into the upper third, unless it can be read where it is; or to the top in any case. */
type Where = 'readable' | 'top'

/** Scrolls a pane to a place and holds it there for a moment; ends when the person scrolls. Returns how to stop. */
export function glideTo(pane: HTMLElement, target: Target, where: Where): () => void {
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
    const { isThere, distance } = placeIn(pane, target, where)
    isMoving ||= !isThere
    const goal = pane.scrollTop + distance
    if (isMoving) pane.scrollTop = done < 1 ? from + (goal - from) * easeOut(done) : goal
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

/** Whether the target is where it should be, and how far, in px, it is from there. */
function placeIn(pane: HTMLElement, target: Target, where: Where): { isThere: boolean; distance: number } {
  const box = pane.getBoundingClientRect()
  const place = target.getBoundingClientRect()
  if (where === 'top') {
    const distance = place.top - box.top - 8
    return { isThere: Math.abs(distance) < 1, distance }
  }
  const sheet = document.getElementById('detail')?.getBoundingClientRect()
  // On a narrow screen the open claim covers the lower part of the text.
  const covers = sheet && sheet.left <= box.left + 1 && sheet.top > box.top
  const bottom = covers ? sheet.top : box.bottom
  const end = Math.min(place.bottom, place.top + 60)
  return {
    isThere: place.top >= box.top + 8 && end <= bottom - 8,
    distance: place.top - (box.top + (bottom - box.top) / 3),
  }
}

const easeOut = (part: number) => 1 - (1 - part) ** 3
