import { sayWrong } from '@/app/_ui/toast'
import type { Span } from '@/server/claim/quote'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { useRaisePassage } from '../_passages/use-raise-passage'
import { placeIn } from '../_revisions/carried'
import { useCarried } from '../_revisions/use-revisions'
import { useClaim, useClaims, useRoom } from '../_room/use-room'
import { adjustTo, isNewPlace, isPartOf, markSpan, splitOff } from './mark-acts'
import type { MarkActs } from './selection-toolbar'

/** Tells what a span can be made into; null where it has no words. */
export function useMarkActs(
  openId: string | null,
  clear: () => void,
  onMarked: (claimId: string) => void,
): (span: Span) => MarkActs | null {
  const room = useRoom()
  const claims = useClaims()
  const opened = useClaim(openId)
  const carried = useCarried()
  const t = words()
  const talkAbout = useRaisePassage()
  const made = (result: ReturnType<typeof markSpan>) => {
    if ('refusal' in result) return sayWrong(say(result.refusal))
    room.announce(t('workspace.marked'))
    onMarked(result.id)
  }
  // The selection goes first: the text is drawn anew with the mark, and must not be selected again.
  const after = <Result>(act: () => Result) => {
    clear()
    return act()
  }
  // A mark that was carried here can be given the new words, near where it was carried to.
  const place = opened && placeIn(opened, { revision: room.revision.hash, carried })
  const open = place ? { ...opened, selectors: { ...opened.selectors, position: place } } : opened
  // A quote that cannot be read belongs to no revision, and is given new words in this one.
  const isHere = place !== null || open?.damaged.includes('quote')
  const canAdjust = open && !open.isDeleted && isHere
  return (span) => {
    if (span.start === span.end) return null
    return {
      mark: () => made(after(() => markSpan(room, span, new Date()))),
      comment: () => after(() => talkAbout(span)),
      adjust:
        canAdjust && isNewPlace(open, span)
          ? {
              number: claims.findIndex(({ id }) => id === open.id) + 1,
              act: () => {
                const refusal = after(() => adjustTo(room, open, span))
                if (refusal) sayWrong(say(refusal))
                else
                  room.announce(
                    t('workspace.adjusted', { number: claims.findIndex(({ id }) => id === open.id) + 1 }),
                  )
              },
            }
          : null,
      split:
        canAdjust && isPartOf(open, span)
          ? { act: () => made(after(() => splitOff(room, open, span, new Date()))) }
          : null,
    }
  }
}
