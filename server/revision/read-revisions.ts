import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../db/client'
import type { WatchRhythm } from '../../db/revision-words'
import { claims, desks, members, pageWatches, people, revisions } from '../../db/schema'
import { refuseAbsent } from '../deleted/read-removal'
import { spokenFor } from '../language/language'
import type { Member } from '../member/member'
import type { RefusalCode } from '../refusal'
import { words } from '../words'
import { readPassages } from './passage/read-passages'
import { readTold } from './passage/read-told'
import { readNewest } from './read-newest'
import { isNewsOf, type Passage, taskOf } from './revision'
import { toldLine } from './told-passage'

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
  passages: (Passage & {
    /** What readers may be told of the change, in the desk's language; null where there is nothing to tell. */
    line: string | null
  })[]
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
  const lineOf = await readLines(member, articleId, passages)
  return {
    revisions: all,
    hasAddress: newest.address !== null,
    watch,
    passages: passages.map((passage) => ({ ...passage, line: lineOf(passage) })),
  }
}

/** Says of a changed passage which version was checked, and by when the publisher had changed it. */
async function readLines(
  { deskId }: Member,
  articleId: string,
  passages: readonly Passage[],
): Promise<(passage: Passage) => string | null> {
  const ids = passages.flatMap((passage) => (isNewsOf(taskOf(passage)) ? passage.claimId : []))
  if (ids.length === 0) return () => null
  const { id, revision, selectors } = claims
  const [[desk], marked] = await Promise.all([
    db()
      .select({ language: desks.language, timeZone: desks.timeZone })
      .from(desks)
      .where(eq(desks.id, deskId)),
    db().select({ claimId: id, revision, selectors }).from(claims).where(inArray(id, ids)),
  ])
  const lines = new Map<string, string>()
  for (const { selectors, ...claim } of marked) {
    const told = selectors && (await readTold({ ...claim, articleId, selectors }))
    const language = spokenFor(desk?.language)
    if (desk && told) lines.set(claim.claimId, toldLine(told, { ...desk, language }, words(language)))
  }
  return (passage) => lines.get(passage.claimId) ?? null
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
