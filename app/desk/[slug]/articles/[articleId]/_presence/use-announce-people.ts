import { useEffect, useRef } from 'react'
import { words } from '@/server/words'
import type { Person } from '../_room/people-store'

/** How often joins and leaves are said at most, in ms. */
const pause = 10_000

/** Says politely who came and who left, several at a time. */
export function useAnnouncePeople(people: readonly Person[], announce: (sentence: string) => void) {
  const said = useRef<{ here: Map<string, string> | null; at: number }>({ here: null, at: 0 })
  useEffect(() => {
    const here = new Map(people.filter(({ isMe }) => !isMe).map(({ memberId, name }) => [memberId, name]))
    const before = said.current.here
    if (!before) {
      said.current.here = here
      return
    }
    const wait = Math.max(0, said.current.at + pause - Date.now())
    const timer = setTimeout(() => {
      const sentence = changes(before, here)
      said.current = { here, at: sentence ? Date.now() : said.current.at }
      if (sentence) announce(sentence)
    }, wait)
    return () => clearTimeout(timer)
  }, [people, announce])
}

function changes(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string {
  const t = words()
  const came = [...now].filter(([id]) => !before.has(id)).map(([, name]) => t('workspace.came', { name }))
  const left = [...before].filter(([id]) => !now.has(id)).map(([, name]) => t('workspace.left', { name }))
  return [...came, ...left].join(' ')
}
