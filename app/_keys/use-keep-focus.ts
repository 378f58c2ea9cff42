import { type RefObject, useEffect } from 'react'

const reachable = 'a[href], button, summary, textarea, input, select, [tabindex]'

/**
 * Keeps the focus in a part of the page when what had it goes away, as after a deletion: it moves to what took its
 * place, else to the nearest thing below, else above.
 */
export function useKeepFocus(part: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const within = part.current
    if (!within) return
    let last: { above: Element[]; order: Element[]; at: number } | null = null
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      const order = [...within.querySelectorAll(reachable)]
      last = { above: ancestorsOf(target, within), order, at: order.indexOf(target) }
    }
    const onBlur = ({ target }: FocusEvent) => {
      const left = last
      // Somebody who leaves it themselves finds it still there; what was taken from the page is gone by then. A key
      // that moves the focus has by then noted where it went.
      queueMicrotask(() => {
        if (last !== left) return
        if (target instanceof Node && target.isConnected && document.activeElement !== target) last = null
      })
    }
    const watch = new MutationObserver(() => {
      const gone = last?.order[last.at]
      if (!last || !gone || gone.isConnected || document.activeElement !== document.body) return
      const [next] = [...insteadOf(last, within), ...neighboursOf(last)].filter(canBeSeen)
      if (next instanceof HTMLElement) next.focus()
    })
    watch.observe(within, { childList: true, subtree: true })
    within.addEventListener('focusin', onFocus)
    within.addEventListener('focusout', onBlur)
    return () => {
      watch.disconnect()
      within.removeEventListener('focusin', onFocus)
      within.removeEventListener('focusout', onBlur)
    }
  }, [part])
}

function ancestorsOf(element: Element, within: Element): Element[] {
  const above: Element[] = []
  for (let parent = element.parentElement; parent && parent !== within; parent = parent.parentElement)
    above.push(parent)
  return above
}

/** What can be reached in the smallest part around it that is still there; nothing where all of that is gone. */
function insteadOf({ above }: { above: Element[] }, within: Element): Element[] {
  const around = above.find((element) => element.isConnected && within.contains(element))
  return around ? [...around.querySelectorAll(reachable)] : []
}

function neighboursOf({ order, at }: { order: Element[]; at: number }): Element[] {
  return [...order.slice(at + 1), ...order.slice(0, at).reverse()]
}

const canBeSeen = (element: Element) => element.isConnected && element.checkVisibility()
