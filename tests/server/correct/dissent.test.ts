import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { members, publications, releases } from '../../../db/schema'
import type { Verdict } from '../../../db/vocabulary'
import { canonicalHash } from '../../../server/canonical-hash'
import type { Member } from '../../../server/member/member'
import { addOwnVerdict } from '../../../server/own-verdict/add-own-verdict'
import { readNextVersions } from '../../../server/publication/next/read-next-version'
import { claimPage } from '../../../server/publication/pages/claim/claim-page'
import { editionOf } from '../../../server/publication/pages/edition'
import { decide } from '../../../server/review/decide'
import { publishDue } from '../../../server/review/release/publish-due'
import { submit } from '../../../server/review/submit'
import { textOf } from '../../../server/room/doc/room-doc'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../../newsroom'

const db = await freshDatabase()
const reason = 'In cash terms it is right, and cash is what was promised.'

async function aDispute() {
  const desk = await aDesk({ timeZone: 'UTC' })
  const author = await onDesk('reviewer', desk)
  const [lena, jonas] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim({ verdict: 'false' })
  const room = await aRoomWith([claim], author)
  const sign = async (how: { member?: Member; verdict?: Verdict; mayBePublished?: boolean } = {}) => {
    const id = uuid()
    const { member = lena, verdict = 'mostly-true', mayBePublished = true } = how
    await addOwnVerdict({ member, id, claimId: claim.id, verdict, reason, mayBePublished })
    return id
  }
  const ask = async (as: { kind?: 'first' | 'clarification' | 'retraction' } = {}) => {
    const { kind = 'first' } = as
    const hash = await room.hashOf(claim.id)
    const said = kind === 'first' ? '' : 'Why.'
    const asked = { member: author, claimId: claim.id, hash, kind, publicNote: said, reason: said }
    return (await submit(asked)).submissionId
  }
  const approve = (submissionId: string, dissentId: string | null, publishAt: string | null = null) =>
    decide({ member: jonas, submissionId, decision: 'approved', note: '', dissentId, publishAt })
  return { author, lena, jonas, claim, room, sign, ask, approve }
}

const newestOf = async (claimId: string) =>
  (await db.select().from(publications).where(eq(publications.claimId, claimId))).toSorted(
    (one, other) => other.version - one.version,
  )[0]

test('a dissent is published beside the verdict, and the hash of the checked words does not know of it', async () => {
  const { lena, claim, sign, ask, approve } = await aDispute()
  const dissentId = await sign()
  await approve(await ask(), dissentId)
  const version = await newestOf(claim.id)
  expect(version?.content.dissent).toEqual({ by: lena.name, verdict: 'mostly-true', reason })
  expect(canonicalHash(version?.content.claim)).toBe(version?.hash)
})

test('readers see a dissent under the name that they know its signer by, and the editor sees it before', async () => {
  const { lena, jonas, sign, ask } = await aDispute()
  await db
    .update(members)
    .set({ shownAs: 'pseudonym', pseudonym: 'The Gauge Reader' })
    .where(eq(members.id, lena.id))
  const dissentId = await sign()
  const { versions, desk } = await readNextVersions(await ask(), jonas, { now: new Date(), dissentId })
  const page = claimPage(versions, editionOf(desk, { origin: 'https://proof.example', stylesheet: '/x.css' }))
  expect(page).toContain('The Gauge Reader would rate this claim “Mostly true”:')
  expect(page).toContain(reason)
  expect(page).not.toContain(lena.name)
})

test('nothing is published that its signer did not allow, or has signed anew since', async () => {
  const { sign, ask, approve } = await aDispute()
  const submissionId = await ask()
  const [kept, older] = [await sign({ mayBePublished: false }), await sign()]
  expect(await refusalOf(approve(submissionId, kept))).toBe('dissent-unknown')
  const newest = await sign({ mayBePublished: false })
  expect(await refusalOf(approve(submissionId, older))).toBe('dissent-unknown')
  expect(await refusalOf(approve(submissionId, newest))).toBe('dissent-not-allowed')
})

test('what was signed on other words, or agrees, is no dissent', async () => {
  const { author, claim, room, sign, ask, approve } = await aDispute()
  const agreeing = await sign({ verdict: 'false' })
  expect(await refusalOf(approve(await ask(), agreeing))).toBe('dissent-agrees')
  const dissentId = await sign()
  await room.edit(author, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  expect(await refusalOf(approve(await ask(), dissentId))).toBe('dissent-other-words')
})

test('a return and a retraction carry no dissent', async () => {
  const { jonas, sign, ask, approve } = await aDispute()
  const dissentId = await sign()
  const submissionId = await ask()
  const returning = { member: jonas, submissionId, decision: 'returned' as const, note: 'No.', dissentId }
  expect(await refusalOf(decide(returning))).toBe('dissent-beside-nothing')
  await approve(submissionId, null)
  const retraction = await ask({ kind: 'retraction' })
  expect(await refusalOf(approve(retraction, dissentId))).toBe('dissent-beside-nothing')
})

test('the next version has the dissent only if its editor decides so again', async () => {
  const { author, claim, room, sign, ask, approve } = await aDispute()
  await approve(await ask(), await sign())
  await room.edit(author, (doc) => textOf(doc, 'short-answer', claim.id).insert(0, 'In short: '))
  await approve(await ask({ kind: 'clarification' }), null)
  expect(await newestOf(claim.id)).toMatchObject({ version: 2, content: { dissent: null } })
})

test('a dissent goes out with what was approved for later, unless its signer took it back until then', async () => {
  const stands = await aDispute()
  const takenBack = await aDispute()
  const soon = new Date(Date.now() + 86_400_000)
  for (const dispute of [stands, takenBack])
    await dispute.approve(await dispute.ask(), await dispute.sign(), soon.toISOString().slice(0, 16))
  await takenBack.sign({ mayBePublished: false })
  expect(await db.select().from(releases)).toHaveLength(2)
  await publishDue(new Date(soon.getTime() + 86_400_000))
  expect((await newestOf(stands.claim.id))?.content.dissent).toMatchObject({ reason })
  expect((await newestOf(takenBack.claim.id))?.content.dissent).toBeNull()
})
