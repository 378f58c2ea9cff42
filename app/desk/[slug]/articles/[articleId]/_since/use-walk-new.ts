'use client'
import { useKeys } from '@/app/_keys/use-keys'
import { sayDone } from '@/app/_ui/toast'
import { nextNew } from '@/server/visit/news'
import { words } from '@/server/words'
import { usePassages } from '../_passages/use-passages'
import { usePlace } from '../_room/use-place'
import { useClaims, useRoom } from '../_room/use-room'
import { useSince } from './since-context'

/** Goes to the next claim or passage in which something is new, or the one before, in the order of the text. */
export function useWalkNew(): (step: 1 | -1) => void {
  const t = words()
  const { news } = useSince()
  const { announce } = useRoom()
  const claims = useClaims()
  const { threads: passages } = usePassages()
  const { openId, passageId, open, openPassage } = usePlace()
  return (step) => {
    const places = [
      ...claims.map(({ id, selectors }) => ({ id, start: selectors.position.start })),
      ...passages.map(({ id, passage }) => ({ id, start: passage?.selectors.position.start ?? 0 })),
    ].sort((one, other) => one.start - other.start)
    const isNew = (id: string) => Boolean(news?.claims.has(id) || news?.threads.has(id))
    const id = nextNew(
      places.map((place) => place.id),
      isNew,
      { from: openId ?? passageId, step },
    )
    if (id === null) return void sayDone(t('since.nothing'))
    const at = claims.findIndex((claim) => claim.id === id)
    if (at < 0) openPassage(id)
    else open(id)
    announce(at < 0 ? t('since.atPassage') : t('since.atClaim', { number: at + 1 }))
  }
}

/** L turns the switch, U and Shift+U walk from one new thing to the next; walking turns it on. */
export function useSinceKeys() {
  const t = words()
  const { before, isOn, turn } = useSince()
  const { announce } = useRoom()
  const walk = useWalkNew()
  const walkMarked = (step: 1 | -1) => {
    turn(true)
    walk(step)
  }
  const press = () => {
    turn(!isOn)
    announce(t(isOn ? 'since.turnedOff' : 'since.turnedOn'))
  }
  useKeys(before ? { l: press, u: () => walkMarked(1), 'shift+u': () => walkMarked(-1) } : {})
}
