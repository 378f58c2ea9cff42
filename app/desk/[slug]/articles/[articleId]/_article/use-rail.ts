import { type RefObject, useEffect, useState } from 'react'
import type { MarkedClaim } from './block-claims'

type Measured = {
  /** Where each link stands, in px from the top of the block. */
  tops: ReadonlyMap<string, number>
  /** What the margin needs, so that links of a short block do not run into the next. */
  height: number
  /** How far the open claim reaches in this block. */
  bracket: { top: number; height: number } | null
}

const unmeasured: Measured = { tops: new Map(), height: 0, bracket: null }
/** A link is 24 px high; two that share a line stand one below the other. */
const [linkHeight, step] = [24, 27]

/** Measures where the quotes of a block stand; blocks off the screen are measured when they come into view. */
export function useRail(
  list: RefObject<HTMLUListElement | null>,
  claims: readonly MarkedClaim[],
  openId: string | null,
): Measured {
  const [measured, setMeasured] = useState(unmeasured)
  useEffect(() => {
    const para = list.current?.parentElement
    const text = list.current?.previousElementSibling
    if (!para || !text) return
    // A size is told at once, again when the column changes, and for skipped content when it is first shown.
    const observer = new ResizeObserver(() => {
      const next = measure(para, claims, openId)
      setMeasured((shown) => (isSame(shown, next) ? shown : next))
    })
    observer.observe(text)
    return () => observer.disconnect()
  }, [list, claims, openId])
  return measured
}

function measure(para: Element, claims: readonly MarkedClaim[], openId: string | null): Measured {
  const origin = para.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(para).paddingTop)
  const tops = new Map<string, number>()
  let next = 0
  for (const { id } of claims) {
    const line = marksOf(para, id)[0]?.getClientRects()[0]
    const level = line ? line.top + line.height / 2 - linkHeight / 2 - origin : next
    const top = Math.max(level, next)
    tops.set(id, top)
    next = top + step
  }
  return { tops, height: next, bracket: openId === null ? null : bracketOf(para, openId, origin) }
}

function bracketOf(para: Element, id: string, origin: number): Measured['bracket'] {
  const marks = marksOf(para, id)
  const first = marks[0]?.getClientRects()[0]
  const last = [...(marks.at(-1)?.getClientRects() ?? [])].at(-1)
  if (!first || !last) return null
  return { top: first.top - origin, height: last.bottom - first.top }
}

function marksOf(para: Element, id: string): Element[] {
  return [...para.querySelectorAll(`mark[data-claims~="${id}"]`)]
}

function isSame(one: Measured, other: Measured): boolean {
  return (
    one.height === other.height &&
    one.bracket?.top === other.bracket?.top &&
    one.bracket?.height === other.bracket?.height &&
    one.tops.size === other.tops.size &&
    [...one.tops].every(([id, top]) => other.tops.get(id) === top)
  )
}
