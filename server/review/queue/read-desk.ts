import { isAmong } from '../../../db/ids'
import { submissions } from '../../../db/schema'
import type { Member } from '../../member/member'
import { readFacts } from '../read-facts'
import { decisionOf, isOpen, whyNotDecide } from '../submission'
import { type Decided, decisionsOn, describer, type Listed } from './read-queue'
import { readStanding, type Standing } from './read-standing'

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
export async function readDesk(member: Member, read = readStanding(member)): Promise<DeskReviews> {
  const standing = await read
  const open = standing
    .filter(isOpen)
    .toReversed()
    .map((one) => ({ one, reason: whyNotDecide(one, member) }))
  const waiting = open.flatMap(({ one, reason }) => (reason ? [] : [one]))
  const returned = standing.filter((one) => decisionOf(one) === 'returned' && one.authors.includes(member.id))
  const shown = [...waiting.slice(0, few.waiting), ...lastDecided(returned).slice(0, few.returned)]
  const facts = await readFacts(
    isAmong(
      submissions.id,
      shown.map(({ id }) => id),
    ),
  )
  const describe = await describer(facts)
  const isWaiting = new Set(waiting.map(({ id }) => id))
  const [first, back] = [
    facts.filter(({ id }) => isWaiting.has(id)),
    facts.filter(({ id }) => !isWaiting.has(id)),
  ]
  return {
    waiting: { count: waiting.length, first: first.toReversed().map(describe) },
    ownEdits: open.filter(({ reason }) => reason?.code === 'own-edits').length,
    returned: { count: returned.length, first: decisionsOn(back, describe) },
  }
}

/** How many submissions wait for this member: the number beside Approvals. */
export async function countWaiting(
  member: Member,
  read = readStanding(member),
): Promise<{ waiting: number }> {
  const standing = await read
  return { waiting: standing.filter((one) => whyNotDecide(one, member) === null).length }
}

const lastDecided = (returned: Standing[]) =>
  returned.toSorted((one, other) => (other.decidedAt?.getTime() ?? 0) - (one.decidedAt?.getTime() ?? 0))
