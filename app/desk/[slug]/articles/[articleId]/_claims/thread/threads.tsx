'use client'
import '@/app/_styles/room/thread.css'
import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'
import { useKeepFocus } from '@/app/_keys/use-keep-focus'
import { useKeys } from '@/app/_keys/use-keys'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { Claim } from '@/server/claim/claim'
import { isResolved, type Thread } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useTalkNews } from '../../_since/talk-news'
import { Composer } from './composer/composer'
import { inThread } from './thread-keys'
import { ThreadTalk } from './thread-talk'
import { useCommentTarget } from './use-comment-target'
import { useHeldThreads } from './use-held-threads'
import { useTalk } from './use-talk'

const none: Thread[] = []

/** What is said about a claim: open threads, a field to raise one, and those that are resolved. */
export function Threads({ claim }: { claim: Claim }) {
  const t = words()
  const { mayEdit } = useRoom()
  const section = useRef<HTMLElement>(null)
  const talk = useTalk(claim.id)
  const targetId = useSearchParams().get('comment')
  useKeepFocus(section)
  useCommentTarget(section, targetId, talk.threads !== null)
  const toComposer = () => section.current?.querySelector<HTMLElement>('[data-raise] textarea')?.focus()
  useKeys({ c: toComposer, 'mod+alt+m': toComposer })
  const all = talk.threads ?? none
  const { held, letGo } = useHeldThreads(all)
  const isHeld = new Set(held.map(({ thread }) => thread.id))
  const open = all.filter((thread) => !isResolved(thread))
  const done = all.filter((thread) => isResolved(thread) && !isHeld.has(thread.id))
  const said = open.reduce((sum, { comments }) => sum + comments.length, 0)
  const newDone = useTalkNews(done)
  const isTargetDone = done.some(({ comments }) => comments.some(({ id }) => id === targetId))
  return (
    <section className="dt-sec" aria-labelledby="thr-h" ref={section} onKeyDown={inThread}>
      <h3 className="label" id="thr-h">
        {t('thread.title')} <span className="ink-3">{said}</span>
      </h3>
      <ReadState of={talk.reading} name={t('thread.title')} />
      {talk.threads && all.length === 0 && (
        <p className="no-sources">{t(mayEdit ? 'thread.none' : 'thread.noneObserver')}</p>
      )}
      {held.map(({ thread, since }) => (
        <ThreadTalk
          key={thread.id}
          thread={thread}
          talk={talk}
          targetId={targetId}
          since={since}
          onLetGo={() => letGo(thread.id)}
        />
      ))}
      {mayEdit && (
        <div data-raise="">
          <Composer
            label={t(held.length > 0 ? 'thread.another' : 'thread.first')}
            draft={`raise:${claim.id}`}
            send={t('thread.send')}
            onSay={(text, id) => talk.raise({ threadId: id, commentId: id, text })}
          />
        </div>
      )}
      {done.length > 0 && (
        <details
          className="done-threads"
          open={isTargetDone || newDone.said + newDone.settled > 0 || undefined}
        >
          <summary>{t('thread.done', { count: done.length })}</summary>
          {done.map((thread) => (
            <ThreadTalk key={thread.id} thread={thread} talk={talk} targetId={targetId} />
          ))}
        </details>
      )}
    </section>
  )
}
