'use client'
import { replyWays } from '@/db/vocabulary'
import { type Reply, type ReplyField, whyReplyUnfinished } from '@/server/claim/asked/reply'
import { isStatedDate } from '@/server/date/stated-date'
import { say } from '@/server/refusal'
import { setReplyField } from '@/server/room/doc/entries/asked-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { ChoiceField, ValueField } from '../fields/field'
import { typing } from '../fields/typing'
import { sayUndoable } from '../undo-toast'
import { AskedForm } from './asked-frame'

type Props = { claimId: string; reply: Reply; number: number; onClose: () => void }
type DateField = 'askedAt' | 'deadline' | 'answeredAt' | 'unansweredBy'

/** A request for a reply, open for writing: whom, how and when, and the answer or that none came. */
export function ReplyForm({ claimId, reply, number, onClose }: Props) {
  const t = words()
  const { doc, origin } = useRoom()
  const place = { claimId, id: reply.id }
  const write = (field: ReplyField) => (value: string) => setReplyField(doc, place, field, value, typing)
  const remove = () => {
    setReplyField(doc, place, 'deleted', new Date().toISOString(), origin)
    sayUndoable(t('reply.removed', { number }), () => setReplyField(doc, place, 'deleted', null, origin))
  }
  const dateField = (field: DateField) => (
    <ValueField
      label={t(`reply.${field}`)}
      hint={t('source.dateHint')}
      value={reply[field]}
      onWrite={write(field)}
      wrong={!reply[field].trim() || isStatedDate(reply[field]) ? null : say({ code: 'date-unreadable' })}
    />
  )
  return (
    <AskedForm
      {...{ id: reply.id, number, name: t('reply.number', { number }), onClose }}
      {...{ why: whyReplyUnfinished(reply, number), remove: t('reply.remove'), onRemove: remove }}
    >
      <ValueField wide autoFocus label={t('reply.whom')} value={reply.whom} onWrite={write('whom')} />
      <ChoiceField
        label={t('reply.way')}
        unset={t('reply.wayUnset')}
        value={reply.way}
        choices={replyWays}
        nameOf={(way) => t(`replyWay.${way}`)}
        onWrite={(way) => setReplyField(doc, place, 'way', way, origin)}
      />
      {dateField('askedAt')}
      {dateField('deadline')}
      {dateField('unansweredBy')}
      <ValueField wide lines label={t('reply.answer')} value={reply.answer} onWrite={write('answer')} />
      {dateField('answeredAt')}
    </AskedForm>
  )
}
