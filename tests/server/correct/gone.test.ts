import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims, publications } from '../../../db/schema'
import type { Claim } from '../../../server/claim/claim'
import { readDeleted } from '../../../server/deleted/read-deleted'
import type { Member } from '../../../server/member/member'
import { readNotices } from '../../../server/notice/read-notices'
import { approveSeveral } from '../../../server/review/approval/decide-several'
import { keepOpening } from '../../../server/review/approval/keep-opening'
import { readSubmission } from '../../../server/review/approval/read-submission'
import { decide } from '../../../server/review/decide'
import { readStages } from '../../../server/review/read-stages'
import { publishDue } from '../../../server/review/release/publish-due'
import { submit } from '../../../server/review/submit'
import { deleteClaim, mergeClaims, restoreClaim } from '../../../server/room/doc/marks'
import { claimIndex, type RoomDoc, textOf } from '../../../server/room/doc/room-doc'
import { rebuildProjection } from '../../../server/room/kept/project-claims'
import { readRoomClaims } from '../../../server/room/kept/read-room'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, damText, onDesk, refusalOf } from '../../newsroom'

const db = await freshDatabase()
const day = 86_400_000
const soon = new Date(Date.now() + day).toISOString().slice(0, 16)
const then = new Date(Date.now() + 2 * day)
const words = 'Engineers had warned of cracks in the northern wall since 2019'

async function aSubmitted() {
  const desk = await aDesk({ timeZone: 'UTC' })
  const lena = await onDesk('reviewer', desk)
  const [ruth, jonas] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const earlier = aClaim({ words, markedAt: '2026-03-06T07:00:00.000Z' })
  const claim = aClaim()
  const room = await aRoomWith([earlier, claim], lena)
  const hash = await room.hashOf(claim.id)
  const { submissionId } = await submit({
    ...{ member: lena, claimId: claim.id, hash, kind: 'first', publicNote: '' },
  })
  const approve = (publishAt: string | null = null, member: Member = ruth) =>
    decide({ member, submissionId, decision: 'approved', note: '', publishAt })
  const edit = (change: (doc: RoomDoc) => void) => room.edit(lena, change)
  const remove = () => edit((doc) => deleteClaim(doc, claim.id, claim.markedAt))
  return { lena, ruth, jonas, earlier, claim, room, submissionId, approve, edit, remove }
}

const versionsOf = ({ id }: Claim) => db.select().from(publications).where(eq(publications.claimId, id))

test('a claim that was deleted is not approved, and comes back with a note all the same', async () => {
  const { ruth, claim, submissionId, approve, remove } = await aSubmitted()
  await remove()
  expect(await refusalOf(approve())).toBe('claim-deleted')
  expect(await versionsOf(claim)).toEqual([])
  await decide({ member: ruth, submissionId, decision: 'returned', note: 'You deleted it.' })
})

test('nor is one that was merged into another', async () => {
  const { earlier, claim, room, approve, edit } = await aSubmitted()
  const all = await readRoomClaims(room.articleId)
  const pair = [earlier, claim].map(({ id }) => all.find((one) => one.id === id)) as [Claim, Claim] // both are in it
  await edit((doc) => void mergeClaims(doc, pair, damText, claim.markedAt))
  expect(await refusalOf(approve())).toBe('claim-deleted')
})

test('nor one whose entry is gone from the room', async () => {
  const { claim, approve, edit } = await aSubmitted()
  await edit((doc) => void claimIndex(doc).delete(claim.id))
  expect(await refusalOf(approve())).toBe('claim-deleted')
})

test('what the room has on disk counts, also where the tables are behind', async () => {
  const gone = await aSubmitted()
  const [before] = await db.select().from(claims).where(eq(claims.id, gone.claim.id))
  await gone.remove()
  const behind = { isDeleted: false, sequence: before?.sequence ?? 0 }
  await db.update(claims).set(behind).where(eq(claims.id, gone.claim.id))
  expect(await refusalOf(gone.approve())).toBe('claim-deleted')
  const [after] = await db.select().from(claims).where(eq(claims.id, gone.claim.id))
  await gone.edit((doc) => restoreClaim(doc, gone.claim))
  const deleted = { isDeleted: true, sequence: after?.sequence ?? 0 }
  await db.update(claims).set(deleted).where(eq(claims.id, gone.claim.id))
  await gone.approve()
  expect(await versionsOf(gone.claim)).toHaveLength(1)
})

test('among several it is refused, and the others are published', async () => {
  const [gone, whole] = [await aSubmitted(), await aSubmitted()]
  await gone.remove()
  for (const { ruth: member, submissionId } of [gone, whole]) await keepOpening({ member, submissionId })
  const of = ({ ruth: member, submissionId }: typeof gone) =>
    approveSeveral({ member, submissionIds: [submissionId] })
  expect(await of(gone)).toMatchObject([{ publication: null, refusal: { code: 'claim-deleted' } }])
  expect(await of(whole)).toMatchObject([{ publication: { version: 1 }, refusal: null }])
})

