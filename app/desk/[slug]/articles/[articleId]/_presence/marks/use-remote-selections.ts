import { type RefObject, useEffect, useState } from 'react'
import type { Person } from '../../_room/people-store'
import { rangeOf } from '../../_selection/text-place'
import type { Shown } from './use-fresh-selections'

/** Where somebody's selection ends, in px from the sheet's corner. */
export type Flag = { person: Person; top: number; left: number; height: number }
/** Beside which line somebody reads, in px from the sheet's corner. */
export type Reader = { person: Person; top: number }
type Painted = { flags: Flag[]; readers: Reader[] }

const names = [1, 2, 3, 4].flatMap((colour) => [`who-${colour}`, `who-${colour}-pale`])
const nothing: Painted = { flags: [], readers: [] }

/**
 * Paints what others have selected, as highlights of the browser (marks are for claims), and answers where to fly
 * their names and where they read. `shown` is what the article shows: ranges are made anew when it was drawn again.
 */
export function useRemoteSelections(
  article: RefObject<HTMLElement | null>,
  { selections, readers }: { selections: readonly Shown[]; readers: readonly Person[] },
  shown: unknown,
): Painted {
  const [painted, setPainted] = useState<Painted>(nothing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs each time the text has been drawn again
  useEffect(() => {
    const text = article.current
    if (!text) return
    const paint = () =>
      setPainted({ flags: paintSelections(text, selections), readers: placesOf(text, readers) })
    const observer = new ResizeObserver(paint)
    observer.observe(text)
    paint()
    return () => observer.disconnect()
  }, [article, selections, readers, shown])
  useEffect(
    () => () => {
      for (const name of names) CSS.highlights?.delete(name)
    },
    [],
  )
  return painted
}

function paintSelections(text: HTMLElement, selections: readonly Shown[]): Flag[] {
  const ranges = selections.flatMap(({ person, isPale }) => {
    const range = person.selection ? rangeOf(text, person.selection) : null
    return range ? [{ person, range, name: `who-${person.colour}${isPale ? '-pale' : ''}` }] : []
  })
  for (const name of names) {
    const own = ranges.filter((entry) => entry.name === name).map(({ range }) => range)
    if (typeof Highlight !== 'undefined') CSS.highlights.set(name, new Highlight(...own))
  }
  // Measuring makes the browser lay out the page; most of the time nobody has selected anything.
  if (!ranges.length) return nothing.flags
  const corner = text.getBoundingClientRect()
  return ranges.flatMap(({ person, range }) => {
    const last = [...range.getClientRects()].at(-1)
    if (!last) return []
    return [{ person, top: last.top - corner.top, left: last.right - corner.left, height: last.height }]
  })
}

function placesOf(text: HTMLElement, readers: readonly Person[]): Reader[] {
  return readers.flatMap((person) => {
    const at = person.readsAt
    const line = at === null ? null : rangeOf(text, { start: at, end: at + 1 })?.getClientRects()[0]
    return line ? [{ person, top: line.top - text.getBoundingClientRect().top }] : []
  })
}
