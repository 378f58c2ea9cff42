import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import {
  deliveries,
  members,
  notices,
  publications,
  releaseOutcomes,
  releases,
  reviews,
  ruleFirings,
  rules,
  webhooks,
} from '../../../db/schema'
import { listen } from '../../../server/channel/listen'
import type { Claim } from '../../../server/claim/claim'
import { limitArticle } from '../../../server/limit/change-limit'
import { neededUnder } from '../../../server/member/settings/approval-rule'
import { changeDesk } from '../../../server/member/settings/change-desk'
import { readNotices } from '../../../server/notice/read-notices'
import { readSubmission } from '../../../server/review/approval/read-submission'
import { decide } from '../../../server/review/decide'
import { readStages } from '../../../server/review/read-stages'
import { publishDue } from '../../../server/review/release/publish-due'
import { startReleasing } from '../../../server/review/release/start-releasing'
import { stopRelease } from '../../../server/review/release/stop-release'
import { submit } from '../../../server/review/submit'
import { textOf } from '../../../server/room/doc/room-doc'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, onDesk, type Room, refusalOf } from '../../newsroom'

const db = await freshDatabase()
const day = 86_400_000
const wall = (at: number) => new Date(at).toISOString().slice(0, 16)
const [soon, then] = [wall(Date.now() + day), new Date(Date.now() + 2 * day)]

async function aPlanned(settings: Parameters<typeof aDesk>[0] = {}) {
  const desk = await aDesk({ timeZone: 'UTC', ...settings })
  const author = await onDesk('reviewer', desk)
  const [ruth, jonas] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  const ask = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: author, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  const { submissionId } = await ask()
  const approve = (member = ruth, publishAt: string | null = soon) =>
    decide({ member, submissionId, decision: 'approved', note: '', publishAt })
  return { desk, author, ruth, jonas, claim, room, ask, submissionId, approve }
}

const versionsOf = (claim: Claim) => db.select().from(publications).where(eq(publications.claimId, claim.id))
const stageIn = async (room: Room, author: Parameters<typeof readStages>[1]) =>
  (await readStages(room.articleId, author))[0]

test('an approval with a time publishes nothing until then, and once when it comes', async () => {
  const { approve, claim, room, author, ruth } = await aPlanned()
  expect(await approve()).toEqual({ publication: null })
  expect(await stageIn(room, author)).toMatchObject({
    stage: 'in-review',
    submission: { isOpen: false, publishAt: new Date(`${soon}:00Z`) },
  })
  await publishDue(new Date())
  expect(await versionsOf(claim)).toEqual([])
  await publishDue(then)
  await publishDue(then)
  const [version, ...more] = await versionsOf(claim)
  expect(more).toEqual([])
  expect(version).toMatchObject({ version: 1, approvedBy: ruth.id, publishedAt: then })
  expect(await stageIn(room, author)).toMatchObject({ stage: 'published' })
})

test('five processes at the same moment publish it once', async () => {
  const { approve, claim } = await aPlanned()
  await approve()
  await Promise.all(Array.from({ length: 5 }, () => publishDue(then)))
  expect(await versionsOf(claim)).toHaveLength(1)
})

test('what fell due while nothing ran goes out when processes start, once', async () => {
  const { claim, submissionId, ruth } = await aPlanned()
  const [plannedAt, publishAt] = [new Date(Date.now() - 2 * day), new Date(Date.now() - day)]
  const approved = { id: uuid(), submissionId, editorId: ruth.id, decision: 'approved' as const, note: '' }
  await db.insert(reviews).values({ ...approved, decidedAt: plannedAt })
  await db.insert(releases).values({ id: uuid(), submissionId, publishAt, editorId: ruth.id, plannedAt })
  const faults: unknown[] = []
  const processes = await Promise.all([1, 2].map(() => startReleasing((error) => faults.push(error))))
  for (const releasing of processes) await releasing.settled()
  for (const releasing of processes) await releasing.close()
  expect(faults).toEqual([])
  expect(await versionsOf(claim)).toHaveLength(1)
})

test('any editor stops it until then; it comes back with the note and can be submitted again', async () => {
  const { approve, claim, room, author, jonas, submissionId, ask } = await aPlanned()
  await approve()
  expect(await refusalOf(ask())).toBe('already-submitted')
  expect(await refusalOf(stopRelease({ member: author, submissionId, note: 'x' }))).toBe('role-too-low')
  expect(await refusalOf(stopRelease({ member: jonas, submissionId, note: ' ' }))).toBe('stop-needs-note')
  const note = 'The ministry answers tomorrow.'
  await stopRelease({ member: jonas, submissionId, note })
  expect(await stageIn(room, author)).toMatchObject({
    stage: 'returned',
    returned: { note, editor: jonas.name },
  })
  await publishDue(then)
  expect(await versionsOf(claim)).toEqual([])
  expect(await refusalOf(stopRelease({ member: jonas, submissionId, note }))).toBe('release-over')
  await ask()
})

test('stopped and due at the same moment, it is one of the two', async () => {
  const { approve, claim, jonas, submissionId } = await aPlanned()
  await approve()
  const stop = stopRelease({ member: jonas, submissionId, note: 'Wait.' }).then(
    () => 'stopped',
    () => 'published',
  )
  const [outcome] = await Promise.all([stop, publishDue(then)])
  expect(await versionsOf(claim)).toHaveLength(outcome === 'stopped' ? 0 : 1)
})

