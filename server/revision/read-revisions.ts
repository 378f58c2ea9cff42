import { desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../db/client'
import type { WatchRhythm } from '../../db/revision-words'
import { claims, desks, members, pageWatches, people, revisions } from '../../db/schema'
import { dateFormat } from '../date/date-format'
import { refuseAbsent } from '../deleted/read-removal'
import { type Locale, spokenFor } from '../language/language'
import type { Member } from '../member/member'
import type { RefusalCode } from '../refusal'
import { words } from '../words'
import { readPassages } from './passage/read-passages'
import { readNewest } from './read-newest'
import { isNewsOf, type Passage, taskOf } from './revision'

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
  const lineOf = await readLines(member, passages, all)
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
  passages: readonly Passage[],
  all: ArticleRevisions['revisions'],
): Promise<(passage: Passage) => string | null> {
  const told = passages.filter((passage) => isNewsOf(taskOf(passage)))
  const [newest] = all
  if (told.length === 0 || !newest) return () => null
  const ids = told.map(({ claimId }) => claimId)
  const [[desk], marked] = await Promise.all([
    db()
      .select({ language: desks.language, timeZone: desks.timeZone })
      .from(desks)
      .where(eq(desks.id, deskId)),
    db().select({ id: claims.id, revision: claims.revision }).from(claims).where(inArray(claims.id, ids)),
  ])
  const hashOf = new Map(marked.map(({ id, revision }) => [id, revision]))
  return (passage) => {
    const checked = all.find(({ hash }) => hash === hashOf.get(passage.claimId))
    if (!desk || !checked || !told.includes(passage)) return null
    const locale = spokenFor(desk.language)
    return words(locale)(
      passage.change === 'removed' ? 'revision.publicLine.removed' : 'revision.publicLine.changed',
      {
        version: dayAndTime(checked.frozenAt, locale, desk.timeZone),
        day: dateFormat(locale, { timeZone: desk.timeZone, dateStyle: 'long' }).format(newest.frozenAt),
      },
    )
  }
}

function dayAndTime(at: Date, locale: Locale, timeZone: string): string {
  const said = (style: Intl.DateTimeFormatOptions) => dateFormat(locale, { timeZone, ...style }).format(at)
  return `${said({ dateStyle: 'long' })}, ${said({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`
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
