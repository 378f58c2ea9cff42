import { and, desc, eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../../db/client'
import { placements, revisions } from '../../../db/schema'
import { changeOf } from '../../article/revised/change'
import { namesIn } from '../../article/revised/telling/names'
import type { Selectors } from '../../claim/quote'
import type { ToldPassage } from '../told-passage'

/** The quote of a claim: the revision it was marked in, by hash, and its place there. */
export type Quoted = { claimId: string; articleId: string; revision: string; selectors: Selectors }

type Reader = Pick<Database | Transaction, 'select'>

/**
 * What its publisher has done to a quote since, as far as it is known for sure; null where its words stand there still.
 * Compared with the quote itself, whatever somebody signed for since: readers are shown the quote.
 */
export async function readTold(quoted: Quoted, at: Reader = db()): Promise<ToldPassage | null> {
  const exact = quoted.selectors.quote.exact
  const since: Placed[] = []
  for (const placed of await readPlaced(quoted, at)) {
    if (placed.isDoubtful || isKept(exact, placed.words)) break
    since.push(placed)
  }
  const [newest, first] = [since[0], since.at(-1)]
  const [checked] = await at
    .select({ frozenAt: revisions.frozenAt })
    .from(revisions)
    .where(and(eq(revisions.articleId, quoted.articleId), eq(revisions.hash, quoted.revision)))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!newest || !first || !checked) return null
  return {
    change: newest.words === null ? 'removed' : await changeTo(newest.words, exact, newest.revisionId, at),
    checkedAt: checked.frozenAt.toISOString(),
    changedBy: first.frozenAt.toISOString(),
  }
}

type Placed = Awaited<ReturnType<typeof readPlaced>>[number]

/** Where the quote stands in later revisions, the newest first. */
function readPlaced({ claimId, revision, selectors: { position } }: Quoted, at: Reader) {
  const { isDoubtful, words, revisionId } = placements
  return at
    .select({ isDoubtful, words, revisionId, frozenAt: revisions.frozenAt })
    .from(placements)
    .innerJoin(revisions, eq(revisions.id, placements.revisionId))
    .where(
      and(
        ...[eq(placements.claimId, claimId), eq(placements.quotedIn, revision)],
        ...[eq(placements.quoteStart, position.start), eq(placements.quoteEnd, position.end)],
      ),
    )
    .orderBy(desc(placements.number))
}

/** Whether words are the quote's, but for how they are set. */
function isKept(exact: string, words: string | null): boolean {
  const change = words === null ? 'removed' : changeOf(exact, words, { names: new Set(), language: null })
  return change === 'same' || change === 'cosmetic'
}

async function changeTo(words: string, exact: string, revisionId: string, at: Reader) {
  const [revision] = await at
    .select({ text: revisions.text, language: revisions.language })
    .from(revisions)
    .where(eq(revisions.id, revisionId))
  if (!revision) throw new Error('a placement has lost its revision')
  const { text, language } = revision
  const names = new Set([...namesIn(exact, language), ...namesIn(text, language)])
  const change = changeOf(exact, words, { names, language })
  return change === 'substantive' ? change : 'edited'
}
