import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Database, Transaction } from '../../../db/client'
import { type placements, revisions } from '../../../db/schema'
import { placeInWorker } from '../../article/extract/extract-in-worker'
import { quoteStands, wordsAt } from '../../claim/quote'
import { type Base, readBases, readTexts, readUnplaced, type Text } from './read-bases'

export type Put = typeof placements.$inferSelect
type Reader = Pick<Database | Transaction, 'select'>

/** A revision that claims are placed in; it may be one that is not kept yet. */
export type Newest = Text & { articleId: string; deskId: string; text: string; language: string | null }

/**
 * A row as it may be kept; `isNews`: it says anything else than what was last thought of the passage, `isStill`: it has
 * been gone before.
 */
export type Placed = { row: Put; isNews: boolean; isStill: boolean }

/** What was found, with the grounds that it was found on: it holds for whoever still has the same. */
export type Places = { placed: Placed[]; grounds: ReadonlySet<string> }

/**
 * Finds where the claims of an article that are not placed in a revision stand in it, from where each was placed last.
 * Waits for its turn with the worker and writes nothing: no transaction should be open meanwhile.
 */
export async function readPlaces(at: Reader, newest: Newest): Promise<Places> {
  const bases = await readGrounds(at, newest)
  const placed: Placed[] = []
  for (const revisionId of new Set(bases.map((base) => base.revisionId))) {
    const from = bases.filter((base) => base.revisionId === revisionId)
    placed.push(...(await placedFrom(at, { before: await readText(at, revisionId), newest }, from)))
  }
  return { placed, grounds: new Set(bases.map(groundOf)) }
}

/** From where the claims that are not placed in a revision are carried to it. */
export async function readGrounds(at: Reader, newest: Text & { articleId: string }): Promise<Base[]> {
  const texts = await readTexts(at, newest.articleId)
  if (!texts.some(({ number }) => number < newest.number)) return []
  const unplaced = await readUnplaced(at, newest.articleId, newest)
  return unplaced.length === 0 ? [] : readBases(at, unplaced, texts)
}

/** All that a place was found on, to be compared. */
export const groundOf = (base: Base): string => JSON.stringify(base)

type From = { before: Awaited<ReturnType<typeof readText>>; newest: Newest }

async function placedFrom(at: Reader, { before, newest }: From, bases: Base[]): Promise<Placed[]> {
  // A quote that was never in its text is nowhere.
  const standing = bases.filter(({ claim: { selectors, revision }, span }) => {
    const isOwn = before.hash === revision && selectors !== null && span === selectors.position
    return !isOwn || quoteStands(before.text, selectors)
  })
  const passages = standing.map(({ span, was }) => ({ ...span, was }))
  const { text, language } = newest
  const found = await placeInWorker({ before, after: { text, language }, passages })
  const placed: Placed[] = []
  for (const [index, { claim, was, gone, last }] of standing.entries()) {
    const placement = found[index]
    if (!placement || !claim.selectors) continue
    const { position } = claim.selectors
    const row: Put = {
      ...{ id: newId(), articleId: newest.articleId, deskId: newest.deskId, claimId: claim.id },
      ...{ revisionId: newest.id, number: newest.number },
      ...{ quotedIn: claim.revision, quoteStart: position.start, quoteEnd: position.end },
      ...{ was, words: placement.span && wordsAt(text, placement.span), change: placement.change },
      ...{ start: placement.span?.start ?? null, end: placement.span?.end ?? null },
      ...{ isDoubtful: placement.isDoubtful, placedAt: new Date() },
      ...{ settledBy: null, settledAt: null, heldBy: null, heldAt: null },
    }
    const still = gone && (await stillGone(at, row, gone))
    placed.push({ row: still ?? row, isNews: isNews(still ?? row, last), isStill: Boolean(still) })
  }
  return placed
}

const isNews = (row: Put, last: Put | null) =>
  last ? row.words !== last.words || row.isDoubtful !== last.isDoubtful : row.words !== row.was

/**
 * What was gone and is gone has been since then, so that what was said of that holds. So is what somebody said is
 * gone, while all that is found is words that they had before them. Null for what is not gone.
 */
async function stillGone(at: Reader, row: Put, gone: Put): Promise<Put | null> {
  const { settledBy, settledAt, placedAt } = gone
  const isKnown =
    settledAt !== null &&
    (row.change === 'edited' || row.change === 'substantive') &&
    (await readText(at, gone.revisionId)).text.includes(row.words ?? '')
  if (row.change !== 'removed' && !isKnown) return null
  return {
    ...row,
    ...{ start: null, end: null, words: null, change: 'removed', isDoubtful: false },
    ...{ settledBy, settledAt, placedAt },
  }
}

async function readText(at: Reader, id: string) {
  const { text, hash, language } = revisions
  const [row] = await at.select({ text, hash, language }).from(revisions).where(eq(revisions.id, id))
  if (!row) throw new Error(`there is no revision ${id}`)
  return row
}
