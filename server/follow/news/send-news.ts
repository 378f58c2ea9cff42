import { eq, inArray } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { followers, followNews } from '../../../db/schema'
import { leavingSecretOf } from '../../form/sign-form'
import { keepMail } from '../../mail/keep-mail'
import { leavePath } from '../follow'
import { type News, newsLetter } from './letter'
import { readNews, readWaiting } from './read-news'

/** Writes one mail to each follower with all that they are still to be told; how many mails. */
export async function sendNews({ origin }: { origin: string }): Promise<number> {
  let sent = 0
  for (const id of await readWaiting()) if (await db().transaction((tx) => sendTo(tx, id, origin))) sent += 1
  return sent
}

/** Of several processes one writes a follower's mail; what it tells goes with it, so that nothing is told twice. */
async function sendTo(tx: Transaction, followerId: string, origin: string): Promise<boolean> {
  const [follower] = await tx
    .select({ email: followers.email })
    .from(followers)
    .where(eq(followers.id, followerId))
    .for('update', { skipLocked: true })
  if (!follower) return false
  const { told, news } = await readNews(tx, followerId)
  await tx.delete(followNews).where(inArray(followNews.id, told))
  const [first, ...others] = news
  if (!first) return false
  const address = origin + leavePath(followerId, await leavingSecretOf(followerId))
  const letter = { to: follower.email, followerId, news: [first, ...others] as [News, ...News[]] }
  await keepMail(tx, newsLetter({ ...letter, origin, address }))
  return true
}
