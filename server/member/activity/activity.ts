import type { Named } from '../face/public-name'

/** What a member can have done on a desk, as rows tell it. */
export const activityKinds = [
  ...(['edited', 'imported', 'commented', 'suggested', 'submitted'] as const),
  ...(['approved', 'returned', 'resolved', 'reopened'] as const),
]
export type ActivityKind = (typeof activityKinds)[number]

/** One thing a member did; edits are told by the day, with how many claims they touched. */
export type Activity = {
  kind: ActivityKind
  id: string
  at: Date
  articleId: string
  articleTitle: string
  claimId: string | null
  /** What the claim says; null where the act was about a whole article. */
  claim: string | null
  claims: number
}

/** Somebody who is or was on the desk. */
export type Colleague = Named & { id: string; joinedAt: Date; removedAt: Date | null }

export type Cursor = { at: Date; id: string }

/** Some of what a member did, the newest first, and from where to read on; null at the end. */
export type ActivityPage = { member: Colleague; done: Activity[]; next: Cursor | null }

/** What was done, by the day it was done on; `dayOf` names the day. */
export function byDay(done: Activity[], dayOf: (at: Date) => string): { day: string; done: Activity[] }[] {
  const days = new Map<string, Activity[]>()
  for (const act of done) {
    const day = dayOf(act.at)
    days.set(day, [...(days.get(day) ?? []), act])
  }
  return [...days].map(([day, acts]) => ({ day, done: acts }))
}
