import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { ownVerdicts, people, roomStays, secondVerdicts } from '../../../db/schema'
import type { SecondRule } from '../../../db/vocabulary'
import { limitArticle } from '../../../server/limit/change-limit'
import { addMember } from '../../../server/member/add-member'
import { removeMember } from '../../../server/member/manage-member'
import type { Member } from '../../../server/member/member'
import { readNotices } from '../../../server/notice/read-notices'
import { addOwnVerdict } from '../../../server/own-verdict/add-own-verdict'
import { readOwnVerdicts } from '../../../server/own-verdict/read-own-verdicts'
import { readSubmission } from '../../../server/review/approval/read-submission'
import { openPage } from '../../../server/review/approval/sight/open-page'
import { decide } from '../../../server/review/decide'
import { submit } from '../../../server/review/submit'
import { makePass } from '../../../server/room/admit'
import { setText, setVerdict } from '../../../server/room/doc/claim-values'
import { deleteClaim } from '../../../server/room/doc/marks'
import { askSecond } from '../../../server/second-verdict/ask-second'
import { readAsked, readAskedOf } from '../../../server/second-verdict/read-asked'
import { readWhoCanJudge } from '../../../server/second-verdict/read-candidates'
import { readSecondVerdicts } from '../../../server/second-verdict/read-second-verdicts'
import { signSecond } from '../../../server/second-verdict/sign-second'
import { withdrawAsking } from '../../../server/second-verdict/withdraw-asking'
import { startSession } from '../../../server/session/sign-in'
import { readStatistics } from '../../../server/statistics/read-statistics'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../../newsroom'

const db = await freshDatabase()

/** A desk on which Lena has marked and rated a claim, Ruth decides, and Idris has not been in the room. */
async function aRatedClaim(secondVerdicts: SecondRule = 'asked') {
  const desk = await aDesk({ secondVerdicts })
  const [lena, idris] = [await onDesk('reviewer', desk), await onDesk('reviewer', desk)]
  const [ruth, jonas] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const claim = aClaim({ verdict: 'misleading' })
  const room = await aRoomWith([claim], lena)
  const hash = async () => room.hashOf(claim.id)
  const request = { member: lena, claimId: claim.id, kind: 'first', publicNote: '' } as const
  const { submissionId } = await submit({ ...request, hash: await hash() })
  const asking = { member: ruth, claimId: claim.id, of: idris.id }
  const approve = (member: Member) => decide({ member, submissionId, decision: 'approved', note: '' })
  return { desk, lena, idris, ruth, jonas, claim, room, submissionId, asking, approve }
}

const theirs = {
  verdict: 'false',
  reason: 'The 1987 package was larger.',
  evidence: 'Budget of 1987',
} as const

const comesIn = async (member: Member, articleId: string) =>
  makePass({ member, sessionId: await startSession(member.personId), articleId })

test('who was asked is kept from the room until they have given their verdict', async () => {
  const { idris, claim, room, asking } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  expect(await refusalOf(comesIn(idris, room.articleId))).toBe('second-verdict-first')
  await signSecond({ ...theirs, member: idris, id: uuid(), claimId: claim.id })
  await comesIn(idris, room.articleId)
})

test('who was in the room since the claim was marked cannot be asked', async () => {
  const { idris, room, asking } = await aRatedClaim()
  await comesIn(idris, room.articleId)
  expect(await refusalOf(askSecond({ ...asking, id: uuid() }))).toBe('second-verdict-seen')
})

test('who left the room before the claim was marked can be asked', async () => {
  const { idris, room, asking } = await aRatedClaim()
  await comesIn(idris, room.articleId)
  const stay = and(eq(roomStays.articleId, room.articleId), eq(roomStays.memberId, idris.id))
  await db
    .update(roomStays)
    .set({ until: new Date(Date.now() - 3_600_000) })
    .where(stay)
  await askSecond({ ...asking, id: uuid() })
})

