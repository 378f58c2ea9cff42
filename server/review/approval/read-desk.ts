import type { Member } from '../../member/member'
import { decisionOf, isOpen, whyNotDecide } from '../submission'
import { type Decided, decisionsOn, describer, type Listed, readCurrent } from './read-queue'

/** What the desk's page shows of reviews: how many there are, and the first of them. */
export type DeskReviews = {
  /** What this member may decide on, the longest wait first. */
  waiting: { count: number; first: Listed[] }
  /** How many more wait for another editor, because this member's edits are in them. */
  ownEdits: number
  /** What came back to this member as an author or submitter and was not submitted again, newest first. */
  returned: { count: number; first: Decided[] }
}

const few = { waiting: 4, returned: 20 }

/** What waits for the member's decision, and what came back to them. */
export async function readDesk(member: Member, read = readCurrent(member)): Promise<DeskReviews> {
  const current = await read
  const open = current
    .filter(isOpen)
    .toReversed()
    .map((facts) => ({ facts, reason: whyNotDecide(facts, member) }))
  const waiting = open.flatMap(({ facts, reason }) => (reason ? [] : [facts]))
  const returned = current.filter(
    (facts) => decisionOf(facts) === 'returned' && facts.authors.includes(member.id),
  )
  const first = waiting.slice(0, few.waiting)
  const describe = await describer([...first, ...returned])
  return {
    waiting: { count: waiting.length, first: first.map(describe) },
    ownEdits: open.filter(({ reason }) => reason?.code === 'own-edits').length,
    returned: { count: returned.length, first: decisionsOn(returned, describe).slice(0, few.returned) },
  }
}
