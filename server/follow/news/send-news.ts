import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { desks, followers, followNews, follows, outbox, publications, underReview } from '../../../db/schema'
import { leavingSecretOf } from '../../form/sign-form'
import { spokenFor } from '../../language/language'
import { keepMail } from '../../mail/keep-mail'
import { publicWords } from '../../publication/publication'
import { words } from '../../words'
import { leavePath } from '../follow'
import { type News, newsLetter } from './letter'

/** Writes one mail to each follower with all that they are still to be told; how many mails. */
export async function sendNews({ origin }: { origin: string }): Promise<number> {
  const waiting = await db()
    .selectDistinct({ id: follows.followerId })
    .from(followNews)
    .innerJoin(follows, eq(follows.id, followNews.followId))
    .where(isMade())
  let sent = 0
  for (const { id } of waiting) if (await db().transaction((tx) => sendTo(tx, id, origin))) sent += 1
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
  const rows = await readNews(tx, followerId)
  const told = rows.map(({ id }) => id)
  await tx.delete(followNews).where(inArray(followNews.id, told))
  const [first, ...others] = newestOfEach(rows).flatMap((row) => newsOf(row) ?? [])
  if (!first) return false
  const address = origin + leavePath(followerId, await leavingSecretOf(followerId))
  const letter = { to: follower.email, followerId, news: [first, ...others] as [News, ...News[]] }
  await keepMail(tx, newsLetter({ ...letter, origin, address }))
  return true
}

type Row = Awaited<ReturnType<typeof readNews>>[number]

function readNews(tx: Transaction, followerId: string) {
  const newest = sql`${publications.version} = (select max(newer.version) from publications newer
    where newer.claim_id = ${publications.claimId})`
  const isOfClaim = sql`${publications.claimId} =
    (select told.claim_id from publications told where told.id = ${followNews.publicationId})`
  return tx
    .select({
      ...{ id: followNews.id, kind: followNews.kind, number: publications.number },
      ...{ version: publications.version, now: publications.kind, note: publications.publicNote },
      ...{ content: publications.content, line: underReview.line },
      desk: { name: desks.name, language: desks.language },
    })
    .from(followNews)
    .innerJoin(follows, eq(follows.id, followNews.followId))
    .innerJoin(publications, and(isOfClaim, newest))
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(and(eq(follows.followerId, followerId), isMade()))
    .orderBy(asc(followNews.at), asc(followNews.id))
}

/** What is told can be read: its pages are made. */
const isMade = () =>
  notExists(
    db()
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(eq(outbox.publicationId, followNews.publicationId), isNull(outbox.doneAt))),
  )

/** The newest of what happened to each claim; what was true before it would only confuse. */
function newestOfEach(rows: Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.number, row])).values()]
}

/** What is told of it now; null for a check that was withdrawn before anybody was told that there is one. */
function newsOf({ id, kind, number, version, now, note, content, desk, line }: Row): News | null {
  if (now === 'retraction' && kind !== 'retracted') return null
  const said = kind === 'under-review' ? (line ?? note) : kind === 'published' ? '' : note
  return {
    id,
    kind,
    desk,
    now: publicWords(content, { number, version }, words(spokenFor(desk.language))),
    note: said,
  }
}
