/** How long a process keeps its rooms without saying so anew, and how often it says so, in ms. */
export const [leaseLasts, renewEvery] = [10_000, 2_000]

/** The first part of the advisory lock that a process holds by its session; the second is its number. */
export const sessionLock = 7_263_404

/**
 * SQL: whether process `p` is at work, by the database's clock. Its lease must not have run out; and where its session
 * with the database is gone, as after a kill, it must have renewed the lease within three seconds.
 */
export const isLiving = `(
  p.lease_until > clock_timestamp() and (
    p.lease_until > clock_timestamp() + interval '7 s' or exists (
      select from pg_locks l
      where l.locktype = 'advisory' and l.classid = ${sessionLock} and l.objid = p.number::oid
        and l.database = (select oid from pg_database where datname = current_database())
    )
  )
)`
