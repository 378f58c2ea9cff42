'use client'
import { type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { claimAt } from '@/server/claim/segments'
import { words } from '@/server/words'
import { TalkCounts } from '../_claims/thread/talk-counts'
import { useThreadCounts } from '../_claims/thread/use-talk'
import { WorkLine } from '../_claims/work/work-line'
import { ClosingLine } from '../_coverage/closing/closing-line'
import { SentenceCursor } from '../_coverage/sentence-cursor'
import { usePaintSuggested } from '../_coverage/use-paint-suggested'
import { useSentenceWalk } from '../_coverage/use-sentence-walk'
import { useShowPassages } from '../_passages/use-show-passages'
import { Following } from '../_presence/following'
import { Others } from '../_presence/marks/others'
import { useFollow } from '../_presence/use-follow'
import { useTellPresence } from '../_presence/use-tell-presence'
import { RevisionLine } from '../_revisions/revision-line'
import { useIsNewest } from '../_revisions/use-revisions'
import { useClaims, useRoom } from '../_room/use-room'
import { useShowPlace } from '../_scroll/use-show-place'
import { SelectionToolbar } from '../_selection/selection-toolbar'
import { selectedSpan } from '../_selection/text-place'
import { useMarkActs } from '../_selection/use-mark-acts'
import { useSelection } from '../_selection/use-selection'
import { useWalk } from '../_selection/use-walk'
import { SinceSwitch } from '../_since/since-switch'
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
  // An earlier text is for reading.
  const mayMark = useIsNewest() && mayEdit
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
  useShowPlace(scroller)
  const actsOn = useMarkActs(openId, clear, onMarked)
  usePaintSuggested(article)
  const sentence = useSentenceWalk(article, {
    mark: (span) => mayMark && actsOn(span)?.mark(),
    open: onOpen,
  })
  const acts = selected && actsOn(selected.span)
  const mark = () => {
    // What is shown as selected may be a frame behind what the keys have just selected.
    const span = article.current && selectedSpan(article.current)
    const acts = span && actsOn(span)
    if (acts) acts.mark()
    else sentence.mark()
  }
  const comment = acts && mayMark ? acts.comment : undefined
  useKeys({ m: mayMark ? mark : undefined, c: comment, 'mod+alt+m': comment })
  useShowPassages(scroller, article, placed)

  const toToolbar = useCallback(() => {
    toolbar.current?.querySelector('button')?.focus()
    return toolbar.current !== null
  }, [])
  // What is selected by hand is meant, not the sentence that the cursor came from.
  const walk = useWalk(article, toToolbar, { ...sentence, isOn: sentence.isOn && !acts })
  const [isWalking, setWalking] = useState(false)
  const press = (event: MouseEvent) => {
    if (!document.getSelection()?.isCollapsed) return
    const ids = (event.target as Element).closest<HTMLElement>('mark[data-claims]')?.dataset.claims // events come from elements
    const id = ids ? claimAt(ids.split(' '), openId) : null
    if (id) onOpen(id)
    // Buttons and boxes on the sheet are pressed for themselves.
    else if ((event.target as Element).closest('[data-from]')) sentence.press() // see above
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
      <RevisionLine />
      <WorkLine claimId={null} title={t('work.articleTitle')} />
      <SinceSwitch isOfArticle />
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
        {sentence.isOn && !acts && (
          <SentenceCursor
            scroller={scroller}
            article={article}
            shown={placed}
            walk={sentence}
            toolbar={toolbar}
          />
        )}
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
        {mayMark && acts && selected && !selected.isMoving && (
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
        {t(mayMark ? 'workspace.walkHint' : 'workspace.walkHintObserver')}
      </p>
      <ClosingLine />
      <ArticleEnd />
    </div>
  )
}
