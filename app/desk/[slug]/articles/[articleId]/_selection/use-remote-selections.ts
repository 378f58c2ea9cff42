import { type RefObject, useEffect, useState } from 'react'
import type { Person } from '../_room/people-store'
import { rangeOf } from './text-place'

/** Where somebody's selection ends, in px from the sheet's corner. */
export type Flag = { person: Person; top: number; left: number; height: number }

const colours = [1, 2, 3, 4] as const
const none: Flag[] = []

/**
 * Paints what others have selected, as highlights of the browser (marks are for claims), and answers where to fly
 * their names. `shown` is what the article shows: ranges are made anew when it was drawn again.
 */
export function useRemoteSelections(
  article: RefObject<HTMLElement | null>,
  people: readonly Person[],
  shown: unknown,
): Flag[] {
  const [flags, setFlags] = useState<Flag[]>(none)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs each time the text has been drawn again
  useEffect(() => {
    const text = article.current
    if (!text) return
    const paint = () => setFlags(paintSelections(text, people))
    const observer = new ResizeObserver(paint)
    observer.observe(text)
    paint()
    return () => observer.disconnect()
  }, [article, people, shown])
  useEffect(
    () => () => {
      for (const colour of colours) CSS.highlights?.delete(`who-${colour}`)
    },
    [],
  )
  return flags
}

function paintSelections(text: HTMLElement, people: readonly Person[]): Flag[] {
  const ranges = people.flatMap((person) => {
    const range = person.isMe || !person.selection ? null : rangeOf(text, person.selection)
    return range ? [{ person, range }] : []
  })
  for (const colour of colours) {
    const own = ranges.filter(({ person }) => person.colour === colour).map(({ range }) => range)
    if (typeof Highlight !== 'undefined') CSS.highlights.set(`who-${colour}`, new Highlight(...own))
  }
  // Measuring makes the browser lay out the page; most of the time nobody has selected anything.
  if (!ranges.length) return none
  const corner = text.getBoundingClientRect()
  return ranges.flatMap(({ person, range }) => {
    const last = [...range.getClientRects()].at(-1)
    if (!last) return []
    return [{ person, top: last.top - corner.top, left: last.right - corner.left, height: last.height }]
  })
}
