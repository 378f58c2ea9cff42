import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { type Database, db, type Transaction } from '../../../db/client'
import { claims, placements, revisions } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { placeInWorker } from '../../article/extract/extract-in-worker'
import { notify } from '../../channel/notify'
import { quoteStands, type Span, wordsAt } from '../../claim/quote'
import { refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { isOfQuote } from './read-passages'
import { tellOfReopened } from './tell-of-reopened'

export type Put = typeof placements.$inferSelect

type Reader = Pick<Database | Transaction, 'select'>

/** In whose name it is done. */
type By = { id: string; deskId: string }

/**
 * Places the claims of an article whose quotes stand in an earlier revision in its newest one, those that were not
 * placed there yet; also what somebody marked in an old text while they were offline. From where each was placed last.
 */
export async function putPlacements(tx: Transaction, articleId: string, by: By): Promise<Put[]> {
  await takeTurn(tx, `revisions of article ${articleId}`)
  const texts = await readTexts(tx, articleId)
  const [newest] = texts
  if (!newest || texts.length < 2) return []
  const unplaced = await readUnplaced(tx, articleId, newest)
  if (unplaced.length === 0) return []
  const bases = await readBases(tx, unplaced, texts)
  const rows: Put[] = []
  for (const revisionId of new Set(bases.map((base) => base.revisionId))) {
    const from = bases.filter((base) => base.revisionId === revisionId)
    rows.push(...(await placedFrom(tx, { by, revisionId, newest }, from)))
  }
  if (rows.length === 0) return []
  const put = await tx.insert(placements).values(rows).onConflictDoNothing().returning()
  await follow(tx, articleId, by, put)
  return put
}

/** The same when somebody looks at an article, in their name. What takes the worker too long stays where it was marked. */
export async function putUnplaced(member: Member, articleId: string): Promise<void> {
  await refuseAbsent(member, articleId)
  const [newest] = await readTexts(db(), articleId)
  if (!newest || newest.number < 2 || (await readUnplaced(db(), articleId, newest)).length === 0) return
  try {
    await db().transaction((tx) => putPlacements(tx, articleId, member))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

function readTexts(at: Reader, articleId: string): Promise<Text[]> {
  const { id, number, hash } = revisions
  return at
    .select({ id, number, hash })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(number))
}

type Unplaced = Awaited<ReturnType<typeof readUnplaced>>[number]
type Text = { id: string; number: number; hash: string }

async function readUnplaced(at: Reader, articleId: string, newest: Text) {
  const isPlaced = and(eq(placements.claimId, claims.id), eq(placements.revisionId, newest.id), isOfQuote)
  return at
    .select({ id: claims.id, revision: claims.revision, selectors: claims.selectors })
    .from(claims)
    .leftJoin(placements, isPlaced)
    .where(
      and(
        eq(claims.articleId, articleId),
        eq(claims.isDeleted, false),
        ne(claims.revision, newest.hash),
        isNull(placements.id),
      ),
    )
}

/** A claim with the place it is carried from, and the words that are compared. */
type Base = { claim: Unplaced; revisionId: string; span: Span; was: string }

/** Each goes on from the last revision that is known to have it: where it is doubtful, or was gone, is no ground. */
async function readBases(tx: Transaction, unplaced: Unplaced[], texts: Text[]): Promise<Base[]> {
  const ids = unplaced.map(({ id }) => id)
  const earlier = await tx
    .select({ placement: placements })
    .from(placements)
    .innerJoin(claims, and(eq(claims.id, placements.claimId), isOfQuote))
    .where(
      and(inArray(placements.claimId, ids), eq(placements.isDoubtful, false), isNotNull(placements.start)),
    )
    .orderBy(desc(placements.number))
  return unplaced.flatMap((claim) => {
    const { selectors } = claim
    if (!selectors) return []
    const own = earlier.flatMap(({ placement }) => (placement.claimId === claim.id ? placement : []))
    const was = own.find(({ heldAt }) => heldAt !== null)?.words ?? selectors.quote.exact
    const [last] = own
    if (last && last.start !== null && last.end !== null)
      return { claim, revisionId: last.revisionId, span: { start: last.start, end: last.end }, was }
    // A publisher may have gone back to a text that was there before: its last time is nearest.
    const text = texts.find(({ hash }) => hash === claim.revision)
    return text ? { claim, revisionId: text.id, span: selectors.position, was } : []
  })
}

type From = { by: By; revisionId: string; newest: Text }

async function placedFrom(tx: Transaction, { by, revisionId, newest }: From, bases: Base[]): Promise<Put[]> {
  const [before, after] = [await readText(tx, revisionId), await readText(tx, newest.id)]
  // A quote that was never in its text is nowhere.
  const standing = bases.filter(({ claim: { selectors, revision }, span }) => {
    const isOwn = before.hash === revision && selectors !== null && span === selectors.position
    return !isOwn || quoteStands(before.text, selectors)
  })
  const passages = standing.map(({ span, was }) => ({ ...span, was }))
  const found = await placeInWorker({ before, after, passages })
  return standing.flatMap(({ claim, was }, at) => {
    const placement = found[at]
    if (!placement || !claim.selectors) return []
    const { position } = claim.selectors
    return {
      ...{
        id: newId(),
        articleId: after.articleId,
        deskId: by.deskId,
        claimId: claim.id,
        revisionId: newest.id,
      },
      ...{
        number: newest.number,
        quotedIn: claim.revision,
        quoteStart: position.start,
        quoteEnd: position.end,
      },
      ...{ was, words: placement.span && wordsAt(after.text, placement.span), change: placement.change },
      ...{ start: placement.span?.start ?? null, end: placement.span?.end ?? null },
      ...{ isDoubtful: placement.isDoubtful, placedAt: new Date() },
      ...{ settledBy: null, settledAt: null, heldBy: null, heldAt: null },
    }
  })
}

async function readText(tx: Transaction, id: string) {
  const { articleId, text, hash, language } = revisions
  const [row] = await tx
    .select({ articleId, text, hash, language })
    .from(revisions)
    .where(eq(revisions.id, id))
  if (!row) throw new Error(`there is no revision ${id}`)
  return row
}

/** Tells whom it concerns, and all screens. */
async function follow(tx: Transaction, articleId: string, by: By, put: Put[]): Promise<void> {
  for (const placement of put)
    if (placement.change === 'substantive' && !placement.isDoubtful) await tellOfReopened(tx, placement, by)
  if (put.length > 0) await notify(tx, 'rows_changed', { articleId })
}
