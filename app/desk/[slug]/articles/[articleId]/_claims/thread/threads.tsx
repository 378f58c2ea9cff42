'use client'
import '@/app/_styles/room/thread.css'
import { useSearchParams } from 'next/navigation'
import { type KeyboardEvent, useRef } from 'react'
import { isTyping } from '@/app/_keys/is-typing'
import { useKeys } from '@/app/_keys/use-keys'
import type { Claim } from '@/server/claim/claim'
import { isResolved } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { Composer } from './composer/composer'
import { ThreadTalk } from './thread-talk'
import { useCommentTarget } from './use-comment-target'
import { useTalk } from './use-talk'

/** What is said about a claim: open threads, a field to raise one, and those that are resolved. */
export function Threads({ claim }: { claim: Claim }) {
  const t = words()
  const { mayEdit } = useRoom()
  const section = useRef<HTMLElement>(null)
  const talk = useTalk(claim.id)
  const targetId = useSearchParams().get('comment')
  useCommentTarget(section, targetId, talk.threads !== null)
  const toComposer = () => section.current?.querySelector<HTMLElement>('[data-raise] textarea')?.focus()
  useKeys({ c: toComposer, 'mod+alt+m': toComposer })
  const all = talk.threads ?? []
  const [open, done] = [all.filter((thread) => !isResolved(thread)), all.filter(isResolved)]
  const said = open.reduce((sum, { comments }) => sum + comments.length, 0)
  const isTargetDone = done.some(({ comments }) => comments.some(({ id }) => id === targetId))
  return (
    <section className="dt-sec" aria-labelledby="thr-h" ref={section} onKeyDown={inThread}>
      <h3 className="label" id="thr-h">
        {t('thread.title')} <span className="ink-3">{said}</span>
      </h3>
      {talk.failed && (
        <p className="field-wrong" role="alert">
          {t('thread.failed')}{' '}
          <button type="button" className="linkbtn" onClick={talk.readAgain}>
            {t('ui.tryAgain')}
          </button>
        </p>
      )}
      {talk.isPending && !talk.failed && <p className="meta">{t('thread.arriving')}</p>}
      {talk.threads && all.length === 0 && (
        <p className="no-sources">{t(mayEdit ? 'thread.none' : 'thread.noneObserver')}</p>
      )}
      {open.map((thread) => (
        <ThreadTalk key={thread.id} thread={thread} talk={talk} targetId={targetId} />
      ))}
      {mayEdit && (
        <div data-raise="">
          <Composer
            label={t(open.length > 0 ? 'thread.another' : 'thread.first')}
            draft={`raise:${claim.id}`}
            send={t('thread.send')}
            onSay={(text, id) => talk.raise({ threadId: id, commentId: id, text })}
          />
        </div>
      )}
      {done.length > 0 && (
        <details className="done-threads" open={isTargetDone || undefined}>
          <summary>{t('thread.done', { count: done.length })}</summary>
          {done.map((thread) => (
            <ThreadTalk key={thread.id} thread={thread} talk={talk} targetId={targetId} />
          ))}
        </details>
      )}
    </section>
  )
}

/** Google Docs' keys while something in a thread has the focus: J and K between comments, R to answer, E to resolve. */
function inThread(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const section = event.currentTarget
  const here = event.target instanceof Element ? event.target.closest('[data-thread]') : null
  const step = { j: 1, k: -1 }[event.key]
  if (step) move(section, step)
  else if (event.key === 'r') here?.querySelector<HTMLElement>('.composer textarea')?.focus()
  else if (event.key === 'e') here?.querySelector<HTMLElement>('[data-resolve]')?.click()
  else return
  event.preventDefault()
}

function move(section: HTMLElement, step: number) {
  const links = [...section.querySelectorAll<HTMLElement>('[data-comment]')]
  const at = links.findIndex((link) => link.closest('.comment')?.contains(document.activeElement))
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus()
}
