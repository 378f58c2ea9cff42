'use client'
import { X } from 'lucide-react'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { isTyping } from '@/app/_keys/is-typing'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { Article } from '../_article/article'
import { ClaimDetail } from '../_claims/detail/claim-detail'
import { ClaimList } from '../_claims/list/claim-list'
import { usePublished } from '../_claims/use-published'
import { PassageTalk } from '../_passages/passage-talk'
import { SetAside } from '../_restored/set-aside'
import { usePlace } from '../_room/use-place'
import { useRoom, useStore } from '../_room/use-room'
import { keepSteady } from '../_scroll/keep-steady'
import { useSinceKeys } from '../_since/use-walk-new'
import { KeysDialog } from './keys-dialog'
import { Stopped } from './stopped'
import { LineBanner } from './sync-state'
import { TopBar } from './top-bar'
import { useFocusClaim } from './use-focus-claim'
import { useFrameKeys } from './use-frame-keys'
import { useMedia } from './use-media'

/** The workspace: article, claim list and open claim side by side, as far as the window has room. */
export function Frame() {
  const t = words()
  const { openId, open, passageId, openPassage } = usePlace()
  const reading = useRef<HTMLElement>(null)
  const steadyReading = useCallback((pane: HTMLElement) => {
    reading.current = pane
    return keepSteady(pane)
  }, [])
  const hasList = useMedia('(min-width: 80em)')
  const hasDetail = useMedia('(min-width: 62.5em)')
  const isOpen = openId !== null || passageId !== null
  const hasOpenPane = hasDetail || isOpen
  const [isListOpen, setListOpen] = useState(false)
  const [areKeysOpen, setKeysOpen] = useState(false)
  const focusStatement = useFocusClaim(openId, !hasDetail)
  const onMarked = useCallback(
    (id: string) => {
      focusStatement(id)
      open(id)
    },
    [focusStatement, open],
  )
  const fromList = useCallback(
    (id: string) => {
      setListOpen(false)
      open(id)
    },
    [open],
  )
  const passageFromList = useCallback(
    (id: string) => {
      setListOpen(false)
      openPassage(id)
    },
    [openPassage],
  )
  const showKeys = useCallback(() => setKeysOpen(true), [])
  const close = useCallback(() => closeClaim(openId, open), [openId, open])
  useFrameKeys({ openId, isOpen, open, close: hasDetail ? null : close, showKeys })
  useSinceKeys()
  usePublished()
  return (
    <div className="ws-page">
      <a className="skip" href="#article">
        {t('workspace.skipToText')}
      </a>
      {hasOpenPane && (
        <a className="skip" href="#detail">
          {t('workspace.skipToClaim')}
        </a>
      )}
      <LineBanner />
      <SetAside />
      <TopBar onList={hasList ? null : () => setListOpen(true)} />
      <div className={`ws ${isOpen ? 'has-open' : ''}`}>
        <main className="ws-read" id="article" tabIndex={-1} ref={steadyReading}>
          <Article scroller={reading} openId={openId} onOpen={open} onMarked={onMarked} />
        </main>
        {hasList && (
          <nav className="ws-list" aria-label={t('workspace.claims')}>
            <ClaimList openId={openId} onOpen={open} onPassage={openPassage} onKeys={showKeys} />
          </nav>
        )}
        {hasOpenPane && (
          <section
            className="ws-detail"
            id="detail"
            tabIndex={-1}
            aria-label={t('workspace.openClaim')}
            onKeyDown={leaveField}
          >
            {!hasDetail && (
              <button type="button" className="btn quiet sm ws-close" onClick={close}>
                <Icon of={X} size="sm" /> {t('workspace.backToText')}
              </button>
            )}
            {passageId ? (
              <PassageTalk key={passageId} threadId={passageId} />
            ) : (
              <ClaimDetail claimId={openId} />
            )}
          </section>
        )}
      </div>
      {!hasList && (
        <Dialog
          title={t('workspace.claims')}
          place="side"
          isOpen={isListOpen}
          onClose={() => setListOpen(false)}
        >
          <nav className="ws-list in-drawer" aria-label={t('workspace.claims')}>
            <ClaimList openId={openId} onOpen={fromList} onPassage={passageFromList} onKeys={showKeys} />
          </nav>
        </Dialog>
      )}
      <KeysDialog isOpen={areKeysOpen} onClose={() => setKeysOpen(false)} />
      <Stopped />
      <Spoken />
    </div>
  )
}

/** Closes the claim over the text and goes back to where it was opened from. */
function closeClaim(openId: string | null, open: (id: string | null) => void) {
  document.querySelector<HTMLElement>(`[data-rail="${openId}"]`)?.focus()
  open(null)
}

/** Escape in a field of the open claim goes out to the claim, so that single keys act again. */
function leaveField(event: KeyboardEvent<HTMLElement>) {
  const { target, currentTarget: pane, nativeEvent } = event
  if (event.key !== 'Escape' || nativeEvent.isComposing || !isTyping(target)) return
  // A box opened from here lies elsewhere on the page; a menu has used the key, and the rich text says so always.
  if (!(target instanceof HTMLElement) || !pane.contains(target)) return
  if (event.defaultPrevented && !target.isContentEditable) return
  event.preventDefault()
  pane.focus({ preventScroll: true })
}

/** The one polite place where things are said to screen readers. */
function Spoken() {
  const { said } = useRoom()
  return (
    <p className="vh" role="status">
      {useStore(said)}
    </p>
  )
}
