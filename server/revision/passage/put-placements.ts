import { desc, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { placements, revisions } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import { notify } from '../../channel/notify'
import { refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { taskOf } from '../revision'
import { groundOf, type Newest, type Places, type Put, readGrounds, readPlaces } from './read-places'
import { tellOfReopened } from './tell-of-reopened'
import { tellOfTouched } from './tell-of-touched'

/** In whose name it is done. */
type By = { id: string; deskId: string }

/** How often it is begun anew where somebody else moved something meanwhile. */
const mostTries = 3

/** Lets one transaction at a time add a revision to an article, or place claims in its newest. */
export const revisionsTurn = (tx: Transaction, articleId: string): Promise<void> =>
  takeTurn(tx, `revisions of article ${articleId}`)

/**
 * Keeps the places that were found for claims in the newest revision of their article, of those claims that nothing has
 * happened to since, and answers whether they are all there are to place. Who asks has the turn.
 */
export async function putPlacements(
  tx: Transaction,
  { newest, places, by }: { newest: Omit<Newest, 'text' | 'language'>; places: Places; by: By },
): Promise<boolean> {
  const bases = await readGrounds(tx, newest)
  const same = new Set(bases.flatMap((base) => (places.grounds.has(groundOf(base)) ? base.claim.id : [])))
  const placed = places.placed.filter(({ row }) => same.has(row.claimId))
  if (placed.length > 0) {
    const placedAt = new Date()
    const rows = placed.map(({ row, isStill }) => (isStill ? row : { ...row, placedAt }))
    const put = await tx.insert(placements).values(rows).onConflictDoNothing().returning()
    const news = new Set(placed.flatMap(({ row, isNews }) => (isNews ? row.id : [])))
    await follow(tx, by, { put, news: put.filter(({ id }) => news.has(id)) })
  }
  return same.size === bases.length
}

/**
 * Places the claims of an article whose quotes stand in an earlier revision in its newest one, those that were not
 * placed there yet, as what somebody marked in an old text while they were offline. What takes the worker too long
 * stays where it was marked.
 */
export async function putUnplaced(member: Member, articleId: string): Promise<void> {
  await refuseAbsent(member, articleId)
  for (let tries = 0; tries < mostTries; tries++) if (await isAllPut(member, articleId)) return
}

async function isAllPut(member: Member, articleId: string): Promise<boolean> {
  const head = await readHead(articleId)
  if (!head || head.number < 2) return true
  const newest = { ...head, deskId: member.deskId }
  if ((await readGrounds(db(), newest)).length === 0) return true
  try {
    const [row] = await db().select().from(revisions).where(eq(revisions.id, newest.id))
    if (!row) throw new Error('a revision that was there is gone')
    const places = await readPlaces(db(), { ...newest, text: row.text, language: row.language })
    return await db().transaction(async (tx) => {
      await revisionsTurn(tx, articleId)
      if ((await readHead(articleId, tx))?.id !== newest.id) return false
      return putPlacements(tx, { newest, places, by: member })
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return true
  }
}

async function readHead(articleId: string, at: Pick<Transaction, 'select'> = db()) {
  const { id, number, hash } = revisions
  const [head] = await at
    .select({ id, number, hash, articleId: revisions.articleId })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(number))
    .limit(1)
  return head
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
