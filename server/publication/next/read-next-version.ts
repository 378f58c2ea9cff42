import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '../../../db/client'
import { articles, claimNumbers, logEntries, submissions } from '../../../db/schema'
import { isOpenTo, refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { beforeTheLog } from '../log/log'
import type { PublicDesk, PublicVersion } from '../publication'
import { readPublicDesk, readVersions } from '../read-published'
import { readContent } from './read-content'

/** What is given at the moment of approval alone and cannot be known before. */
const notYet = '…'

/**
 * The versions of a claim as readers would have them if this member approved the submission at `now`, with this dissent beside it, newest first.
 * Nothing is written: of a new claim or article the number is the one that comes next, and the seal is left open.
 */
export async function readNextVersions(
  submissionId: string,
  member: Pick<Member, 'id' | 'deskId'>,
  { now, dissentId = null }: { now: Date; dissentId?: string | null },
): Promise<{ versions: PublicVersion[]; desk: PublicDesk }> {
  const [submission] = await db()
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.id, submissionId),
        eq(submissions.deskId, member.deskId),
        isOpenTo(submissions.articleId, member.id),
      ),
    )
  if (!submission) throw new Refused({ code: 'submission-unknown' })
  const { claimId, articleId, kind, publicNote, hash } = submission
  await refuseAbsent(member, articleId)
  const desk = await readPublicDesk(db(), member.deskId)
  const number = await numberOf(claimId)
  const earlier = (await readVersions(db(), [number])).get(number) ?? []
  const version = (earlier[0]?.version ?? 0) + 1
  const approved = { submission, editor: member, dissentId }
  const content = await readContent(db(), approved, await articleNumber(articleId))
  const body = { claim: number, version, contentHash: hash, desk: desk.slug, at: now.toISOString() }
  const next: PublicVersion = {
    ...{ claimId, number, version, kind, publicNote, hash, content, publishedAt: now },
    ...{ underReview: null, redactions: [] },
    log: { ...(await nextEntry()), body: { ...body, key: notYet }, hash: notYet, signature: notYet },
  }
  return { versions: [next, ...earlier], desk }
}

async function nextEntry(): Promise<Pick<PublicVersion['log'], 'index' | 'kind' | 'previousHash'>> {
  const [last] = await db()
    .select({ index: logEntries.index, hash: logEntries.hash })
    .from(logEntries)
    .orderBy(desc(logEntries.index))
    .limit(1)
  return { index: (last?.index ?? -1) + 1, kind: 'publication', previousHash: last?.hash ?? beforeTheLog }
}

async function numberOf(claimId: string): Promise<number> {
  const [row] = await db().select().from(claimNumbers).where(eq(claimNumbers.claimId, claimId))
  return row?.number ?? comingNext('claim_numbers_number_seq')
}

async function articleNumber(articleId: string): Promise<number> {
  const [row] = await db()
    .select({ number: articles.publicNumber })
    .from(articles)
    .where(eq(articles.id, articleId))
  return row?.number ?? comingNext('article_numbers')
}

/** What a sequence would give next; nothing is taken from it. */
async function comingNext(sequence: 'claim_numbers_number_seq' | 'article_numbers'): Promise<number> {
  const { rows } = await db().execute<{ next: number }>(
    sql`select (last_value + is_called::int)::int as next from ${sql.identifier(sequence)}`,
  )
  return rows[0]?.next ?? 1
}
