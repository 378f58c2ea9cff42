'use client'
import { useState } from 'react'
import { Avatar } from '@/app/_ui/avatar'
import { Ago } from '@/app/_ui/time'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { Comment } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { NewMark } from '../../_since/new-mark'
import { useIsNew } from '../../_since/since-context'
import { CommentText } from './comment-text'
import { CommentEdit } from './composer/comment-edit'
import { useMentionable } from './composer/use-mentionable'
import { type Talk, useVersions } from './use-talk'

type Props = { comment: Comment; place: string; talk: Talk; isTarget: boolean; isResolved: boolean }

/** One comment: who, when (the link to it), the words, and for whoever said it the way to change them. */
export function CommentItem({ comment, place, talk, isTarget, isResolved }: Props) {
  const t = words()
  const { member, mayEdit } = useRoom()
  const { mentionable } = useMentionable()
  const [isEditing, setIsEditing] = useState(false)
  const [isOpened, setIsOpened] = useState(false)
  const { id, by, text, version, editedAt } = comment
  const isNew = useIsNew()(comment.saidAt, by.id)
  return (
    <li className={`comment ${isTarget ? 'is-target' : ''} ${isNew ? 'is-new' : ''}`} id={`comment-${id}`}>
      <Avatar id={by.id} name={by.name} />
      <p className="by">
        <b>{by.name}</b>
        <a className="meta" href={place} data-comment="">
          <Ago at={comment.saidAt} />
        </a>
        {isNew && <NewMark />}
        {editedAt && (
          <button
            type="button"
            className="linkbtn meta"
            aria-expanded={isOpened}
            onClick={() => setIsOpened(!isOpened)}
          >
            {t('thread.edited')}
          </button>
        )}
        {by.id === member.id && mayEdit && !isEditing && !isResolved && (
          <button type="button" className="linkbtn meta" onClick={() => setIsEditing(true)}>
            {t('thread.edit')}
          </button>
        )}
      </p>
      {isEditing ? (
        <CommentEdit comment={comment} talk={talk} onClose={() => setIsEditing(false)} />
      ) : (
        <CommentText text={text} mentionable={mentionable} />
      )}
      {isOpened && <Earlier commentId={id} newest={version} />}
    </li>
  )
}

/** The words that a comment had before, the newest of them first. */
function Earlier({ commentId, newest }: { commentId: string; newest: number }) {
  const { mentionable } = useMentionable()
  const reading = useVersions(commentId)
  const earlier = (reading.data ?? []).filter(({ number }) => number < newest)
  return (
    <>
      <ReadState of={reading} name={words()('thread.earlier')} lines={1} />
      <ol className="earlier" reversed>
        {earlier.toReversed().map(({ number, text, at }) => (
          <li key={number}>
            <span className="meta">
              <Ago at={at} />
            </span>
            <CommentText text={text} mentionable={mentionable} />
          </li>
        ))}
      </ol>
    </>
  )
}