test('the page of its submission says so, offers no approval, and does again once it is back', async () => {
  const { ruth, claim, submissionId, edit, remove } = await aSubmitted()
  await remove()
  const page = await readSubmission(submissionId, ruth)
  expect(page).toMatchObject({ reason: null, isDeleted: true, whyNotApprove: { code: 'claim-deleted' } })
  await edit((doc) => restoreClaim(doc, claim))
  expect(await readSubmission(submissionId, ruth)).toMatchObject({ isDeleted: false, whyNotApprove: null })
})

test('what was planned for a claim that is deleted by then is held, and all concerned are told', async () => {
  const { lena, ruth, claim, room, submissionId, approve, edit, remove } = await aSubmitted()
  await approve(soon)
  await remove()
  await publishDue(then)
  expect(await versionsOf(claim)).toEqual([])
  const { release } = await readSubmission(submissionId, ruth)
  expect(release?.outcome).toMatchObject({ end: 'refused', refusal: { code: 'release-claim-deleted' } })
  for (const member of [lena, ruth]) {
    const { notices } = await readNotices(member, null)
    expect(notices).toContainEqual(
      expect.objectContaining({ kind: 'release-held', claimId: claim.id, about: claim.statement }),
    )
  }
  await edit((doc) => restoreClaim(doc, claim))
  await publishDue(then)
  expect(await versionsOf(claim)).toEqual([])
  const stages = await readStages(room.articleId, lena)
  expect(stages.find(({ claimId }) => claimId === claim.id)).toMatchObject({ stage: 'returned' })
})

async function aPublished() {
  const room = await aSubmitted()
  await room.approve()
  const standing = async () => {
    const [row] = await db.select().from(claims).where(eq(claims.id, room.claim.id))
    const stages = await readStages(room.room.articleId, room.lena)
    const stage = stages.find(({ claimId }) => claimId === room.claim.id)?.stage
    return { isDeleted: row?.isDeleted, deletedBy: row?.deletedBy, mergedInto: row?.mergedInto, stage }
  }
  return { ...room, standing }
}
const kept = { isDeleted: false, deletedBy: null, mergedInto: null }

test('that a browser deleted what readers have is void, and the words it brought beside are kept', async () => {
  const { claim, room, standing, edit, lena, ruth } = await aPublished()
  await edit((doc) => {
    textOf(doc, 'statement', claim.id).insert(0, 'So far, ')
    deleteClaim(doc, claim.id, claim.markedAt)
  })
  expect(await standing()).toEqual({ ...kept, stage: 'changed-since' })
  expect((await readDeleted(lena, null)).things).toEqual([])
  await rebuildProjection(room.articleId)
  expect(await standing()).toEqual({ ...kept, stage: 'changed-since' })
  const hash = await room.hashOf(claim.id)
  const asked = { member: lena, claimId: claim.id, hash, publicNote: 'It is not known for sure.' }
  const { submissionId } = await submit({ ...asked, kind: 'clarification' })
  expect((await readSubmission(submissionId, ruth)).whyNotApprove).toBeNull()
  await decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  expect(await versionsOf(claim)).toHaveLength(2)
})

test('so is that it was merged into another, or its entry taken away', async () => {
  const merged = await aPublished()
  const all = await readRoomClaims(merged.room.articleId)
  const pair = [merged.earlier, merged.claim].map(({ id }) => all.find((one) => one.id === id)) as [
    Claim,
    Claim, // both are in it
  ]
  await merged.edit((doc) => void mergeClaims(doc, pair, damText, merged.claim.markedAt))
  // Its sources went to the other one.
  expect(await merged.standing()).toEqual({ ...kept, stage: 'changed-since' })
  const gone = await aPublished()
  await gone.edit((doc) => void claimIndex(doc).delete(gone.claim.id))
  expect(await gone.standing()).toEqual({ ...kept, stage: 'published' })
})

test('deleted while it is approved, it is one of the two: refused, or published and standing', async () => {
  for (let round = 0; round < 4; round++) {
    const { claim, approve, remove, room, lena } = await aSubmitted()
    const [approved] = await Promise.allSettled([approve(), remove()])
    const isPublished = approved.status === 'fulfilled'
    if (!isPublished) expect(approved.reason).toMatchObject({ refusal: { code: 'claim-deleted' } })
    expect(await versionsOf(claim)).toHaveLength(isPublished ? 1 : 0)
    const listed = (await readStages(room.articleId, lena)).filter(({ claimId }) => claimId === claim.id)
    expect(listed.map(({ stage }) => stage)).toEqual(isPublished ? ['published'] : [])
  }
})
