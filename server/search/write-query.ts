import { type SQL, sql } from 'drizzle-orm'
import type { Sought } from './search'

/**
 * SQL: all that is sought, as one tsquery. `search_fold` leaves no sign in it that tsquery could take for its own. The
 * words of a run stand next to each other, or with `&` anywhere.
 */
export function queryOf(sought: Sought[], together: '<->' | '&' = '<->'): SQL {
  const runs = sought.map(({ words, isBegun }) => {
    const joined = sql`regexp_replace(btrim(search_fold(${words})), ' +', ${` ${together} `}, 'g')`
    return sql`to_tsquery('simple', ${joined} || ${isBegun ? ':*' : ''})`
  })
  return sql`(${sql.join(runs, sql` && `)})`
}
