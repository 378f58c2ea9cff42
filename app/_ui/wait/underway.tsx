'use client'
import { words } from '@/server/words'
import { useUnderway } from './use-underway'

/** Says on every screen that the next page is on its way: a line above it and a word, which is also read out. */
export function Underway() {
  const isUnderway = useUnderway()
  return (
    <div className="underway" role="status">
      {isUnderway && <p className="pop">{words()('ui.opening')}</p>}
    </div>
  )
}
