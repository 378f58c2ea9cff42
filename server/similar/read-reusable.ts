import { and, desc, eq, not } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, publications } from '../../db/schema'
import { isBlindTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { type Reusable, sourcesToTake } from './reusable'

/** The sources of a published claim that another claim can be given, and which check they are from. */
export async function readReusable(member: Member, number: number): Promise<Reusable> {
  const [row] = await db()
    .select({
      kind: publications.kind,
      version: publications.version,
      desk: desks.name,
      content: publications.content,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .where(and(eq(publications.number, number), not(isBlindTo(publications.articleId, member.id))))
    .orderBy(desc(publications.version))
    .limit(1)
  // What its desk stands by no more is taken over by nobody.
  if (!row || row.kind === 'retraction') throw new Refused({ code: 'claim-unknown' })
  return { number, version: row.version, desk: row.desk, sources: sourcesToTake(row.content.claim.sources) }
}
