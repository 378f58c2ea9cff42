import { and, eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { joinedNames, publishedNames } from '../../../db/schema'
import { takeTurn } from '../../../db/take-turn'
import type { NameKind } from '../../../db/vocabulary'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { Refused, refuseIf } from '../../refusal'
import { nameOf, whyNotJoin } from './named'

type Spelling = { member: Pick<Member, 'id' | 'deskId'>; kind: NameKind; spelling: string }

/**
 * Lists the checks of a desk that have one spelling of a name under another name, with all that was joined to it before.
 * The pages follow. Refuses a spelling that no check of the desk has.
 */
export async function joinNames({
  member,
  kind,
  spelling,
  name,
}: Spelling & { name: string }): Promise<void> {
  const { id: joinedBy, deskId } = member
  await db().transaction(async (tx) => {
    await takeTurn(tx, `names of ${deskId}`)
    await refuseUnknown(tx, { member, kind, spelling })
    const wanted = nameOf(kind, name)
    refuseIf(whyNotJoin(spelling, wanted && { slug: wanted.spelling }))
    const into =
      wanted && ((await readJoined(tx, deskId, wanted)) ?? { name: wanted.name, slug: wanted.spelling })
    refuseIf(whyNotJoin(spelling, into))
    if (!into) return
    const row = { deskId, kind, spelling, ...into, joinedBy, joinedAt: new Date() }
    await tx
      .insert(joinedNames)
      .values(row)
      .onConflictDoUpdate({ target: [joinedNames.deskId, joinedNames.kind, joinedNames.spelling], set: row })
    // What led here leads on: no address sends its reader twice.
    const ledHere = and(
      eq(joinedNames.deskId, deskId),
      eq(joinedNames.kind, kind),
      eq(joinedNames.slug, spelling),
    )
    await tx.update(joinedNames).set(into).where(ledHere)
    await notify(tx, 'desk_changed', { deskId })
  })
}

/** Lists the checks with a spelling under that again; nothing happens where it was not joined. */
export async function separateName({ member, kind, spelling }: Spelling): Promise<void> {
  const { deskId } = member
  await db().transaction(async (tx) => {
    await takeTurn(tx, `names of ${deskId}`)
    await refuseUnknown(tx, { member, kind, spelling })
    await tx.delete(joinedNames).where(isOf(deskId, { kind, spelling }))
    await notify(tx, 'desk_changed', { deskId })
  })
}

type Which = { kind: NameKind; spelling: string }

const isOf = (deskId: string, { kind, spelling }: Which) =>
  and(eq(joinedNames.deskId, deskId), eq(joinedNames.kind, kind), eq(joinedNames.spelling, spelling))

async function readJoined(tx: Transaction, deskId: string, which: Which) {
  const [row] = await tx
    .select({ name: joinedNames.name, slug: joinedNames.slug })
    .from(joinedNames)
    .where(isOf(deskId, which))
  return row ?? null
}

async function refuseUnknown(
  tx: Transaction,
  { member: { deskId }, kind, spelling }: Spelling,
): Promise<void> {
  const { deskId: desk, kind: known, spelling: written } = publishedNames
  const [found] = await tx
    .select({ number: publishedNames.number })
    .from(publishedNames)
    .where(and(eq(desk, deskId), eq(known, kind), eq(written, spelling)))
    .limit(1)
  if (!found) throw new Refused({ code: 'name-unknown' })
}
