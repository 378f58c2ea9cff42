import { and, eq, isNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client'
import { members, people } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { Refused, refuseIf } from '../../refusal'
import { lockDesk } from '../lock-desk'
import type { Member } from '../member'
import { type PublicFace, whyNotChangeFace, whyNotPseudonym } from './public-name'

type Changed = { member: Member; memberId: string; was: PublicFace; to: PublicFace }

/** Decides how readers see a member in what is published from now on; what is published stays as it is. */
export async function changeFace({ member, memberId, was, to }: Changed): Promise<void> {
  refuseIf(whyNotChangeFace(member, memberId))
  const { deskId } = member
  await db().transaction(async (tx) => {
    // Two people may want the same pseudonym at once.
    await lockDesk(tx, deskId)
    const ofDesk = and(eq(members.deskId, deskId), isNull(members.removedAt))
    const [now] = await tx
      .select({ shownAs: members.shownAs, pseudonym: members.pseudonym })
      .from(members)
      .where(and(eq(members.id, memberId), ofDesk))
    if (!now) throw new Refused({ code: 'member-unknown' })
    if (isSame(now, to)) return
    refuseIf(isSame(now, was) ? null : { code: 'setting-changed' })
    const others = await tx
      .select({ name: people.name, pseudonym: members.pseudonym })
      .from(members)
      .innerJoin(people, eq(people.id, members.personId))
      .where(and(eq(members.deskId, deskId), ne(members.id, memberId)))
    refuseIf(whyNotPseudonym(to, others))
    await tx.update(members).set(to).where(eq(members.id, memberId))
    await notify(tx, 'member_changed', { memberId })
  })
}

const isSame = (one: PublicFace, other: PublicFace) =>
  one.shownAs === other.shownAs && one.pseudonym === other.pseudonym
