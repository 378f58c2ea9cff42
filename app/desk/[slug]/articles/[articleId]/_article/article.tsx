'use client'
import { type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { sayWrong } from '@/app/_ui/toast'
import type { Span } from '@/server/claim/quote'
import { claimAt } from '@/server/claim/segments'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { TalkCounts } from '../_claims/thread/talk-counts'
import { useThreadCounts } from '../_claims/thread/use-talk'
import { Following } from '../_presence/following'
import { Others } from '../_presence/marks/others'
import { useFollow } from '../_presence/use-follow'
import { useTellPresence } from '../_presence/use-tell-presence'
import { useClaim, useClaims, useRoom } from '../_room/use-room'
import { adjustTo, isNewPlace, isPartOf, markSpan, splitOff } from '../_selection/mark-acts'
import { type MarkActs, SelectionToolbar } from '../_selection/selection-toolbar'
import { selectedSpan } from '../_selection/text-place'
import { useSelection } from '../_selection/use-selection'
import { useWalk } from '../_selection/use-walk'
import { ArticleEnd, ArticleHead } from './article-head'
import { Blocks } from './blocks'
import { usePlaced } from './use-placed'
import { useShowClaim } from './use-show-claim'

type Props = {
  scroller: RefObject<HTMLElement | null>
  openId: string | null
  onOpen: (claimId: string) => void
  /** Opens a claim that was just marked, with the cursor where its statement is written. */
  onMarked: (claimId: string) => void
}

/** The article as it was imported, with everybody's marks, and the tools to make them. */
export function Article({ scroller, openId, onOpen, onMarked }: Props) {
  const t = words()
  const { revision, mayEdit, provider } = useRoom()
  const article = useRef<HTMLElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const placed = usePlaced()
  const counts = useThreadCounts()
  const { selected, clear } = useSelection(article, placed)
  const claims = useClaims()
  const followedPlace = useFollow(scroller, article)
  useTellPresence({ provider, scroller, article, openId, span: selected?.span ?? null, followedPlace })
  useShowClaim(
    scroller,
    openId,
    claims.some(({ id }) => id === openId),
  )
  const actsOn = useMarkActs(openId, clear, onMarked)
  const acts = selected && actsOn(selected.span)
  const mark = () => {
    // What is shown as selected may be a frame behind what the keys have just selected.
    const span = article.current && selectedSpan(article.current)
    if (span) actsOn(span)?.mark()
  }
  useKeys({ m: mayEdit ? mark : undefined })

  const toToolbar = useCallback(() => {
    toolbar.current?.querySelector('button')?.focus()
    return toolbar.current !== null
  }, [])
  const walk = useWalk(article, toToolbar)
  const [isWalking, setWalking] = useState(false)
  const press = (event: MouseEvent) => {
    if (!document.getSelection()?.isCollapsed) return
    const ids = (event.target as Element).closest<HTMLElement>('mark[data-claims]')?.dataset.claims // events come from elements
    const id = ids ? claimAt(ids.split(' '), openId) : null
    if (id) onOpen(id)
  }
  const isCaret = selected !== null && selected.span.start === selected.span.end
  return (
    // Marks are pressed with the mouse; by keyboard, claims are opened from the margin.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div className="sheet galley" onClick={press}>
      <span className="crop tl" />
      <span className="crop tr" />
      <span className="crop bl" />
      <span className="crop br" />
      <Following />
      <ArticleHead />
      <article
        className="galley-text"
        ref={article}
        lang={revision.language ?? undefined}
        aria-label={t('workspace.articleText', { number: revision.number })}
        aria-describedby="walk-hint"
        // Focusable, so that the text can be walked through and selected by keys (SC 2.1.1).
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onKeyDown={(event) => {
          setWalking(event.target === event.currentTarget)
          walk(event)
        }}
        onBlur={() => setWalking(false)}
      >
        <TalkCounts value={counts}>
          <Blocks placed={placed} openId={openId} onOpen={onOpen} />
        </TalkCounts>
        <Others article={article} shown={placed} />
        {isCaret && isWalking && (
          <span
            className="own-caret"
            aria-hidden="true"
            style={{
              top: selected.last.top,
              left: selected.last.left,
              height: selected.last.bottom - selected.last.top,
            }}
          />
        )}
        {mayEdit && acts && selected && !selected.isMoving && (
          <SelectionToolbar
            ref={toolbar}
            selected={selected}
            text={Array.from(revision.text).slice(selected.span.start, selected.span.end).join('').trim()}
            acts={acts}
            onLeave={() => article.current?.focus()}
          />
        )}
      </article>
      <p className="vh" id="walk-hint">
        {t(mayEdit ? 'workspace.walkHint' : 'workspace.walkHintObserver')}
      </p>
      <ArticleEnd />
    </div>
  )
}

/** Tells what a span can be made into; null where it has no words. */
function useMarkActs(
  openId: string | null,
  clear: () => void,
  onMarked: (claimId: string) => void,
): (span: Span) => MarkActs | null {
  const room = useRoom()
  const claims = useClaims()
  const open = useClaim(openId)
  const t = words()
  const made = (result: ReturnType<typeof markSpan>) => {
    if ('refusal' in result) return sayWrong(say(result.refusal))
    room.announce(t('workspace.marked'))
    onMarked(result.id)
  }
  // The selection goes first: the text is drawn anew with the mark, and must not be selected again.
  const after = <Result,>(act: () => Result) => {
    clear()
    return act()
  }
  // A quote that cannot be read belongs to no revision, and is given new words in this one.
  const isHere = open?.revision === room.revision.hash || open?.damaged.includes('quote')
  const canAdjust = open && !open.isDeleted && isHere
  return (span) => {
    if (span.start === span.end) return null
    return {
      mark: () => made(after(() => markSpan(room, span, new Date()))),
      adjust:
        canAdjust && isNewPlace(open, span)
          ? {
              number: claims.indexOf(open) + 1,
              act: () => {
                const refusal = after(() => adjustTo(room, open, span))
                if (refusal) sayWrong(say(refusal))
                else room.announce(t('workspace.adjusted', { number: claims.indexOf(open) + 1 }))
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
