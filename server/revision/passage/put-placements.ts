import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { placements, revisions } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { placeInWorker } from '../../article/extract/extract-in-worker'
import { notify } from '../../channel/notify'
import { quoteStands, wordsAt } from '../../claim/quote'
import { refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { taskOf } from '../revision'
import { type Base, readBases, readTexts, readUnplaced, type Text } from './read-bases'
import { tellOfReopened } from './tell-of-reopened'
import { tellOfTouched } from './tell-of-touched'

export type Put = typeof placements.$inferSelect

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
  const placed: Placed[] = []
  for (const revisionId of new Set(bases.map((base) => base.revisionId))) {
    const from = bases.filter((base) => base.revisionId === revisionId)
    placed.push(...(await placedFrom(tx, { by, revisionId, newest }, from)))
  }
  if (placed.length === 0) return []
  const rows = placed.map(({ row }) => row)
  const put = await tx.insert(placements).values(rows).onConflictDoNothing().returning()
  const news = new Set(placed.flatMap(({ row, isNews }) => (isNews ? row.id : [])))
  await follow(tx, by, { put, news: put.filter(({ id }) => news.has(id)) })
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

/** A row, and whether it says anything else than what was last thought of the passage. */
type Placed = { row: Put; isNews: boolean }

type From = { by: By; revisionId: string; newest: Text }

async function placedFrom(
  tx: Transaction,
  { by, revisionId, newest }: From,
  bases: Base[],
): Promise<Placed[]> {
  const [before, after] = [await readText(tx, revisionId), await readText(tx, newest.id)]
  // A quote that was never in its text is nowhere.
  const standing = bases.filter(({ claim: { selectors, revision }, span }) => {
    const isOwn = before.hash === revision && selectors !== null && span === selectors.position
    return !isOwn || quoteStands(before.text, selectors)
  })
  const passages = standing.map(({ span, was }) => ({ ...span, was }))
  const found = await placeInWorker({ before, after, passages })
  const rows = standing.flatMap(({ claim, was, gone, last }, at) => {
    const placement = found[at]
    if (!placement || !claim.selectors) return []
    const { position } = claim.selectors
    const row = {
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
    return { row, gone, last }
  })
  return Promise.all(
    rows.map(async ({ row: found, gone, last }) => {
      const row = gone ? await stillGone(tx, found, gone) : found
      const isNews = last
        ? row.words !== last.words || row.isDoubtful !== last.isDoubtful
        : row.words !== row.was
      return { row, isNews }
    }),
  )
}

/**
 * What was gone and is gone has been since then, so that what was said of that holds. So is what somebody said is
 * gone, while all that is found is words that they had before them.
 */
async function stillGone(tx: Transaction, row: Put, gone: Put): Promise<Put> {
  const { settledBy, settledAt, placedAt } = gone
  const isKnown =
    settledAt !== null &&
    (row.change === 'edited' || row.change === 'substantive') &&
    (await readText(tx, gone.revisionId)).text.includes(row.words ?? '')
  if (row.change !== 'removed' && !isKnown) return row
  return {
    ...row,
    ...{ start: null, end: null, words: null, change: 'removed', isDoubtful: false },
    ...{ settledBy, settledAt, placedAt },
  }
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
async function follow(tx: Transaction, by: By, { put, news }: { put: Put[]; news: Put[] }): Promise<void> {
  const isReopened = ({ change, isDoubtful }: Put) => change === 'substantive' && !isDoubtful
  for (const placement of news.filter(isReopened)) await tellOfReopened(tx, placement, by)
  const touched = news.filter(
    (placement) => taskOf({ ...placement, held: null, isPublishedSince: false }) && !isReopened(placement),
  )
  await tellOfTouched(tx, touched, by)
  const [first] = put
  if (first) await notify(tx, 'rows_changed', { articleId: first.articleId })
}
