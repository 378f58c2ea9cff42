'use client'
import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Icon } from '@/app/_ui/icon'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { isResolved, type Thread, whyNotSettle } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { CommentItem } from './comment-item'
import { Composer } from './composer/composer'
import { ResolveForm } from './resolve-form'
import type { Talk } from './use-talk'

type Props = { thread: Thread; talk: Talk; targetId: string | null }

/** One thread: what was said, a field to answer in, and the ways to end it. */
export function ThreadTalk({ thread, talk, targetId }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  const { id, claimId, comments, resolution } = thread
  const isDone = isResolved(thread)
  return (
    <div className={`thread ${isDone ? 'is-done' : ''}`} data-thread="">
      <Head thread={thread} talk={talk} />
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets. */}
      <ul role="list" aria-label={t('thread.by', { name: thread.raisedBy.name })}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            claimId={claimId}
            talk={talk}
            isTarget={comment.id === targetId}
            isResolved={isDone}
          />
        ))}
      </ul>
      {resolution && (
        <p className="meta settled">
          {t(isDone ? 'thread.resolvedBy' : 'thread.reopenedBy', { name: resolution.by.name })}
          {resolution.reason && <span className="said"> {resolution.reason}</span>}
        </p>
      )}
      {mayEdit && !isDone && (
        <Composer
          label={t('thread.reply')}
          draft={`reply:${id}`}
          send={t('thread.send')}
          onSay={(text, commentId) => talk.comment({ threadId: id, commentId, text })}
        />
      )}
    </div>
  )
}

/** Who raised it; and for whoever may, the ways to resolve it, open it again and delete it. */
function Head({ thread, talk }: Omit<Props, 'targetId'>) {
  const t = words()
  const { member, mayEdit } = useRoom()
  const maySettle = mayEdit && !whyNotSettle({ raisedBy: thread.raisedBy.id }, member)
  return (
    <div className="thread-head">
      <span className="meta grow">{t('thread.by', { name: thread.raisedBy.name })}</span>
      {maySettle && <Ways thread={thread} talk={talk} />}
    </div>
  )
}

function Ways({ thread, talk }: Omit<Props, 'targetId'>) {
  const t = words()
  const { announce } = useRoom()
  const [isResolving, setIsResolving] = useState(false)
  const isDone = isResolved(thread)
  const settle = (resolve: boolean, reason = '') =>
    talk
      .resolve({ threadId: thread.id, isResolved: resolve, reason })
      .then(() => {
        setIsResolving(false)
        announce(t(resolve ? 'thread.resolved' : 'thread.reopened'))
      })
      .catch((error) => sayWrong(sentenceOf(error)))
  const remove = () =>
    talk
      .remove(thread.id)
      .then(() =>
        sayDone(t('thread.deleted'), {
          label: t('thread.undo'),
          act: () => void talk.bringBack(thread.id).catch((error) => sayWrong(sentenceOf(error))),
        }),
      )
      .catch((error) => sayWrong(sentenceOf(error)))
  if (isResolving)
    return (
      <ResolveForm onResolve={(reason) => void settle(true, reason)} onLeave={() => setIsResolving(false)} />
    )
  return (
    <>
      <button
        type="button"
        className="btn quiet xs"
        data-resolve=""
        onClick={() => (isDone ? void settle(false) : setIsResolving(true))}
      >
        <Icon of={isDone ? RotateCcw : Check} size="sm" /> {t(isDone ? 'thread.reopen' : 'thread.resolve')}
      </button>
      <button
        type="button"
        className="btn quiet icon-only xs"
        aria-label={t('thread.delete')}
        title={t('thread.delete')}
        onClick={() => void remove()}
      >
        <Icon of={Trash2} size="sm" />
      </button>
    </>
  )
}
