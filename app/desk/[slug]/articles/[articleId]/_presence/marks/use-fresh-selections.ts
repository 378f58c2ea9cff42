import { useEffect, useRef, useState } from 'react'
import type { Person } from '../../_room/people-store'

/** How long a selection that does not change is shown, and from when on it is shown pale, in ms. */
const [palesAfter, goesAfter] = [6_000, 10_000]

/** Somebody else's selection, fading when its maker has left it as it is for some seconds. */
export type Shown = { person: Person; isPale: boolean }

type Since = Map<number, { words: string; at: number }>

/** The selections of others that are worth showing now. */
export function useFreshSelections(people: readonly Person[]): Shown[] {
  const since = useRef<Since>(new Map())
  const [shown, setShown] = useState<Shown[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const now = Date.now()
      const ages = agesOf(people, since.current, now)
      setShown(
        ages.flatMap(({ person, age }) => (age < goesAfter ? [{ person, isPale: age >= palesAfter }] : [])),
      )
      const next = ages.flatMap(({ age }) => [palesAfter - age, goesAfter - age]).filter((wait) => wait > 0)
      if (next.length > 0) timer = setTimeout(look, Math.min(...next))
    }
    look()
    return () => clearTimeout(timer)
  }, [people])
  return shown
}

function agesOf(people: readonly Person[], since: Since, now: number): { person: Person; age: number }[] {
  const selecting = people.filter(({ isMe, selection }) => !isMe && selection)
  for (const window of [...since.keys()])
    if (!selecting.some((person) => person.window === window)) since.delete(window)
  return selecting.map((person) => {
    const words = `${person.selection?.start} ${person.selection?.end}`
    const known = since.get(person.window)
    if (known?.words !== words) since.set(person.window, { words, at: now })
    return { person, age: known?.words === words ? now - known.at : 0 }
  })
}
