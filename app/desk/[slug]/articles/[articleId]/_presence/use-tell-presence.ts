import type { HocuspocusProvider } from '@hocuspocus/provider'
import { type RefObject, useEffect, useRef } from 'react'
import type { Span } from '@/server/claim/quote'
import { type Writes, writingFields } from '../_room/people-store'
import { placeAtTop } from '../_selection/text-place'

/** The shortest time between two words about oneself, in ms: presence costs a room more than edits do. */
const pause = 1_000
/** Who has not typed for so long, in ms, is not writing any more. */
const writingLasts = 4_000

type Here = {
  provider: HocuspocusProvider
  scroller: RefObject<HTMLElement | null>
  article: RefObject<HTMLElement | null>
  openId: string | null
  span: Span | null
  /** Whom one follows reads here; null to tell the place one has scrolled to. */
  followedPlace: number | null
}

/**
 * Tells the room which claim is open here, what is selected, where one reads and in which field one writes: at most
 * once a second, only what changed, all in one.
 */
export function useTellPresence({ provider, scroller, article, openId, span, followedPlace }: Here) {
  const now = useRef({ openId, span, followedPlace })
  const teller = useRef<ReturnType<typeof telling> | null>(null)
  useEffect(() => {
    const pane = scroller.current
    let writes: Writes | null = null
    let ending: ReturnType<typeof setTimeout> | undefined
    const tell = telling(provider, () => {
      const { span, openId, followedPlace } = now.current
      return {
        claimId: openId,
        selection: span && span.end > span.start ? span : null,
        readsAt: followedPlace ?? (article.current && placeAtTop(article.current)),
        writes,
      }
    })
    const ends = () => {
      clearTimeout(ending)
      if (writes) tell.soon()
      writes = null
    }
    const typed = ({ target }: Event) => {
      const field = fieldOf(target)
      const claimId = now.current.openId
      if (!field || !claimId) return
      clearTimeout(ending)
      ending = setTimeout(ends, writingLasts)
      writes = { claimId, field }
      tell.soon()
    }
    teller.current = tell
    tell.soon()
    pane?.addEventListener('scroll', tell.soon, { passive: true })
    document.addEventListener('input', typed)
    document.addEventListener('focusout', ends)
    return () => {
      clearTimeout(ending)
      tell.stop()
      pane?.removeEventListener('scroll', tell.soon)
      document.removeEventListener('input', typed)
      document.removeEventListener('focusout', ends)
    }
  }, [provider, scroller, article])
  useEffect(() => {
    now.current = { openId, span, followedPlace }
    teller.current?.soon()
  }, [openId, span, followedPlace])
}

/** Sends what `say` answers, a second after the last time at the earliest, and only what is new. */
function telling(provider: HocuspocusProvider, say: () => object) {
  let [told, at] = ['', 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = () => {
    timer = undefined
    const said = say()
    if (JSON.stringify(said) === told) return
    ;[told, at] = [JSON.stringify(said), Date.now()]
    provider.awareness?.setLocalState({ ...provider.awareness.getLocalState(), ...said })
  }
  return {
    soon: () => {
      timer ??= setTimeout(tell, Math.max(0, at + pause - Date.now()))
    },
    stop: () => clearTimeout(timer),
  }
}

function fieldOf(target: EventTarget | null): Writes['field'] | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-writes]') : null
  return writingFields.find((field) => field === place?.dataset.writes) ?? null
}
