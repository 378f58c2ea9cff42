import { type RefObject, useEffect } from 'react'
import { glideTo } from '../_scroll/glide'

/** Brings the open claim's words into view when another claim is opened, or when it arrives with the room. */
export function useShowClaim(
  scroller: RefObject<HTMLElement | null>,
  openId: string | null,
  isThere: boolean,
) {
  useEffect(() => {
    const pane = scroller.current
    const mark = openId && isThere ? pane?.querySelector(`mark[data-claims~="${openId}"]`) : null
    if (pane && mark) return glideTo(pane, mark, 'readable')
  }, [scroller, openId, isThere])
}
