import type { Member } from '../../member/member'
import { isCalledOff } from '../release/release'
import { decisionOf, whyNotDecide } from '../submission'
import { type ListedWithReview, readListed } from './read-listed'
import { calledOff, type Decided, type Listed } from './read-queue'
import { mostNamed, readStanding, type Standing } from './read-standing'

/** What the desk's page shows of reviews: how many there are, and the first of them. */
export type DeskReviews = {
  /** What this member may decide on, the longest wait first. */
  waiting: { count: number; first: Listed[] }
  /** How many more wait for another editor, because this member's edits are in them. */
  ownEdits: number
  /** What came back to this member as an author or submitter and was not submitted again, newest first. */
  returned: { count: number; first: Decided[] }
}

const few = { waiting: 4, returned: mostNamed }

/** What waits for the member's decision, and what came back to them. */
export async function readDesk(member: Member, read = readStanding(member)): Promise<DeskReviews> {
  const standing = (await read).map((one) => ({ ...one, reason: whyNotDecide(one, member) }))
  const waiting = standing.filter(({ reason }) => reason === null)
  const returned = standing.filter((one) => decisionOf(one) === 'returned' && one.authors.includes(member.id))
  const oldest = waiting.flatMap((one) => one.oldest.slice(0, few.waiting))
  const listed = new Map(
    (await readListed([...oldest, ...returned.flatMap((one) => one.lastDecided)])).map((one) => [
      one.id,
      one,
    ]),
  )
  const first = oldest.flatMap((id) => listed.get(id) ?? []).map(({ review: _, ...one }) => one)
  const back = returned.flatMap((one) =>
    one.lastDecided.flatMap((id) => decidedAs(listed.get(id), one.release)),
  )
  return {
    waiting: { count: inAll(waiting), first: first.sort(firstSubmitted).slice(0, few.waiting) },
    ownEdits: inAll(standing.filter(({ reason }) => reason?.code === 'own-edits')),
    returned: { count: inAll(returned), first: back.sort(lastDecided).slice(0, few.returned) },
  }
}

/** How many submissions wait for this member: the number beside Approvals. */
export async function countWaiting(
  member: Member,
  read = readStanding(member),
): Promise<{ waiting: number }> {
  return { waiting: inAll((await read).filter((one) => whyNotDecide(one, member) === null)) }
}

const inAll = (standing: Standing[]) => standing.reduce((sum, { count }) => sum + count, 0)

/** A release that was called off is the last decision on its submission. */
function decidedAs(listed: ListedWithReview | undefined, release: Standing['release']): Decided[] {
  if (!listed?.review) return []
  const { review, ...one } = listed
  const off = isCalledOff(release) ? release?.outcome : null
  return [{ ...one, ...(off ? calledOff(off, review.editor) : review) }]
}

const firstSubmitted = (one: Listed, other: Listed) =>
  one.submittedAt.getTime() - other.submittedAt.getTime() || (one.id < other.id ? -1 : 1)
const lastDecided = (one: Decided, other: Decided) => other.decidedAt.getTime() - one.decidedAt.getTime()