test('who was shown it for review, wrote it or signed an own verdict cannot be asked, nor an observer or a stranger', async () => {
  const { desk, lena, jonas, idris, ruth, claim, submissionId, asking } = await aRatedClaim()
  await openPage(submissionId, jonas)
  await addOwnVerdict({ member: idris, id: uuid(), claimId: claim.id, verdict: 'true', reason: 'So it is.' })
  const [ana, stranger] = [await onDesk('observer', desk), await onDesk('reviewer', await aDesk())]
  const codes: string[] = []
  for (const { id: of } of [lena, jonas, idris, ana, stranger])
    codes.push(await refusalOf(askSecond({ ...asking, of, id: uuid() })))
  expect(codes).toEqual([
    ...['second-verdict-seen', 'second-verdict-seen', 'second-verdict-seen'],
    ...['observers-take-no-work', 'member-unknown'],
  ])
  const { candidates } = await readWhoCanJudge(claim.id, ruth)
  expect(candidates.map(({ id, whyNot }) => [id, whyNot?.code ?? null])).toEqual(
    expect.arrayContaining([
      [jonas.id, 'second-verdict-seen'],
      [ruth.id, null],
    ]),
  )
})

test('only a desk without second verdicts hands out what nobody has opened yet', async () => {
  for (const [rule, isHandedOut] of [
    ['never', true],
    ['asked', false],
    ['always', false],
  ] as const) {
    const { ruth, submissionId } = await aRatedClaim(rule)
    expect((await readSubmission(submissionId, ruth)).mayFetchBeside).toBe(isHandedOut)
  }
})

test('on a limited article nobody is asked who may not know of it', async () => {
  const { lena, idris, ruth, room, asking } = await aRatedClaim()
  await limitArticle({ member: ruth, articleId: room.articleId, was: null, members: [ruth.id, lena.id] })
  expect(await refusalOf(askSecond({ ...asking, of: idris.id, id: uuid() }))).toBe('member-not-named')
})

test('what is asked says nothing of the verdict, whichever it is', async () => {
  const { lena, idris, claim, room, asking } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  const before = await readAsked(claim.id, idris)
  expect(before.asked).toMatchObject({ statement: claim.statement, speaker: claim.speaker })
  await room.edit(lena, (doc) => {
    setVerdict(doc, { id: claim.id, verdict: 'misleading' }, 'true')
    setText(doc, 'short-answer', claim.id, 'It is.')
  })
  expect(await readAsked(claim.id, idris)).toEqual(before)
  expect(await readAskedOf(idris)).toMatchObject([{ claimId: claim.id }])
})

test('who is asked is told, and the notice leads to what they are asked', async () => {
  const { idris, ruth, claim, asking } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  const { notices } = await readNotices(idris, null)
  expect(notices).toMatchObject([{ kind: 'asked-second', by: { id: ruth.id }, about: claim.statement }])
})

test('nothing is approved while a second verdict is waited for, and it can be after', async () => {
  const { idris, ruth, jonas, claim, submissionId, asking, approve } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  expect(await refusalOf(approve(jonas))).toBe('second-verdict-waits')
  expect((await readSubmission(submissionId, jonas)).whyNotApprove?.code).toBe('second-verdict-waits')
  await signSecond({ ...theirs, member: idris, id: uuid(), claimId: claim.id })
  expect(await readSecondVerdicts(claim.id, ruth)).toMatchObject([
    { of: { id: idris.id }, end: { given: { ...theirs, isOfThisStatement: true } } },
  ])
  expect((await approve(jonas)).publication?.version).toBe(1)
})

test('a desk that wants one of every claim approves none without it', async () => {
  const { idris, jonas, claim, asking, approve } = await aRatedClaim('always')
  expect(await refusalOf(approve(jonas))).toBe('second-verdict-needed')
  await askSecond({ ...asking, id: uuid() })
  await signSecond({ ...theirs, member: idris, id: uuid(), claimId: claim.id })
  expect((await approve(jonas)).publication?.version).toBe(1)
})

test('a desk that wants none asks nobody', async () => {
  const { asking, approve, jonas } = await aRatedClaim('never')
  expect(await refusalOf(askSecond({ ...asking, id: uuid() }))).toBe('second-verdicts-off')
  expect((await approve(jonas)).publication?.version).toBe(1)
})

test('of what readers know, or is approved for later, nobody is asked', async () => {
  const { jonas, asking, approve } = await aRatedClaim()
  await approve(jonas)
  expect(await refusalOf(askSecond({ ...asking, id: uuid() }))).toBe('second-verdict-published')
  const later = await aRatedClaim()
  const publishAt = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16)
  const { submissionId, jonas: editor } = later
  await decide({ member: editor, submissionId, decision: 'approved', note: '', publishAt })
  expect(await refusalOf(askSecond({ ...later.asking, id: uuid() }))).toBe('second-verdict-planned')
})

