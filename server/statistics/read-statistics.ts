import { sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { claims, desks, publications, reviews, submissions } from '../../db/schema'
import { isOpenTo } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { deskAgreement } from '../own-verdict/agreement'
import { readFirstVerdicts } from '../own-verdict/read-own-verdicts'
import { readBlindPairs } from '../second-verdict/read-second-verdicts'
import { readLongest, readStageCounts } from './read-stage-counts'
import { type Statistics, type StepTime, type WeekCount, weeksShown } from './statistics'

/**
 * The statistics of the member's desk as they are now, each added up by the database: of articles that are not there for them
 * only what readers have, too.
 */
export async function readStatistics({ id, deskId }: Pick<Member, 'id' | 'deskId'>): Promise<Statistics> {
  const [{ stages, waiting }, longest, weeks, steps, firstVerdicts, blind] = await Promise.all([
    readStageCounts({ id, deskId }),
    readLongest({ id, deskId }),
    readWeeks(deskId),
    readSteps({ id, deskId }),
    readFirstVerdicts({ id, deskId }),
    readBlindPairs({ id, deskId }),
  ])
  return {
    at: new Date(),
    stages,
    waiting: { count: waiting, longest },
    weeks,
    steps,
    agreement: deskAgreement(firstVerdicts, blind),
  }
}

/** The last weeks, also those in which nothing was published; a week begins on Monday by the desk's calendar. */
async function readWeeks(deskId: string): Promise<WeekCount[]> {
  const { rows } = await db().execute<WeekCount>(sql`
    with desk as (select time_zone as zone from ${desks} where id = ${deskId}),
      weeks as (select date_trunc('week', now() at time zone zone) - n * interval '1 week' as monday
        from desk, generate_series(0, ${weeksShown - 1}) n),
      counted as (
        select date_trunc('week', published_at at time zone zone) as monday,
          count(*) filter (where version = 1) as first, count(*) filter (where version > 1) as corrections
        from ${publications}, desk
        where desk_id = ${deskId} and published_at > now() - ${weeksShown + 1} * interval '1 week' group by 1)
    select to_char(monday, 'YYYY-MM-DD') as monday, coalesce(first, 0)::int as first,
      coalesce(corrections, 0)::int as corrections
    from weeks left join counted using (monday) order by monday`)
  return rows
}

/** Each step over the claims that passed it in those weeks, of articles that are open to the member. */
async function readSteps({ id, deskId }: Pick<Member, 'id' | 'deskId'>): Promise<StepTime[]> {
  const times = sql`
    select c.begun_at as marked, c.rated_at as rated, s.submitted, r.decided, p.published from ${claims} c
    left join (select claim_id, min(submitted_at) as submitted from ${submissions}
      where desk_id = ${deskId} group by 1) s on s.claim_id = c.id
    left join (select ds.claim_id, min(decided_at) as decided from ${reviews} dr
      join ${submissions} ds on ds.id = dr.submission_id where ds.desk_id = ${deskId} group by 1) r
      on r.claim_id = c.id
    left join (select claim_id, min(published_at) as published from ${publications}
      where desk_id = ${deskId} group by 1) p on p.claim_id = c.id
    where c.desk_id = ${deskId} and not c.is_deleted and ${isOpenTo(sql`c.article_id`, id)}`
  const { rows } = await db().execute<{ step: StepTime['step']; claims: number; times: number[] }>(sql`
    with times as (${times}), passed as (
      select 1 as place, 'rated' as step, marked as began, rated as ended from times union all
      select 2, 'submitted', rated, submitted from times union all
      select 3, 'decided', submitted, decided from times union all
      select 4, 'published', decided, published from times)
    select step, count(*)::int as claims, percentile_cont(array[0.25, 0.5, 0.75])
      within group (order by greatest(extract(epoch from ended - began)::float8, 0)) as times
    from passed where began is not null and ended > now() - ${weeksShown} * interval '1 week'
    group by place, step order by place`)
  return rows.map(({ step, claims: count, times: seconds }) => {
    const [quarter = 0, half = 0, threeQuarters = 0] = seconds.map((one) => Math.round(one * 1000))
    return { step, claims: count, quarter, half, threeQuarters }
  })
}
