import { type ReplyWay, replyWays } from '../../../db/vocabulary'
import { isStatedDate } from '../../date/stated-date'
import type { Refusal } from '../../refusal'

/** The right of reply: that somebody was asked for their side, and what came back. Empty text means not stated. */
export type Reply = {
  id: string
  whom: string
  way: ReplyWay | null
  /** As precise as known, like all dates of it. */
  askedAt: string
  /** Until when an answer was asked for. */
  deadline: string
  /** Word for word. */
  answer: string
  answeredAt: string
  /** The day by which nothing had come; empty while it is awaited. */
  unansweredBy: string
}

const dates = ['askedAt', 'deadline', 'answeredAt', 'unansweredBy'] as const
export const replyFields = [
  ...(['whom', 'way', 'askedAt', 'deadline', 'answer', 'answeredAt', 'unansweredBy'] as const),
] satisfies (keyof Reply)[]
export type ReplyField = (typeof replyFields)[number]

export function isReplyWay(value: unknown): value is ReplyWay {
  return replyWays.some((way) => way === value)
}

/** What came of asking: an answer counts, whatever was said of it before. */
export function outcomeOf({ answer, unansweredBy }: Reply): 'answered' | 'unanswered' | 'awaited' {
  if (answer.trim()) return 'answered'
  return unansweredBy.trim() ? 'unanswered' : 'awaited'
}

/** What a request for a reply still needs before its claim can be submitted; null when it is finished. */
export function whyReplyUnfinished(reply: Reply, number: number): Refusal | null {
  const values = { number }
  if (!reply.whom.trim() || !reply.askedAt.trim()) return { code: 'reply-unfinished', values }
  const isUnreadable = dates.some((date) => reply[date].trim() && !isStatedDate(reply[date]))
  return isUnreadable ? { code: 'reply-date-unreadable', values } : null
}

/** Whether an answer is still awaited although its day has passed; `today` is a day as in "2026-11-30". */
export function isOverdue(reply: Reply, today: string): boolean {
  return outcomeOf(reply) === 'awaited' && isPast(reply.deadline, today)
}

/** Whether a stated day lies before today. */
export function isPast(stated: string, today: string): boolean {
  const deadline = stated.trim()
  if (!isStatedDate(deadline)) return false
  // A month or a year has passed when its last day has: "2026-11" is not over on 30 November.
  return deadline.slice(0, 10) < today.slice(0, Math.min(deadline.length, 10))
}

/** A request for a reply that nothing came of yet, and the day until which it was asked for. */
export type Awaited = { id: string; deadline: string }

/** Those among requests that are awaited until a day. */
export function awaitedAmong(replies: readonly Reply[]): Awaited[] {
  return replies.flatMap((reply) => {
    const deadline = reply.deadline.trim()
    return outcomeOf(reply) === 'awaited' && isStatedDate(deadline) ? [{ id: reply.id, deadline }] : []
  })
}
