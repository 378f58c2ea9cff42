import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../db/client'
import { correctionDrafts, desks, propositionClaims } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { notify } from '../channel/notify'
import { spokenFor } from '../language/language'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { words } from '../words'
import type { Turn } from './proposition'
import { type Link, readLinks } from './read-links'

/**
 * Drafts a correction of each claim of a proposition that a correction of another has overtaken: verdict and public note,
 * signed by who pressed. Their authors take it over in the room and submit it; nothing is written there, and nothing
 * goes out, without them and without a second person.
 */
export async function putDrafts({
  member,
  propositionId,
}: {
  member: Member
  propositionId: string
}): Promise<{ count: number }> {
  return db().transaction(async (tx) => {
    await takeTurn(tx, `propositions ${member.deskId}`)
    const links = await readLinks(member, eq(propositionClaims.propositionId, propositionId), tx)
    if (links.length === 0) throw new Refused({ code: 'claim-unknown' })
    const overturned = links.flatMap((link) => {
      const { overturnedBy: turn, work } = link
      return turn && work ? [{ link, turn, articleId: work.articleId }] : []
    })
    if (overturned.length === 0) throw new Refused({ code: 'nothing-overturned' })
    const [desk] = await tx
      .select({ language: desks.language })
      .from(desks)
      .where(eq(desks.id, member.deskId))
    const rows = overturned.map(({ link, turn }) => draftOf(member, link, turn, desk?.language ?? 'en'))
    await tx.insert(correctionDrafts).values(rows).onConflictDoNothing()
    for (const articleId of new Set(overturned.map((one) => one.articleId)))
      await notify(tx, 'rows_changed', { articleId })
    return { count: overturned.length }
  })
}

function draftOf(member: Member, { claimId, published }: Link, turn: Turn, language: string) {
  const say = words(spokenFor(language))
  const values = { number: turn.number, verdict: turn.label }
  return {
    ...{
      id: uuid(),
      claimId,
      deskId: member.deskId,
      publicationId: turn.publicationId,
      draftedBy: member.id,
    },
    verdict: turn.isRetraction ? null : turn.verdict,
    // A claim that nobody has read yet owes readers no note.
    publicNote: published
      ? say(turn.isRetraction ? 'proposition.noteRetracted' : 'proposition.noteCorrected', values)
      : '',
  }
}
