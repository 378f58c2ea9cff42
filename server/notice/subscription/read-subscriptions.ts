import { asc, eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { members, people, subscriptions } from '../../../db/schema'
import { settings } from '../../env'

/** A desk's subscriptions in the order they were added, each with how many changes wait for it; never a secret. */
export async function readSubscriptions(deskId: string) {
  const kept = await db()
    .select({
      id: subscriptions.id,
      address: subscriptions.address,
      pause: subscriptions.pause,
      takenAt: subscriptions.takenAt,
      tries: subscriptions.tries,
      dueAt: subscriptions.dueAt,
      status: subscriptions.status,
      fault: subscriptions.fault,
      failingSince: subscriptions.failingSince,
      addedBy: people.name,
      addedAt: subscriptions.addedAt,
      waiting: sql<number>`(select count(*)::int from log_entries e join publications p on p.id = e.publication_id
        where e.index > ${subscriptions.cursor} and p.desk_id = ${subscriptions.deskId})`,
    })
    .from(subscriptions)
    .innerJoin(members, eq(members.id, subscriptions.addedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(subscriptions.deskId, deskId))
    .orderBy(asc(subscriptions.addedAt), asc(subscriptions.id))
  return { isOffered: settings().secretKey !== null, subscriptions: kept }
}
