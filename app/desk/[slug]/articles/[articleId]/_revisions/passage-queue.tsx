'use client'
import { type RefObject, useRef, useState } from 'react'
import { Dialog } from '@/app/_ui/dialog'
import { paragraphsAround } from '@/server/article/frozen-text'
import type { Passage } from '@/server/revision/revision'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../_room/use-room'
import { OtherWords } from './other-words'
import { useQueueKeys } from './use-queue-keys'
import { usePassageActs } from './use-revision-acts'

type Props = { doubtful: readonly Passage[] }

/** The passages that could not be placed for sure; a person says of each where it is. */
export function PassageQueue({ doubtful }: Props) {
  const t = words()
  const [isOpen, setOpen] = useState(false)
  const first = useRef<HTMLElement>(null)
  return (
    <>
      <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('revision.toPlace', { count: doubtful.length })}
      </button>
      <Dialog title={t('revision.queueTitle')} isOpen={isOpen} first={first} onClose={() => setOpen(false)}>
        <Queue doubtful={doubtful} own={first} />
      </Dialog>
    </>
  )
}

/** `own` has the focus first: on a button, Enter would do what the button says. */
function Queue({ doubtful, own }: Props & { own: RefObject<HTMLElement | null> }) {
  const t = words()
  const claims = useClaims()
  const { settle, isBusy } = usePassageActs()
  const [nth, go] = useState(0)
  const at = Math.min(nth, doubtful.length - 1)
  const passage = doubtful[at]
  const step = (by: 1 | -1) => go((at + by + doubtful.length) % doubtful.length)
  const say = (is: 'here' | 'gone') => passage && !isBusy && settle(passage.placementId, { is })
  useQueueKeys({ j: () => step(1), k: () => step(-1), enter: () => say('here'), g: () => say('gone') })
  if (!passage) return null
  const number = claims.findIndex(({ id }) => id === passage.claimId) + 1
  const place = t('revision.queuePlace', { at: at + 1, all: doubtful.length, number })
  return (
    <section ref={own} className="passage-queue" tabIndex={-1} aria-label={place}>
      <p className="meta">{place}</p>
      <h3>{t('revision.was')}</h3>
      <blockquote className="dt-quote" dir="auto">
        {passage.was}
      </blockquote>
      <h3>{t('revision.isThought')}</h3>
      <Thought passage={passage} />
      <p className="acts">
        <button type="button" className="btn primary" onClick={() => say('here')}>
          {t('revision.isHere')}{' '}
          <span aria-hidden="true">
            <kbd>Enter</kbd>
          </span>
        </button>
        <button type="button" className="btn" onClick={() => say('gone')}>
          {t('revision.isGone')}{' '}
          <span aria-hidden="true">
            <kbd>G</kbd>
          </span>
        </button>
      </p>
      <OtherWords
        key={passage.placementId}
        onChoose={(span) => !isBusy && settle(passage.placementId, { is: 'elsewhere', span })}
      />
      {doubtful.length > 1 && (
        <p className="acts">
          <button type="button" className="btn quiet sm" onClick={() => step(-1)}>
            {t('revision.before')}{' '}
            <span aria-hidden="true">
              <kbd>K</kbd>
            </span>
          </button>
          <button type="button" className="btn quiet sm" onClick={() => step(1)}>
            {t('revision.next')}{' '}
            <span aria-hidden="true">
              <kbd>J</kbd>
            </span>
          </button>
        </p>
      )}
      <p className="hint">{t('revision.keys')}</p>
    </section>
  )
}

/** Where it is thought to be, in its paragraph where the newest text is on the page. */
function Thought({ passage: { span, words: now } }: { passage: Passage }) {
  const { revision } = useRoom()
  const around = span && paragraphsAround(revision.blocks, revision.text, span)
  const isShown = around !== null && around.quote === now
  return (
    <blockquote className="dt-quote" dir="auto">
      {isShown && around.before}
      <mark>{now}</mark>
      {isShown && around.after}
    </blockquote>
  )
}
