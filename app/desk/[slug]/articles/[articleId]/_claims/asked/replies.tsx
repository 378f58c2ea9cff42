'use client'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useNow } from '@/app/_ui/time'
import { wallTimeOf } from '@/server/assignment/due/due'
import { isOverdue, outcomeOf, type Reply, whyReplyUnfinished } from '@/server/claim/asked/reply'
import type { Claim } from '@/server/claim/claim'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import { say } from '@/server/refusal'
import { setReplyField } from '@/server/room/doc/entries/asked-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { AskedItem, AskedSection } from './asked-frame'
import { ReplyForm } from './reply-form'

/** Who was asked for their side and what came of it, one of them open for writing. */
export function Replies({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin, mayEdit, desk } = useRoom()
  const [openId, setOpenId] = useState<string | null>(null)
  const now = useNow()
  const today = now && wallTimeOf(now, desk.timeZone).slice(0, 10)
  const add = () => {
    const id = uuid()
    setReplyField(doc, { claimId: claim.id, id }, 'askedAt', today ?? '', origin)
    setOpenId(id)
  }
  if (!mayEdit && claim.replies.length === 0) return null
  return (
    <AskedSection
      {...{ id: 'replies-h', title: t('reply.title'), add: t('reply.add'), count: claim.replies.length }}
      onAdd={mayEdit ? add : null}
    >
      {claim.replies.map((reply, index) =>
        reply.id === openId && mayEdit ? (
          <ReplyForm
            key={reply.id}
            {...{ claimId: claim.id, reply, number: index + 1 }}
            onClose={() => setOpenId(null)}
          />
        ) : (
          <AskedItem
            key={reply.id}
            {...{ id: reply.id, number: index + 1, name: reply.whom || t('reply.unnamed') }}
            {...{ about: aboutReply(reply), quote: reply.answer }}
            missing={lackOf(reply, index + 1, today)}
            edit={t('reply.edit', { number: index + 1 })}
            onEdit={mayEdit ? () => setOpenId(reply.id) : null}
          />
        ),
      )}
    </AskedSection>
  )
}

function aboutReply(reply: Reply): string {
  const t = words()
  const outcome = outcomeOf(reply)
  const field = ({ answered: 'answeredAt', unanswered: 'unansweredBy', awaited: 'deadline' } as const)[
    outcome
  ]
  return inRow([
    statedDate(reply.askedAt),
    reply.way && t(`replyWay.${reply.way}`),
    reply[field] ? `${t(`reply.${field}`)} ${statedDate(reply[field])}` : t(`reply.is.${outcome}`),
  ])
}

function lackOf(reply: Reply, number: number, today: string | null): string | null {
  const t = words()
  if (today && isOverdue(reply, today))
    return t('reply.overdue', {
      whom: reply.whom || t('reply.unnamed'),
      day: statedDate(reply.deadline),
    })
  const why = whyReplyUnfinished(reply, number)
  return why && say(why)
}
