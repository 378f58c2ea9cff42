import { type RefObject, useEffect, useState } from 'react'
import type { MarkedClaim } from './block-claims'

type Measured = {
  /** Where each link stands, in px from the top of the block, and in which column of the margin. */
  places: ReadonlyMap<string, RailPlace>
  /** What the margin needs, so that links of a short block do not run into the next. */
  height: number
  /** How far the open claim reaches in this block. */
  bracket: { top: number; height: number } | null
}

export type RailPlace = { top: number; column: number }

const unmeasured: Measured = { places: new Map(), height: 0, bracket: null }
/** A link is 24 px high; two that share a line stand side by side where the margin is wide enough, else one below the other. */
const [linkHeight, step] = [24, 27]
/** How far apart two links of a line begin, in px; the stylesheet leaves 12 px before the first. */
export const [before, columnWidth] = [12, 42]

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
      const next = measure(para, claims, { openId, columns: columnsIn(list.current, claims) })
      setMeasured((shown) => (isSame(shown, next) ? shown : next))
    })
    observer.observe(text)
    return () => observer.disconnect()
  }, [list, claims, openId])
  return measured
}

/** How many links fit beside each other; a number of three digits takes the room of two. */
function columnsIn(list: Element | null, claims: readonly MarkedClaim[]): number {
  if (!list || claims.some(({ number }) => number > 99)) return 1
  return Math.max(1, Math.floor((list.clientWidth - before) / columnWidth))
}

type Conditions = { openId: string | null; columns: number }

function measure(para: Element, claims: readonly MarkedClaim[], { openId, columns }: Conditions): Measured {
  const origin = para.getBoundingClientRect().top + Number.parseFloat(getComputedStyle(para).paddingTop)
  const levels = claims.map(({ id }) => {
    const line = marksOf(para, id)[0]?.getClientRects()[0]
    return { id, level: line ? line.top + line.height / 2 - linkHeight / 2 - origin : null }
  })
  return { ...placesAt(levels, columns), bracket: openId === null ? null : bracketOf(para, openId, origin) }
}

/** Places links in order, each level with its line or as near below as the ones before it leave room. */
export function placesAt(
  levels: readonly { id: string; level: number | null }[],
  columns: number,
): Pick<Measured, 'places' | 'height'> {
  const places = new Map<string, RailPlace>()
  let [row, column] = [0, 0]
  let height = 0
  for (const { id, level } of levels) {
    const wanted = level ?? row
    if (places.size > 0 && wanted < row + step) column++
    else [row, column] = [Math.max(wanted, row), 0]
    if (column === columns) [row, column] = [Math.max(wanted, row + step), 0]
    places.set(id, { top: row, column })
    height = row + step
  }
  return { places, height }
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
    one.places.size === other.places.size &&
    [...one.places].every(([id, { top, column }]) => {
      const place = other.places.get(id)
      return place?.top === top && place.column === column
    })
  )
}
