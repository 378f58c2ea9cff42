import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, comments, resolutions, threads } from '../../db/schema'
import type { NewsKind } from '../../db/vocabulary'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { ClaimNews, News, ThreadNews } from './news'
import { type Asked, byOthers, isNewestResolution, selectActs } from './read-acts'

/** What others did in an article since a moment; nothing where the article is not there for the member. */
export async function readNews(asked: Asked, member: Member): Promise<News> {
  const [claims, threads] = await Promise.all([readClaims(asked, member), readThreads(asked, member)])
  return { claims, threads }
}

async function readClaims(asked: Asked, member: Member): Promise<ClaimNews[]> {
  // Acts first, as they are few: the planner would else look through all of them for each claim.
  const { rows } = await db().execute<{ claimId: string; what: NewsKind[]; at: string }>(sql`
    with acts as materialized (${selectActs(asked, member)})
    select ${claims.id} as "claimId", array_agg(distinct acts.what) as what, max(acts.at) as at
    from acts join ${claims} on ${claims.id} = acts.claim_id
    where ${claims.articleId} = ${asked.articleId} and ${claims.deskId} = ${member.deskId}
      and ${isThere(sql`${asked.articleId}::uuid`, member.id)}
    group by ${claims.id}`)
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }))
}

async function readThreads(asked: Asked, member: Member): Promise<ThreadNews[]> {
  const { rows } = await db().execute<ThreadNews>(sql`
    select * from (
      select ${threads.id} as "threadId", ${threads.claimId} as "claimId",
        (select count(*)::int from ${comments} where ${comments.threadId} = ${threads.id}
          and ${byOthers(comments.memberId, comments.saidAt, asked, member)}) as comments,
        exists (select from ${resolutions} where ${resolutions.threadId} = ${threads.id} and ${isNewestResolution}
          and ${byOthers(resolutions.memberId, resolutions.at, asked, member)}) as "isSettled"
      from ${threads}
      where ${threads.articleId} = ${asked.articleId} and ${threads.deskId} = ${member.deskId}
        and ${threads.removedAt} is null and ${isThere(threads.articleId, member.id)}
    ) talk where talk.comments > 0 or talk."isSettled"`)
  return rows
}
