import { and, eq, isNull } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import type { PassageChange } from '../../../db/revision-words'
import { claims, placements, revisions } from '../../../db/schema'
import { changeOf } from '../../article/revised/change'
import { namesIn } from '../../article/revised/telling/names'
import { notify } from '../../channel/notify'
import { describeQuote, type Span, wordsAt } from '../../claim/quote'
import { holdArticle } from '../../deleted/lock-article'
import { isOpenTo } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { whyNotHold, whyNotSettle } from '../revision'
import { isInNewest, isOfQuote } from './read-passages'
import { tellOfReopened } from './tell-of-reopened'

/** Where a passage is: where it was thought to be, elsewhere (code points of the newest text), or nowhere any more. */
export type Where = { is: 'here' } | { is: 'elsewhere'; span: Span } | { is: 'gone' }

/** Says of a passage that could not be placed for sure where it is; the first to say so is believed. */
export async function resolvePassage(member: Member, placementId: string, where: Where): Promise<void> {
  await db().transaction(async (tx) => {
    const placement = await lockPlacement(tx, member, placementId)
    refuseIf(whyNotSettle(placement))
    const found = await placeOf(tx, placement, where)
    const settled = { settledBy: member.id, settledAt: new Date(), isDoubtful: false }
    await tx
      .update(placements)
      .set({ ...found, ...settled })
      .where(eq(placements.id, placement.id))
    if (found.change === 'substantive')
      await tellOfReopened(tx, { ...placement, ...found, ...settled }, member)
    await notify(tx, 'rows_changed', { articleId: placement.articleId })
  })
}

/** Signs that a check holds for a passage as it is now, though its words were changed. */
export async function signHold(member: Member, placementId: string): Promise<void> {
  await db().transaction(async (tx) => {
    const placement = await lockPlacement(tx, member, placementId)
    refuseIf(whyNotHold(placement))
    await tx
      .update(placements)
      .set({ heldBy: member.id, heldAt: new Date() })
      .where(and(eq(placements.id, placement.id), isNull(placements.heldAt)))
    await notify(tx, 'rows_changed', { articleId: placement.articleId })
  })
}

type Row = typeof placements.$inferSelect

/** A placement in the newest revision, of what its claim quotes now; any other is history, and answers as unknown. */
async function lockPlacement(tx: Transaction, member: Member, placementId: string): Promise<Row> {
  const [row] = await tx
    .select({ placement: placements })
    .from(placements)
    .innerJoin(claims, and(eq(claims.id, placements.claimId), isOfQuote))
    .where(
      and(
        eq(placements.id, placementId),
        eq(placements.deskId, member.deskId),
        isOpenTo(placements.articleId, member.id),
        isInNewest,
      ),
    )
    .for('update', { of: placements })
  if (!row) throw new Refused({ code: 'passage-unknown' })
  await holdArticle(tx, member, row.placement.articleId)
  return row.placement
}

type Found = Pick<Row, 'start' | 'end' | 'words' | 'change'>

async function placeOf(tx: Transaction, placement: Row, where: Where): Promise<Found> {
  if (where.is === 'gone') return { start: null, end: null, words: null, change: 'removed' }
  const { start, end, words, change } = placement
  if (where.is === 'here') return { start, end, words, change }
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, placement.revisionId))
  const place = revision && describeQuote(revision.text, where.span)?.position
  if (!place) throw new Refused({ code: 'quote-empty' })
  const now = wordsAt(revision.text, place)
  return { ...place, words: now, change: comparedWith(placement.was, now, revision) }
}

function comparedWith(
  was: string,
  now: string,
  { text, language }: Pick<typeof revisions.$inferSelect, 'text' | 'language'>,
): PassageChange {
  return changeOf(was, now, {
    names: new Set([...namesIn(was, language), ...namesIn(text, language)]),
    language,
  })
}
