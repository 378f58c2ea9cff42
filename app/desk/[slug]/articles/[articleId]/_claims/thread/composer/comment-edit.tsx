'use client'
import { useState } from 'react'
import { refusalOf } from '@/app/_api/refusal-of'
import { draftOf, keepDraft } from '@/app/_draft/draft'
import { BesideNewer } from '@/app/_form/beside-newer'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { Comment } from '@/server/thread/thread'
import { words } from '@/server/words'
import { useRoom } from '../../../_room/use-room'
import { CommentText } from '../comment-text'
import type { Talk } from '../use-talk'
import { Composer } from './composer'
import { useMentionable } from './use-mentionable'

type Props = { comment: Comment; talk: Talk; onClose: () => void }

/** Changes a comment's words. Where they were changed in another window, both stand side by side. */
export function CommentEdit({ comment: { id, text, version }, talk, onClose }: Props) {
  const t = words()
  const { member } = useRoom()
  const { mentionable, reading } = useMentionable()
  const draft = `edit:${id}`
  const [read] = useState(() => versionOfDraft(member.id, draft, version))
  // Once told that it was changed, whoever saves again means it.
  const [isTold, setIsTold] = useState(false)
  // What was sent from here may be read before the answer comes.
  const [sent, setSent] = useState<string | null>(null)
  const isNewer = version !== read && text !== sent
  const save = async (changed: string) => {
    setSent(changed)
    try {
      await talk.change({ commentId: id, text: changed, version: isTold ? version : read })
    } catch (error) {
      if (refusalOf(error)?.code === 'comment-changed') setIsTold(true)
      throw error
    }
    onClose()
  }
  const take = () => {
    keepDraft(member.id, draft, null)
    onClose()
  }
  // Names are needed to show a mention as it is typed.
  if (!reading.data) return <ReadState of={reading} name={t('thread.mentionable')} lines={1} />
  return (
    <BesideNewer
      newer={
        isNewer
          ? { title: t('thread.newer'), shown: <CommentText text={text} mentionable={mentionable} /> }
          : null
      }
      take={t('newer.take')}
      onTake={take}
    >
      <Composer
        label={t('thread.editLabel')}
        draft={draft}
        send={t(isNewer && isTold ? 'newer.saveMine' : 'thread.save')}
        initial={text}
        isFocused
        onSay={save}
        onLeave={onClose}
      />
    </BesideNewer>
  )
}

/** The version that was read before these words were typed: kept with them, they may be from before a reload. */
function versionOfDraft(memberId: string, draft: string, version: number): number {
  const kept = draftOf(memberId, draft) === null ? null : draftOf(memberId, `${draft}:version`)
  if (kept === null) keepDraft(memberId, `${draft}:version`, String(version))
  return kept === null ? version : Number(kept)
}
