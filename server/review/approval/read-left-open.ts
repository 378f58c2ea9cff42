import { eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { claims } from '../../../db/schema'
import type { Member } from '../../member/member'
import { readTask } from '../../revision/passage/read-passages'
import { isInDoubt } from '../../source/watch/read-in-doubt'
import { countSuggestions } from '../../suggestion/read-suggestions'
import { countOpenThreads } from '../../thread/read-threads'

/** What is not settled around a claim now, beside its own words; who asks has seen to it that the member may read it. */
export async function readLeftOpen(claimId: string, member: Member) {
  const [passage, inDoubt, threads, suggestions] = await Promise.all([
    readTask(claimId),
    readInDoubt(claimId),
    countOpenThreads(claimId, member),
    countSuggestions(claimId, member),
  ])
  return { passage, isInDoubt: inDoubt, threads, suggestions }
}

async function readInDoubt(claimId: string): Promise<boolean> {
  const [row] = await db()
    .select({ is: sql<boolean>`${isInDoubt(claims.id)}` })
    .from(claims)
    .where(eq(claims.id, claimId))
  return row?.is ?? false
}
