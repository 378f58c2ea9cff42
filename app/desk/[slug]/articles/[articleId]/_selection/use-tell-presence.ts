import type { HocuspocusProvider } from '@hocuspocus/provider'
import { useEffect, useRef } from 'react'
import type { Span } from '@/server/claim/quote'

/** The shortest time between two selections that are sent, in ms: presence costs a room more than edits. */
const pause = 500

/** Tells the room which claim is open here, and what is selected, at most twice a second and only when changed. */
export function useTellPresence(provider: HocuspocusProvider, openId: string | null, span: Span | null) {
  useEffect(() => provider.setAwarenessField('claimId', openId), [provider, openId])

  const lastSent = useRef({ at: 0, words: '' })
  const wanted = span && span.end > span.start ? `${span.start} ${span.end}` : ''
  useEffect(() => {
    const send = () => {
      if (lastSent.current.words === wanted) return
      lastSent.current = { at: Date.now(), words: wanted }
      const [start, end] = wanted.split(' ').map(Number)
      provider.setAwarenessField('selection', wanted ? { start, end } : null)
    }
    const timer = setTimeout(send, Math.max(0, lastSent.current.at + pause - Date.now()))
    return () => clearTimeout(timer)
  }, [provider, wanted])
}
