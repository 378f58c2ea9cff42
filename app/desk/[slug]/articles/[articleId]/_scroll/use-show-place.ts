import { type RefObject, useEffect } from 'react'
import { glideTo } from './glide'

/** Brings the paragraph that the address names, such as #p3, into view: the text arrives after the browser has looked for it. */
export function useShowPlace(scroller: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const pane = scroller.current
    const id = /^#p\d+$/.exec(location.hash)?.[0].slice(1)
    const block = id ? document.getElementById(id) : null
    if (pane && block) return glideTo(pane, block, 'readable')
  }, [scroller])
}
