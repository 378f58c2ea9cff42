import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { secondVerdicts } from '../../db/schema'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { tellMembers } from '../notice/tell-members'
import { Refused, refuseIf } from '../refusal'
import { lockClaim } from '../review/open-submission'
import { lockRoomDoor } from '../room/stay/keep-stay'
import { readCandidates, readJudged } from './read-candidates'
import { whyNoSecond, whyNotCandidate } from './second-verdict'

type Asking = { member: Member; id: string; claimId: string; of: string }

/**
 * Asks a member to judge a claim without sight of its verdict: from then on its article is not there for them, until
 * they gave theirs or it is taken back. The id is made by whoever asks: sent again after a lost answer, it is asked once.
 */
export async function askSecond({ member, id, claimId, of }: Asking): Promise<void> {
  await db().transaction(async (tx) => {
    await lockClaim(tx, claimId)
    const claim = await readJudged(claimId, member, tx)
    const [known] = await tx.select().from(secondVerdicts).where(eq(secondVerdicts.id, id))
    if (known?.claimId === claimId && known.askedOf === of && known.askedBy === member.id) return
    if (known) throw new Refused({ code: 'claim-unknown' })
    refuseIf(whyNoSecond(claim))
    const { articleId } = claim
    // Nobody comes into the room between the question who was there and the row that keeps them out.
    await lockRoomDoor(tx, articleId)
    await holdArticle(tx, member, articleId)
    const candidates = await readCandidates(claim, member, tx)
    refuseIf(whyNotCandidate(candidates.find((one) => one.id === of) ?? null))
    const asked = { claimId, articleId, deskId: member.deskId, askedOf: of, askedBy: member.id }
    await tx.insert(secondVerdicts).values({ id, ...asked })
    await tellMembers(tx, { kind: 'asked-second', by: member, subjectId: id, to: [of], articleId, claimId })
    await notify(tx, 'rows_changed', { articleId })
  })
}
