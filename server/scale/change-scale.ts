import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../db/client'
import { desks, scales } from '../../db/schema'
import { canonicalHash } from '../canonical-hash'
import { notify } from '../channel/notify'
import { type Scale, whyNoScale } from '../claim/scale'
import { lockDesk } from '../member/lock-desk'
import type { Member } from '../member/member'
import { appendLog } from '../publication/log/append-log'
import { readLogKey } from '../publication/log/read-log-key'
import { refuseIf } from '../refusal'
import { readScale } from './read-scale'

type Changed = { member: Member; was: number; to: Scale }

/**
 * Makes the next version of a desk's scale from the one that was seen. What was submitted or published before keeps the
 * scale it was made with. The public log says that it was changed. Answers the number of the version that holds.
 */
export async function changeScale({ member, was, to }: Changed): Promise<number> {
  refuseIf(whyNoScale(to))
  const { deskId } = member
  // Before the transaction: inside, it would want a second connection.
  await readLogKey()
  return db().transaction(async (tx) => {
    await lockDesk(tx, deskId)
    const { number, entries } = await readScale(deskId, tx)
    if (canonicalHash(entries) === canonicalHash(to)) return number
    refuseIf(number === was ? null : { code: 'setting-changed' })
    await tx.insert(scales).values({ id: uuid(), deskId, number: number + 1, entries: to, madeBy: member.id })
    const [desk] = await tx.select({ slug: desks.slug }).from(desks).where(eq(desks.id, deskId))
    const body = { contentHash: canonicalHash(to), scale: number + 1, desk: desk?.slug ?? '' }
    await appendLog(tx, {
      publicationId: null,
      kind: 'scale',
      body: { ...body, at: new Date().toISOString() },
    })
    await notify(tx, 'desk_changed', { deskId })
    return number + 1
  })
}
