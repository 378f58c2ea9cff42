import { desc, eq } from 'drizzle-orm'
import { db } from '../../db/client'
import type { WatchRhythm } from '../../db/revision-words'
import { members, pageWatches, people, revisions } from '../../db/schema'
import { refuseAbsent } from '../deleted/read-removal'
import type { Member } from '../member/member'
import type { RefusalCode } from '../refusal'
import { readPassages } from './passage/read-passages'
import { readNewest } from './read-newest'
import type { Passage } from './revision'

/** How an article's page is looked at, and what came of the last look. */
export type Watch = {
  rhythm: WatchRhythm
  by: string
  triedAt: Date | null
  readAt: Date | null
  fault: RefusalCode | null
}

export type ArticleRevisions = {
  /** The newest first. */
  revisions: { id: string; number: number; hash: string; frozenAt: Date }[]
  /** Whether there is a page to look at. */
  hasAddress: boolean
  watch: Watch | null
  passages: Passage[]
}

/** An article's revisions, how it is watched, and where its claims stand in the newest. */
export async function readArticleRevisions(member: Member, articleId: string): Promise<ArticleRevisions> {
  await refuseAbsent(member, articleId)
  const [newest, all, watch, passages] = await Promise.all([
    readNewest(member, articleId),
    readNumbers(articleId),
    readWatch(articleId),
    readPassages(articleId),
  ])
  return { revisions: all, hasAddress: newest.address !== null, watch, passages }
}

function readNumbers(articleId: string) {
  const { id, number, hash, frozenAt } = revisions
  return db()
    .select({ id, number, hash, frozenAt })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(number))
}

async function readWatch(articleId: string): Promise<Watch | null> {
  const { rhythm, triedAt, readAt, fault } = pageWatches
  const [row] = await db()
    .select({ rhythm, triedAt, readAt, fault, by: people.name })
    .from(pageWatches)
    .innerJoin(members, eq(members.id, pageWatches.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(pageWatches.articleId, articleId))
  // Only codes of refusals are ever kept there.
  return row ? { ...row, fault: row.fault as RefusalCode | null } : null
}
