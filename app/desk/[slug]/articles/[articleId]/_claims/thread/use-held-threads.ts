'use client'
import { useState } from 'react'
import { hasDraft } from '@/app/_draft/draft'
import { isResolved, type Thread } from '@/server/thread/thread'
import { useRoom } from '../../_room/use-room'

/** A thread that stands open here; `since` is what was done with it while words of one's own wait in it. */
export type HeldThread = { thread: Thread; since: 'resolved' | 'deleted' | null }

/**
 * The open threads, and in their places those that were resolved or deleted while words wait in them that are not said
 * yet: no field leaves the page under somebody's hands. `letGo` ends that for a thread.
 */
export function useHeldThreads(threads: Thread[]): { held: HeldThread[]; letGo: (threadId: string) => void } {
  const { member } = useRoom()
  const isAnswered = (thread: Thread) => isBeingAnswered(thread, member.id)
  const [shown, setShown] = useState(() => ({ threads, held: heldAmong([], threads, isAnswered) }))
  if (shown.threads !== threads) setShown({ threads, held: heldAmong(shown.held, threads, isAnswered) })
  const letGo = (threadId: string) =>
    setShown(({ held }) => ({
      threads,
      held: held.filter(({ thread, since }) => thread.id !== threadId || since === null),
    }))
  return { held: shown.held, letGo }
}

function heldAmong(
  before: HeldThread[],
  threads: Thread[],
  isAnswered: (thread: Thread) => boolean,
): HeldThread[] {
  const isHere = new Set(threads.map(({ id }) => id))
  const gone = before.filter(({ thread }) => !isHere.has(thread.id) && isAnswered(thread))
  const here = threads
    .filter((thread) => !isResolved(thread) || isAnswered(thread))
    .map((thread) => ({ thread, since: isResolved(thread) ? ('resolved' as const) : null }))
  return [...here, ...gone.map(({ thread }) => ({ thread, since: 'deleted' as const }))].sort(byAge)
}

const byAge = (one: HeldThread, other: HeldThread) =>
  one.thread.raisedAt.getTime() - other.thread.raisedAt.getTime() ||
  (one.thread.id < other.thread.id ? -1 : 1)

function isBeingAnswered({ id, comments }: Thread, memberId: string): boolean {
  return (
    hasDraft(memberId, `reply:${id}`) || comments.some((comment) => hasDraft(memberId, `edit:${comment.id}`))
  )
}
