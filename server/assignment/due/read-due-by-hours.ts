import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { desks } from '../../../db/schema'
import type { Member } from '../../member/member'
import { readStages } from '../../review/read-stages'
import { dueByHours } from '../assignment'

type DueByHours = (claimId: string | null, now: Date) => Date | null

/** Tells when a claim of the article, or the article itself, is due by the desk's hours where nobody says. */
export async function readDueByHours(member: Member, articleId: string): Promise<DueByHours> {
  const { hoursToCheck, hoursReturned, hoursChanged } = desks
  const [hours] = await db()
    .select({ hoursToCheck, hoursReturned, hoursChanged })
    .from(desks)
    .where(eq(desks.id, member.deskId))
  if (!hours || Object.values(hours).every((one) => one === null)) return () => null
  const stages = new Map((await readStages(articleId, member)).map(({ claimId, stage }) => [claimId, stage]))
  return (claimId, now) => dueByHours(stages.get(claimId ?? '') ?? 'to-check', hours, now)
}