test('it is given once, on what the claim says then, and beside it stands how the claim was rated', async () => {
  const { idris, claim, asking } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  const given = { ...theirs, member: idris, id: uuid(), claimId: claim.id }
  await signSecond(given)
  await signSecond(given)
  expect(await refusalOf(signSecond({ ...given, id: uuid() }))).toBe('claim-unknown')
  const [own] = await db.select().from(ownVerdicts).where(eq(ownVerdicts.claimId, claim.id))
  expect(own).toMatchObject({ isBlind: true, verdict: 'false', statement: claim.statement })
  const [kept] = await db.select().from(secondVerdicts).where(eq(secondVerdicts.claimId, claim.id))
  expect(kept).toMatchObject({ ratedAs: 'misleading', ownVerdictId: given.id })
  expect(await readOwnVerdicts(claim.id, idris)).toMatchObject([{ verdict: 'false' }])
})

test('without a reason, off the scale, unasked or on a deleted claim nothing is given', async () => {
  const { lena, idris, jonas, claim, room, asking } = await aRatedClaim()
  const given = { ...theirs, member: idris, id: uuid(), claimId: claim.id }
  expect(await refusalOf(signSecond(given))).toBe('claim-unknown')
  await askSecond({ ...asking, id: uuid() })
  expect(await refusalOf(signSecond({ ...given, reason: ' ' }))).toBe('own-verdict-needs-reason')
  expect(await refusalOf(signSecond({ ...given, verdict: 'half-true' }))).toBe('verdict-off-scale')
  expect(await refusalOf(signSecond({ ...given, member: jonas }))).toBe('claim-unknown')
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, new Date().toISOString()))
  expect(await refusalOf(signSecond(given))).toBe('claim-deleted')
})

test('an editor takes it back, whoever was asked declines it, and nobody else does either', async () => {
  const { lena, idris, ruth, room, claim, asking } = await aRatedClaim()
  const ids = [uuid(), uuid()]
  await askSecond({ ...asking, id: ids[0] ?? '' })
  expect(await refusalOf(askSecond({ ...asking, id: uuid() }))).toBe('second-verdict-asked')
  expect(await refusalOf(withdrawAsking({ member: lena, id: ids[0] ?? '' }))).toBe('role-too-low')
  await withdrawAsking({ member: ruth, id: ids[0] ?? '' })
  await askSecond({ ...asking, id: ids[1] ?? '' })
  await withdrawAsking({ member: idris, id: ids[1] ?? '' })
  await comesIn(idris, room.articleId)
  expect((await readSecondVerdicts(claim.id, ruth)).map(({ end }) => end?.by.id)).toEqual([ruth.id, idris.id])
  expect(await readAsked(claim.id, idris)).toEqual({ asked: null, judged: { articleId: room.articleId } })
})

test('nothing is waited for from who has left the desk', async () => {
  const { desk, idris, jonas, asking, approve } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  await removeMember({ deskId: desk.id, memberId: idris.id })
  expect((await approve(jonas)).publication?.version).toBe(1)
})

test('who comes in at the moment they are asked is either asked or in, never both', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { idris, room, asking } = await aRatedClaim()
    const [asked, came] = await Promise.allSettled([
      askSecond({ ...asking, id: uuid() }),
      comesIn(idris, room.articleId),
    ])
    expect([asked.status, came.status].sort()).toEqual(['fulfilled', 'rejected'])
  }
})

test('whom the operator makes an observer is asked no more, and the claim can be approved', async () => {
  const { desk, idris, ruth, jonas, claim, asking, approve } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  const [person] = await db.select().from(people).where(eq(people.id, idris.personId))
  const known = { desk: desk.slug, email: person?.email ?? '', name: idris.name }
  await addMember({ ...known, password: 'a password of eighteen letters', role: 'observer' })
  expect(await readSecondVerdicts(claim.id, ruth)).toMatchObject([{ end: { given: null } }])
  expect((await approve(jonas)).publication?.version).toBe(1)
})

test('how a claim was rated and what was said of it blind feed the desk’s figures, but not for whoever is blind', async () => {
  const { lena, idris, jonas, claim, asking } = await aRatedClaim()
  await askSecond({ ...asking, id: uuid() })
  await signSecond({ ...theirs, member: idris, id: uuid(), claimId: claim.id })
  await askSecond({ ...asking, of: jonas.id, id: uuid() })
  expect((await readStatistics(lena)).agreement.ratedBlind).toMatchObject({ claims: 1, agreed: 0 })
  expect((await readStatistics(jonas)).agreement.ratedBlind).toMatchObject({ claims: 0 })
})
