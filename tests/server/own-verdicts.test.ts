import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { ownVerdicts } from '../../db/schema'
import type { Verdict } from '../../db/vocabulary'
import { houseEntry, houseScale } from '../../server/claim/scale'
import type { Member } from '../../server/member/member'
import { addOwnVerdict } from '../../server/own-verdict/add-own-verdict'
import { readFirstVerdicts, readOwnVerdicts } from '../../server/own-verdict/read-own-verdicts'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { deleteClaim } from '../../server/room/doc/marks'
import { textOf } from '../../server/room/doc/room-doc'
import { changeScale } from '../../server/scale/change-scale'
import { readStatistics } from '../../server/statistics/read-statistics'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

async function aClaimOnDesk() {
  const desk = await aDesk()
  const [lena, idris, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  return { desk, lena, idris, jonas, claim, room: await aRoomWith([claim], lena) }
}

const sign = (
  member: Member,
  claimId: string,
  verdict: Verdict,
  reason = 'The register says so.',
  id = uuid(),
) => addOwnVerdict({ member, id, claimId, verdict, reason })

test('the newest own verdict of each member counts, and the first stays for the figures', async () => {
  const { lena, idris, claim } = await aClaimOnDesk()
  await sign(lena, claim.id, 'false')
  await sign(idris, claim.id, 'true')
  await sign(lena, claim.id, 'misleading', 'In cash terms it is right.')
  const all = await readOwnVerdicts(claim.id, lena)
  expect(new Map(all.map(({ by, verdict }) => [by.id, verdict]))).toEqual(
    new Map([
      [lena.id, 'misleading'],
      [idris.id, 'true'],
    ]),
  )
  const first = await readFirstVerdicts(lena)
  expect(first.map(({ member, verdict }) => [member.id, verdict])).toEqual([
    [lena.id, 'false'],
    [idris.id, 'true'],
  ])
})

test('an own verdict says when the claim reads otherwise by now', async () => {
  const { lena, claim, room } = await aClaimOnDesk()
  await sign(lena, claim.id, 'false')
  expect((await readOwnVerdicts(claim.id, lena))[0]?.isOfTheseWords).toBe(true)
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  expect((await readOwnVerdicts(claim.id, lena))[0]?.isOfTheseWords).toBe(false)
  const [kept] = await db.select().from(ownVerdicts).where(eq(ownVerdicts.claimId, claim.id))
  expect(kept?.statement).toBe(claim.statement)
})

test('sent again it is there once, and nobody signs under another’s id', async () => {
  const { lena, idris, claim } = await aClaimOnDesk()
  const id = uuid()
  await sign(lena, claim.id, 'false', 'The register.', id)
  await sign(lena, claim.id, 'false', 'The register.', id)
  expect(await refusalOf(sign(idris, claim.id, 'true', 'Mine.', id))).toBe('claim-unknown')
  expect(await db.$count(ownVerdicts, eq(ownVerdicts.claimId, claim.id))).toBe(1)
})

test('without a reason, on another desk’s claim or on a deleted one, nothing is signed', async () => {
  const { lena, claim, room } = await aClaimOnDesk()
  const stranger = await onDesk('reviewer', await aDesk())
  expect(await refusalOf(sign(lena, claim.id, 'false', '  '))).toBe('own-verdict-needs-reason')
  expect(await refusalOf(sign(lena, claim.id, 'false', 'x'.repeat(2_001)))).toBe('own-verdict-too-long')
  expect(await refusalOf(sign(stranger, claim.id, 'false'))).toBe('claim-unknown')
  expect(await readOwnVerdicts(claim.id, stranger)).toEqual([])
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, new Date().toISOString()))
  expect(await refusalOf(sign(lena, claim.id, 'false'))).toBe('claim-deleted')
})

test('a verdict that is not on the desk’s scale is signed by nobody', async () => {
  const { desk, lena, claim } = await aClaimOnDesk()
  expect(await refusalOf(sign(lena, claim.id, 'mostly-false'))).toBe('verdict-off-scale')
  const admin = await onDesk('admin', desk)
  await changeScale({ member: admin, was: 0, to: [...houseScale(), houseEntry('mostly-false')] })
  await sign(lena, claim.id, 'mostly-false')
  expect(await readOwnVerdicts(claim.id, lena)).toMatchObject([{ verdict: 'mostly-false' }])
})

test('one that was kept before the desk took its verdict off the scale can be sent again', async () => {
  const { desk, lena, claim } = await aClaimOnDesk()
  const admin = await onDesk('admin', desk)
  await changeScale({ member: admin, was: 0, to: [...houseScale(), houseEntry('half-true')] })
  const id = uuid()
  await sign(lena, claim.id, 'half-true', 'The register.', id)
  await changeScale({ member: admin, was: 1, to: houseScale() })
  await sign(lena, claim.id, 'half-true', 'The register.', id)
  expect(await db.$count(ownVerdicts, eq(ownVerdicts.claimId, claim.id))).toBe(1)
})

test('what was signed is never changed or removed', async () => {
  const { lena, claim } = await aClaimOnDesk()
  await sign(lena, claim.id, 'false')
  const mine = eq(ownVerdicts.claimId, claim.id)
  await expect(db.update(ownVerdicts).set({ verdict: 'true' }).where(mine)).rejects.toThrow()
  await expect(db.delete(ownVerdicts).where(mine)).rejects.toThrow()
})

test('the decision that first verdicts are held against is the first published one', async () => {
  const { lena, idris, jonas, claim, room } = await aClaimOnDesk()
  await sign(lena, claim.id, 'misleading')
  await sign(idris, claim.id, 'true')
  const asked = {
    claimId: claim.id,
    hash: await room.hashOf(claim.id),
    kind: 'first',
    publicNote: '',
  } as const
  const { submissionId } = await submit({ member: lena, ...asked })
  await decide({ member: jonas, submissionId, decision: 'approved', note: '' })
  const { agreement } = await readStatistics(lena)
  expect(agreement.firstDecided).toMatchObject({ claims: 1, agreed: 1, why: 'too-few' })
  expect(agreement.secondDecided).toMatchObject({ claims: 1, agreed: 0 })
  expect(agreement.firstSecond).toMatchObject({ claims: 1, agreed: 0 })
})
