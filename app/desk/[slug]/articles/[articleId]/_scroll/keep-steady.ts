type Anchor = { element: Element; top: number; scrollTop: number }

/**
 * Keeps what somebody reads or writes in a pane where it is on the screen, whatever others let appear or grow above
 * it; for a pane's `ref`. What has the focus counts first, else the first words in view. Browsers hold the text by
 * themselves only when the pane is scrolled, and Safari never does.
 */
export function keepSteady(pane: HTMLElement | null): (() => void) | undefined {
  if (!pane) return
  let anchor: Anchor | null = null
  let frame = 0
  const hold = () => {
    // Whoever has scrolled since looks at something else now.
    if (anchor?.element.isConnected && pane.scrollTop === anchor.scrollTop) {
      const moved = anchor.element.getBoundingClientRect().top - anchor.top
      if (Math.abs(moved) >= 1) pane.scrollTop += moved
    }
    anchor = anchorIn(pane)
  }
  const note = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(hold)
  }
  const sizes = new ResizeObserver(hold)
  const watchSizes = () => {
    sizes.disconnect()
    for (const element of [pane, ...pane.children]) sizes.observe(element)
  }
  const changes = new MutationObserver((records) => {
    if (records.some(({ target }) => target === pane)) watchSizes()
    note()
  })
  watchSizes()
  changes.observe(pane, { childList: true, subtree: true, characterData: true })
  pane.addEventListener('scroll', note, { passive: true })
  pane.addEventListener('focusin', note)
  return () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    changes.disconnect()
    pane.removeEventListener('scroll', note)
    pane.removeEventListener('focusin', note)
  }
}

function anchorIn(pane: HTMLElement): Anchor | null {
  const box = pane.getBoundingClientRect()
  const focused = document.activeElement
  const isFocusSeen = focused && focused !== pane && pane.contains(focused) && startsIn(box, focused)
  // Of a list, the row that is open.
  const open = pane.querySelector(':scope > li > [aria-current="true"]')
  const element = isFocusSeen ? focused : open && startsIn(box, open) ? open : firstIn(pane, box)
  return element && { element, top: element.getBoundingClientRect().top, scrollTop: pane.scrollTop }
}

function startsIn(box: DOMRect, element: Element): boolean {
  const { top } = element.getBoundingClientRect()
  return top >= box.top && top < box.bottom
}

/** The first element that begins in view, or the smallest one that reaches into it. */
function firstIn(parent: Element, box: DOMRect): Element | null {
  for (const child of parent.children) {
    const { top, bottom, height } = child.getBoundingClientRect()
    if (height === 0 || bottom <= box.top + 1) continue
    return top >= box.top ? child : (firstIn(child, box) ?? child)
  }
  return null
}
