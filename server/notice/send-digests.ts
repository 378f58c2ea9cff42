import { and, eq, inArray, isNull, lte, min, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { desks, members, noticeSettings, notices, people } from '../../db/schema'
import { inLanguage } from '../language/follow-language'
import { keepMail } from '../mail/keep-mail'
import { digestLetter } from './digest'
import { usualNotices, waitOf } from './notice'
import { readNoticeSettings, readUnmailed } from './read-notices'

type Chosen = { now: Date; origin: string }

/** Writes the mails that are due at this moment to members whose unread notices have waited long enough; how many. */
export async function sendDigests(chosen: Chosen): Promise<number> {
  let sent = 0
  for (const memberId of await readWaiting(chosen.now))
    if (await db().transaction((tx) => sendDigest(tx, memberId, chosen))) sent += 1
  return sent
}

/** Members of real desks with a notice that has waited for as long as their rhythm says. */
async function readWaiting(now: Date): Promise<string[]> {
  const since = (rhythm: 'hourly' | 'daily') => new Date(now.getTime() - (waitOf[rhythm] ?? 0)).toISOString()
  const rows = await db()
    .select({ memberId: notices.memberId })
    .from(notices)
    .innerJoin(members, eq(members.id, notices.memberId))
    .innerJoin(desks, eq(desks.id, members.deskId))
    .leftJoin(noticeSettings, eq(noticeSettings.memberId, members.id))
    .where(
      and(
        ...[
          isNull(notices.readAt),
          isNull(notices.mailedAt),
          isNull(members.removedAt),
          eq(desks.isDemo, false),
        ],
        isMailed,
      ),
    )
    .groupBy(notices.memberId, noticeSettings.rhythm)
    .having(
      lte(
        min(notices.at),
        sql`case coalesce(${noticeSettings.rhythm}, ${usualNotices.rhythm})
          when 'hourly' then ${since('hourly')}::timestamptz when 'daily' then ${since('daily')}::timestamptz end`,
      ),
    )
  return rows.map(({ memberId }) => memberId)
}

/** As `withLaterKinds` says: chosen, or usual where nobody could choose yet. */
const usual = sql`${JSON.stringify(usualNotices.mailed)}::jsonb ? ${notices.kind}`
const isSeen = sql`(${noticeSettings.known} || ${noticeSettings.told} || ${noticeSettings.mailed}) ? ${notices.kind}`
const isMailed = sql`case when ${noticeSettings.memberId} is null or not ${isSeen}
  then ${usual} else ${noticeSettings.mailed} ? ${notices.kind} end`

/** Of several processes one writes a member's mail, and each notice goes into one. */
async function sendDigest(tx: Transaction, memberId: string, { origin }: Chosen): Promise<boolean> {
  const [member] = await tx
    .select({ id: members.id, deskId: members.deskId, personId: members.personId })
    .from(members)
    .where(eq(members.id, memberId))
    .for('update', { skipLocked: true })
  if (!member) return false
  const { mailed } = await readNoticeSettings(memberId, tx)
  const [to] = await tx
    .select({ to: people.email, language: people.language })
    .from(people)
    .where(eq(people.id, member.personId))
  if (!to) return false
  const waiting = await inLanguage(to.language, async () => readUnmailed(memberId, mailed, tx))
  const [newest, ...others] = waiting
  const [desk] = await tx
    .select({ slug: desks.slug, name: desks.name })
    .from(desks)
    .where(eq(desks.id, member.deskId))
  if (!newest || !desk) return false
  await keepMail(tx, digestLetter({ ...to, notices: [newest, ...others], memberId, desk, origin }))
  const told = waiting.map(({ id }) => id)
  await tx.update(notices).set({ mailedAt: new Date() }).where(inArray(notices.id, told))
  return true
}
