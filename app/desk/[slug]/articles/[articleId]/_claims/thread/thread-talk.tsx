'use client'
import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Icon } from '@/app/_ui/icon'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { isResolved, placeOfThread, type Resolution, type Thread, whyNotSettle } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { NewMark } from '../../_since/new-mark'
import { useIsNew } from '../../_since/since-context'
import { CommentItem } from './comment-item'
import { Composer } from './composer/composer'
import { ResolveForm } from './resolve-form'
import type { HeldThread } from './use-held-threads'
import type { Talk } from './use-talk'

type Props = {
  thread: Thread
  talk: Talk
  targetId: string | null
  /** What was done with it while somebody here was answering. */
  since?: HeldThread['since']
  onLetGo?: () => void
}

/** One thread: what was said, a field to answer in, and the ways to end it. */
export function ThreadTalk({ thread, talk, targetId, since = null, onLetGo }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  const { id, comments, resolution } = thread
  const isDone = isResolved(thread)
  const isNew = useIsNew()
  const answer = (text: string, commentId: string) => talk.comment({ threadId: id, commentId, text })
  /** The answer to a thread that was ended meanwhile begins one of its own. */
  const raise = async (text: string, threadId: string) => {
    await talk.raise({ threadId, commentId: threadId, text }).then(onLetGo)
  }
  return (
    <div className={`thread ${isDone ? 'is-done' : ''}`} data-thread="">
      {since !== 'deleted' && <Head thread={thread} talk={talk} />}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes the role from lists without bullets. */}
      <ul role="list" aria-label={t('thread.by', { name: thread.raisedBy.name })}>
        {comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            place={placeOfThread(thread, comment.id)}
            talk={talk}
            isTarget={comment.id === targetId}
            isResolved={isDone}
          />
        ))}
      </ul>
      {resolution && (
        <p className="meta settled">
          {t(`thread.${endOf(resolution)}By`, { name: resolution.by.name })}
          {resolution.reason && <span className="said"> {resolution.reason}</span>}{' '}
          {isNew(resolution.at, resolution.by.id) && <NewMark />}
        </p>
      )}
      {since && (
        <p className="missing" role="status">
          {t(`thread.since.${since}`)}
        </p>
      )}
      {mayEdit && (since || !isDone) && (
        <Composer
          label={t('thread.reply')}
          draft={`reply:${id}`}
          send={t(since ? 'thread.sendAnew' : 'thread.send')}
          onSay={since ? raise : answer}
          onLeave={since ? onLetGo : undefined}
          leave={t('thread.discard')}
        />
      )}
    </div>
  )
}

/** Who raised it; and for whoever may, the ways to resolve it, open it again and delete it. */
function Head({ thread, talk }: Pick<Props, 'thread' | 'talk'>) {
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

function Ways({ thread, talk }: Pick<Props, 'thread' | 'talk'>) {
  const t = words()
  const { announce } = useRoom()
  const [isResolving, setIsResolving] = useState(false)
  const isDone = isResolved(thread)
  const settle = async (settled: Pick<Resolution, 'isResolved' | 'isDeclined' | 'reason'>) => {
    await talk.resolve({ threadId: thread.id, ...settled })
    setIsResolving(false)
    announce(t(`thread.${endOf(settled)}`))
  }
  const reopen = () =>
    settle({ isResolved: false, isDeclined: false, reason: '' }).catch((error) => sayWrong(sentenceOf(error)))
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
      <ResolveForm
        threadId={thread.id}
        onResolve={(answer) => settle({ isResolved: true, ...answer })}
        onLeave={() => setIsResolving(false)}
      />
    )
  return (
    <>
      <button
        type="button"
        className="btn quiet xs"
        data-resolve=""
        onClick={() => (isDone ? void reopen() : setIsResolving(true))}
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

/** How a thread was settled, in the words of the messages. */
const endOf = ({ isResolved, isDeclined }: Pick<Resolution, 'isResolved' | 'isDeclined'>) =>
  isDeclined ? 'declined' : isResolved ? 'resolved' : 'reopened'
