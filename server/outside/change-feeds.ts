import { and, count, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, outsideFeeds } from '../../db/schema'
import { wholeAddress } from '../article/article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { whyNotFeed } from './feed'

type Named = { member: Member; feedId: string }

/** Adds an address that checks of others are fetched from; the same address twice is there once. */
export async function addFeed({ member, feedId, address }: Named & { address: string }): Promise<void> {
  const { deskId } = member
  await db().transaction(async (tx) => {
    await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId)).for('no key update')
    const [there] = await tx
      .select({ number: count() })
      .from(outsideFeeds)
      .where(eq(outsideFeeds.deskId, deskId))
    refuseIf(whyNotFeed(address, there?.number ?? 0))
    await tx
      .insert(outsideFeeds)
      .values({ id: feedId, deskId, address: wholeAddress(address) ?? address, addedBy: member.id })
      .onConflictDoNothing()
  })
}

/** Takes an address away with all checks that came from it. */
export async function removeFeed({ member, feedId }: Named): Promise<void> {
  const [gone] = await db()
    .delete(outsideFeeds)
    .where(and(eq(outsideFeeds.id, feedId), eq(outsideFeeds.deskId, member.deskId)))
    .returning({ id: outsideFeeds.id })
  if (!gone) throw new Refused({ code: 'feed-unknown' })
}
