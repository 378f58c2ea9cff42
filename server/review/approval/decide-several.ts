import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client'
import { openings } from '../../../db/schema'
import type { Member } from '../../member/member'
import { type Refusal, Refused } from '../../refusal'
import { type Decided, decide } from '../decide'
import { whyNotUnopened } from './approving'

/** What became of one among several: approved, with its publication where it got one, or refused and why. */
export type Outcome =
  | { publication: Decided['publication']; refusal: null }
  | { publication: null; refusal: Refusal }

/** Approves several submissions, each in a transaction of its own; the outcomes come in the order of what was named. */
export async function approveSeveral({ member, submissionIds }: { member: Member; submissionIds: string[] }) {
  const opened = await readOpened(member, submissionIds)
  const outcomes: Outcome[] = []
  // One after the other: they wait for the same log anyway.
  for (const submissionId of submissionIds)
    outcomes.push(await approveOne(member, submissionId, opened.has(submissionId)))
  return outcomes
}

async function approveOne(member: Member, submissionId: string, isOpened: boolean): Promise<Outcome> {
  const refusal = whyNotUnopened(isOpened)
  if (refusal) return { publication: null, refusal }
  try {
    const { publication } = await decide({ member, submissionId, decision: 'approved', note: '' })
    return { publication, refusal: null }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { publication: null, refusal: error.refusal }
  }
}

async function readOpened({ id }: Member, submissionIds: string[]): Promise<Set<string>> {
  const found = await db()
    .select({ submissionId: openings.submissionId })
    .from(openings)
    .where(and(eq(openings.memberId, id), inArray(openings.submissionId, submissionIds)))
  return new Set(found.map(({ submissionId }) => submissionId))
}