test('words submitted anew call it off, and the claim says why', async () => {
  const { approve, claim, room, author, ask, submissionId } = await aPlanned()
  await approve()
  await room.edit(author, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  await ask()
  await publishDue(then)
  expect(await versionsOf(claim)).toEqual([])
  const page = await readSubmission(submissionId, author)
  expect(page.release?.outcome).toMatchObject({ end: 'refused', refusal: { code: 'submission-superseded' } })
})

test('an approver who wrote in the claim since, or is no editor any more, calls it off', async () => {
  const wrote = await aPlanned()
  await wrote.approve()
  await wrote.room.edit(wrote.ruth, (doc) => textOf(doc, 'statement', wrote.claim.id).insert(0, 'Well, '))
  const left = await aPlanned()
  await left.approve()
  await db.update(members).set({ role: 'reviewer' }).where(eq(members.id, left.ruth.id))
  await publishDue(then)
  for (const { claim } of [wrote, left]) expect(await versionsOf(claim)).toEqual([])
  expect(await stageIn(left.room, left.author)).toMatchObject({
    stage: 'returned',
    returned: { note: expect.stringContaining('no editor of this desk any more') },
  })
})

/** A desk whose webhook and whose rule want to hear what was returned. */
async function listening({ desk, ruth }: Awaited<ReturnType<typeof aPlanned>>) {
  const [webhookId, ruleId] = [uuid(), uuid()]
  await db.insert(webhooks).values({
    ...{ id: webhookId, deskId: desk.id, address: 'https://archive.example/hook', addedBy: ruth.id },
    ...{ shape: 'proofroom', events: ['returned'], secret: 'nobody signs' },
  })
  await db.insert(rules).values({
    ...{ id: ruleId, deskId: desk.id, addedBy: ruth.id },
    ...{ trigger: { on: 'stage', stage: 'returned' }, act: { does: 'tell-role', role: 'editor' } },
  })
  return {
    sent: () => db.select().from(deliveries).where(eq(deliveries.webhookId, webhookId)),
    fired: () => db.select().from(ruleFirings).where(eq(ruleFirings.ruleId, ruleId)),
  }
}
const heldOf = (member: { id: string }) =>
  db
    .select({ claimId: notices.claimId })
    .from(notices)
    .where(and(eq(notices.memberId, member.id), eq(notices.kind, 'release-held')))

test('one that is held comes back once, for all who hear of that', async () => {
  const planned = await aPlanned(neededUnder('two'))
  const { approve, author, ruth, jonas, claim } = planned
  const { sent, fired } = await listening(planned)
  await approve(ruth, null)
  await approve(jonas)
  await db.update(members).set({ role: 'reviewer' }).where(eq(members.id, ruth.id))
  await Promise.all([1, 2, 3].map(() => publishDue(then)))
  await publishDue(then)
  expect(await sent()).toMatchObject([{ event: 'returned' }])
  expect(await fired()).toMatchObject([{ claimId: claim.id }])
  for (const member of [author, ruth, jonas]) expect(await heldOf(member)).toEqual([{ claimId: claim.id }])
})

test('so does one of an article that was limited to others than who planned it', async () => {
  const planned = await aPlanned()
  const { approve, author, ruth, jonas, claim, room } = planned
  const { fired } = await listening(planned)
  await approve()
  await limitArticle({ member: jonas, articleId: room.articleId, was: null, members: [author.id, jonas.id] })
  const news: string[] = []
  const stop = await listen({
    rows_changed: ({ articleId }) => articleId === room.articleId && news.push(articleId),
  })
  await Promise.all([1, 2, 3].map(() => publishDue(then)))
  await expect.poll(() => news).toEqual([room.articleId])
  expect(await versionsOf(claim)).toEqual([])
  expect(await fired()).toHaveLength(1)
  expect(await heldOf(author)).toEqual([{ claimId: claim.id }])
  expect(await stageIn(room, author)).toMatchObject({
    stage: 'returned',
    returned: { note: expect.stringContaining('no editor of this desk any more') },
  })
  expect((await readNotices(ruth, null)).notices).toEqual([])
  expect(news).toHaveLength(1)
  await stop()
})

test('words submitted anew are in review: that older ones were held returns nothing', async () => {
  const planned = await aPlanned()
  const { fired } = await listening(planned)
  await planned.approve()
  await planned.room.edit(planned.author, (doc) =>
    textOf(doc, 'statement', planned.claim.id).insert(0, 'So far, '),
  )
  await planned.ask()
  await publishDue(then)
  expect(await heldOf(planned.author)).toHaveLength(1)
  expect(await fired()).toEqual([])
})

test('only the approval that suffices takes a time', async () => {
  const { approve, ruth, jonas, claim } = await aPlanned(neededUnder('two'))
  expect(await refusalOf(approve(ruth))).toBe('release-not-last')
  await approve(ruth, null)
  await approve(jonas)
  await publishDue(then)
  expect((await versionsOf(claim))[0]?.content.approvedBy).toEqual([ruth.name, jonas.name])
})

test('the time is the desk’s own, and neither past nor far away', async () => {
  const { approve, desk } = await aPlanned()
  expect(await refusalOf(approve(undefined, wall(Date.now() - day)))).toBe('release-past')
  expect(await refusalOf(approve(undefined, wall(Date.now() + 91 * day)))).toBe('release-too-far')
  expect(await refusalOf(approve(undefined, 'tomorrow'))).toBe('release-no-time')
  const face = { name: desk.name, language: desk.language }
  await changeDesk(
    { deskId: desk.id },
    { was: { ...face, timeZone: 'UTC' }, to: { ...face, timeZone: 'Asia/Tokyo' } },
  )
  // Nine hours ahead of UTC, this evening there has passed already.
  expect(await refusalOf(approve(undefined, wall(Date.now() + day / 4)))).toBe('release-past')
})

test('what became of a release is never changed', async () => {
  const { approve } = await aPlanned()
  await approve()
  await publishDue(then)
  await expect(db.delete(releaseOutcomes)).rejects.toMatchObject({ cause: { code: '23001' } })
})
