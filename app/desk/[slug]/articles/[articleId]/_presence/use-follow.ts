import { type RefObject, useEffect } from 'react'
import { words } from '@/server/words'
import { useRoom, useStore, useWindows } from '../_room/use-room'
import { glideTo } from '../_scroll/glide'
import { rangeOf } from '../_selection/text-place'

/** What makes clear that somebody wants to read on alone. */
const ownActs = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps the text where the followed colleague reads, by the words and not by pixels; answers their place. The first
 * thing one does oneself ends it, and so does their leaving.
 */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
): number | null {
  const { following, announce } = useRoom()
  const followed = useStore(following)
  const windows = useWindows()
  const place = windows.find(({ window }) => window === followed?.window)?.readsAt ?? null
  const isThere = windows.some(({ window }) => window === followed?.window)
  useEffect(() => {
    if (!followed) return
    const stop = () => {
      following.set(null)
      announce(words()('people.followsNoMore', { name: followed.name }))
    }
    if (!isThere) return stop()
    for (const act of ownActs) document.addEventListener(act, stop, { passive: true })
    return () => {
      for (const act of ownActs) document.removeEventListener(act, stop)
    }
  }, [followed, isThere, following, announce])
  useEffect(() => {
    if (followed && place !== null) return goTo(scroller.current, article.current, place)
  }, [followed, place, scroller, article])
  return followed ? place : null
}

/** Brings a place of the text to the top of its pane; returns how to stop. */
export function goTo(pane: HTMLElement | null, article: HTMLElement | null, place: number) {
  const range = article && rangeOf(article, { start: place, end: place + 1 })
  return pane && range ? glideTo(pane, range, 'top') : undefined
}
