import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { auditEntries, ruleFirings } from '../../db/schema'
import { keepAbsence } from '../../server/assignment/absence/keep-absence'
import { assign } from '../../server/assignment/assign'
import { readAssignments } from '../../server/assignment/read-assignments'
import { limitArticle, nameSelf } from '../../server/limit/change-limit'
import { removeMember } from '../../server/member/manage-member'
import type { Member } from '../../server/member/member'
import { readNotices } from '../../server/notice/read-notices'
import { say } from '../../server/refusal'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { setTopic, setVerdict } from '../../server/room/doc/claim-values'
import { deleteClaim } from '../../server/room/doc/marks'
import { textOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { addRule, removeRule, switchRule } from '../../server/rule/change-rule'
import { followRules } from '../../server/rule/follow-rules'
import { readRules } from '../../server/rule/read-rules'
import type { RuleAct, Trigger } from '../../server/rule/rule'
import { startRules } from '../../server/rule/start-rules'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, damText, onDesk, refusalOf } from '../newsroom'
import { aRoomServer } from '../rooms/browser'
import { writeClaim } from '../write-claim'

const db = await freshDatabase()

/** A desk with a claim, two who check, an editor and two admins. */
async function aNewsroom() {
  const desk = await aDesk()
  const [lena, idris, ruth, maren, tomas] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('admin', desk),
    await onDesk('admin', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const { articleId } = room
  const submitted = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: lena, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  const returned = async (earlier?: { submissionId: string }) => {
    const { submissionId } = earlier ?? (await submitted())
    await decide({ member: ruth, submissionId, decision: 'returned', note: 'Which year?' })
  }
  const rule = async (trigger: Trigger, act: RuleAct, member = maren) => {
    const ruleId = uuid()
    await addRule({ member, ruleId, trigger, act })
    return { member, ruleId }
  }
  const give = async (to: Member, terms: Parameters<typeof assign>[0]['terms'] = null) => {
    const seen = (await standing())?.id ?? null
    const item = { id: uuid(), claimId: claim.id, seen }
    await assign({ ...item, member: ruth, articleId, to: to.id, terms, note: '' })
  }
  const standing = async () =>
    (await readAssignments(articleId, ruth)).find(({ claimId }) => claimId === claim.id)
  return {
    desk,
    lena,
    idris,
    ruth,
    maren,
    tomas,
    claim,
    room,
    articleId,
    submitted,
    returned,
    rule,
    give,
    standing,
  }
}

const kindsOf = async (member: Member) => (await readNotices(member, null)).notices.map(({ kind }) => kind)
const outcomes = async (member: Member) => (await readRules(member)).last.map(({ outcome }) => outcome)
const { writeByRule: write } = (await aRoomServer()).rooms
/** The topics of an article's first claim. */
const topicsIn = async (articleId: string) => (await readRoomClaims(articleId))[0]?.topics
const follow = (now = new Date()) => followRules(now, write)

test('when a claim reaches a stage it is given to whom the rule names, in the name of who made it', async () => {
  const { idris, maren, claim, desk, returned, rule, standing } = await aNewsroom()
  const { ruleId } = await rule({ on: 'stage', stage: 'returned' }, { does: 'assign', memberId: idris.id })
  await returned()
  await follow()
  expect(await standing()).toMatchObject({ to: { id: idris.id }, by: { id: maren.id } })
  expect(await kindsOf(idris)).toEqual(['assigned'])
  expect((await readRules(maren)).last).toMatchObject([{ ruleId, claimId: claim.id, outcome: 'done' }])
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.deskId, desk.id))
  expect(entries).toMatchObject([
    {
      act: 'assign work',
      way: 'rule',
      memberId: maren.id,
      outcome: 'done',
      things: { ruleId, claimId: claim.id },
    },
  ])
})

test('a rule tells a member or a role, also whoever made it', async () => {
  const { ruth, maren, lena, submitted, rule } = await aNewsroom()
  const trigger = { on: 'stage', stage: 'in-review' } as const
  await rule(trigger, { does: 'tell-member', memberId: maren.id })
  await rule(trigger, { does: 'tell-role', role: 'editor' })
  await submitted()
  await follow()
  expect(await kindsOf(maren)).toContain('ruled')
  expect(await kindsOf(ruth)).toContain('ruled')
  expect(await kindsOf(lena)).toEqual([])
})

test('each case is followed once, however many processes look', async () => {
  const { idris, maren, submitted, rule } = await aNewsroom()
  await rule({ on: 'stage', stage: 'in-review' }, { does: 'tell-member', memberId: idris.id })
  await submitted()
  await Promise.all([follow(), follow(), follow()])
  await follow()
  expect(await kindsOf(idris)).toEqual(['ruled'])
  expect(await outcomes(maren)).toEqual(['done'])
})

test('work that becomes overdue is a case once for each due time, and none while it is finished or was due before', async () => {
  const { lena, idris, ruth, maren, claim, rule, give, submitted } = await aNewsroom()
  await give(lena, { due: '2020-01-01', priority: 'normal' })
  await rule({ on: 'overdue' }, { does: 'tell-member', memberId: idris.id })
  await follow()
  expect(await kindsOf(idris)).toEqual([])
  for (const due of ['2098-01-01', '2098-01-02']) {
    await give(lena, { due, priority: 'normal' })
    for (let times = 0; times < 2; times++) await follow(new Date('2099-01-01'))
  }
  expect(await kindsOf(idris)).toEqual(['ruled', 'ruled'])
  await give(lena, { due: '2098-01-03', priority: 'normal' })
  await submitted()
  await follow(new Date('2099-01-01'))
  expect(await outcomes(maren)).toHaveLength(2)
  expect((await readNotices(ruth, null)).notices[0]?.claimId).toBe(claim.id)
})

test('a topic is a case when a claim gets it, not when it had it before the rule was made', async () => {
  const { lena, idris, claim, room, rule } = await aNewsroom()
  const other = aClaim({ topics: ['dam'] })
  const older = await aRoomWith([other], lena)
  await rule({ on: 'topic', topic: 'dam' }, { does: 'tell-member', memberId: idris.id })
  await follow()
  expect(await kindsOf(idris)).toEqual([])
  await room.edit(lena, (doc) => setTopic(doc, claim.id, 'dam', true))
  for (let times = 0; times < 2; times++) await follow()
  const { notices } = await readNotices(idris, null)
  expect(notices.map(({ claimId }) => claimId)).toEqual([claim.id])
  expect(older.articleId).not.toBe(notices[0]?.articleId)
})

test('a claim that is to be checked, ready or changed since is a case, and none if it was before the rule was made', async () => {
  const { lena, idris, ruth, maren, claim, room, articleId, submitted, rule } = await aNewsroom()
  const told = { does: 'tell-member', memberId: maren.id } as const
  for (const stage of ['to-check', 'ready', 'changed-since'] as const)
    await rule({ on: 'stage', stage }, told)
  const said = async () => {
    await follow()
    const { rules, last } = await readRules(maren)
    return last.map(({ ruleId }) => {
      const trigger = rules.find(({ id }) => id === ruleId)?.trigger
      return trigger?.on === 'stage' ? trigger.stage : null
    })
  }
  const write = (words: string) =>
    room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, words))
  expect(await said()).toEqual([])

  await room.edit(lena, (doc) => setVerdict(doc, claim, null))
  expect(await said()).toEqual(['to-check'])
  await room.edit(lena, (doc) => setVerdict(doc, { ...claim, verdict: null }, claim.verdict))
  const { submissionId } = await submitted()
  await decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  expect(await said()).toEqual(['to-check'])
  await write('So, ')
  expect(await said()).toEqual(['changed-since', 'to-check'])
  await write('And ')
  expect(await said()).toHaveLength(2)

  const other = aClaim()
  await room.edit(idris, (doc) => writeClaim(doc, other, damText))
  expect(await said()).toEqual(['ready', 'changed-since', 'to-check'])
  expect(await said()).toHaveLength(3)
  const firings = await db.select().from(ruleFirings).where(eq(ruleFirings.articleId, articleId))
  expect(firings.filter(({ outcome }) => outcome === 'before')).toHaveLength(1)
})

test('a claim is ready once between one submission and the next, however often its words come and go', async () => {
  const { lena, maren, claim, room, returned, rule } = await aNewsroom()
  await rule({ on: 'stage', stage: 'ready' }, { does: 'tell-member', memberId: maren.id })
  const write = async (words: string) => {
    await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, words))
    await follow()
  }
  await write('So, ')
  expect((await readRules(maren)).last).toEqual([])
  await returned()
  await write('And ')
  await room.edit(lena, (doc) => setVerdict(doc, claim, null))
  await follow()
  await room.edit(lena, (doc) => setVerdict(doc, { ...claim, verdict: null }, claim.verdict))
  await write('Now ')
  expect(await outcomes(maren)).toEqual(['done'])
})

test('a rule’s act sets off no rule', async () => {
  const { idris, lena, maren, returned, rule, give } = await aNewsroom()
  await rule({ on: 'stage', stage: 'returned' }, { does: 'assign', memberId: idris.id })
  await rule({ on: 'priority', priority: 'normal' }, { does: 'assign', memberId: lena.id })
  await returned()
  for (let times = 0; times < 3; times++) await follow()
  expect(await outcomes(maren)).toEqual(['done'])
  await give(lena)
  await follow()
  expect(await outcomes(maren)).toHaveLength(2)
})

test('a rule whose member or maker left says so and does nothing', async () => {
  const { idris, maren, tomas, returned, rule, standing } = await aNewsroom()
  const returnedTo = { does: 'assign', memberId: idris.id } as const
  await rule({ on: 'stage', stage: 'returned' }, returnedTo)
  await rule({ on: 'stage', stage: 'returned' }, { does: 'tell-role', role: 'admin' }, tomas)
  await removeMember({ deskId: maren.deskId, memberId: idris.id, by: maren.id })
  await removeMember({ deskId: maren.deskId, memberId: tomas.id, by: maren.id })
  const { rules } = await readRules(maren)
  expect(rules.map(({ broken }) => broken?.code)).toEqual(['rule-member-left', 'rule-author-left'])
  await returned()
  await follow()
  expect(await standing()).toBeUndefined()
  expect((await outcomes(maren)).toSorted()).toEqual(['rule-author-left', 'rule-member-left'])
  expect(await kindsOf(maren)).not.toContain('ruled')
  expect(await refusalOf(rule({ on: 'overdue' }, returnedTo))).toBe('member-unknown')
})

test('a rule gives no work to somebody who is away, and can say until when', async () => {
  const { idris, maren, returned, rule, standing } = await aNewsroom()
  await rule({ on: 'stage', stage: 'returned' }, { does: 'assign', memberId: idris.id })
  await keepAbsence(idris, '2999-03-06')
  await returned()
  await follow()
  expect(await standing()).toBeUndefined()
  const [{ refusal } = { refusal: null }] = (await readRules(maren)).last
  expect(refusal && say(refusal)).toContain('6 March 2999')
})

test('a rule gives no work of an article that its maker may not know of', async () => {
  const { idris, lena, ruth, maren, articleId, returned, rule, standing } = await aNewsroom()
  await rule({ on: 'stage', stage: 'returned' }, { does: 'assign', memberId: idris.id })
  await limitArticle({ member: lena, articleId, was: null, members: [lena.id, ruth.id] })
  await returned()
  await follow()
  expect(await standing()).toBeUndefined()
  const firings = await db.select().from(ruleFirings).where(eq(ruleFirings.articleId, articleId))
  expect(firings.map(({ outcome }) => outcome)).toEqual(['article-unknown'])
  expect((await readRules(maren)).last).toEqual([])
})

test('a rule tells nobody of an article that its maker may not know of, nor of a claim that is deleted', async () => {
  const { claim, lena, ruth, room, articleId, submitted, rule, maren } = await aNewsroom()
  await rule({ on: 'stage', stage: 'in-review' }, { does: 'tell-role', role: 'editor' })
  await limitArticle({ member: lena, articleId, was: null, members: [lena.id, ruth.id] })
  await submitted()
  await follow()
  expect(await kindsOf(ruth)).not.toContain('ruled')
  await nameSelf({ member: maren, articleId })
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So, '))
  await submitted()
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, new Date().toISOString()))
  await follow()
  expect(await kindsOf(ruth)).not.toContain('ruled')
  const firings = await db.select().from(ruleFirings).where(eq(ruleFirings.articleId, articleId))
  expect(firings.map(({ outcome }) => outcome)).toEqual(['article-unknown', 'claim-unknown'])
})

test('a rule that rests has no case, and one that is removed is followed no more', async () => {
  const { idris, submitted, returned, rule } = await aNewsroom()
  const trigger = { on: 'stage', stage: 'in-review' } as const
  const resting = await rule(trigger, { does: 'tell-member', memberId: idris.id })
  await switchRule({ ...resting, isOn: false })
  const first = await submitted()
  await switchRule({ ...resting, isOn: true })
  await follow()
  expect(await kindsOf(idris)).toEqual([])
  await returned(first)
  await submitted()
  await removeRule(resting)
  await follow()
  expect(await kindsOf(idris)).toEqual([])
  expect(await refusalOf(removeRule(resting))).toBe('rule-unknown')
})

test('what a dead process left is followed, and a running one follows at once', async () => {
  const { idris, submitted, returned, rule } = await aNewsroom()
  await rule({ on: 'stage', stage: 'in-review' }, { does: 'tell-member', memberId: idris.id })
  const first = await submitted()
  const died = db.transaction(async (tx) => {
    await tx.execute(sql`select from rule_firings where done_at is null for no key update`)
    await follow()
    expect(await kindsOf(idris)).toEqual([])
    throw new Error('the process dies')
  })
  await expect(died).rejects.toThrow('the process dies')
  const following = await startRules(write, (error) => expect.fail(String(error)))
  await following.settled()
  expect(await kindsOf(idris)).toEqual(['ruled'])
  await returned(first)
  await submitted()
  await expect.poll(() => kindsOf(idris), { timeout: 20_000 }).toEqual(['ruled', 'ruled'])
  await following.close()
})

test('a rule sets a topic, which makes nobody an author and goes out in the name of who made it', async () => {
  const { maren, articleId, submitted, rule } = await aNewsroom()
  await rule({ on: 'stage', stage: 'in-review' }, { does: 'set-topic', topic: 'dams' })
  const { submissionId } = await submitted()
  await Promise.all([follow(), follow()])
  await follow()
  expect(await topicsIn(articleId)).toEqual(['dams'])
  expect(await outcomes(maren)).toEqual(['done'])
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.deskId, maren.deskId))
  expect(entries).toMatchObject([{ act: 'edit rooms', way: 'rule', memberId: maren.id, outcome: 'done' }])
  // Who wrote in the claim could not decide on it.
  await decide({ member: maren, submissionId, decision: 'approved', note: '' })
})

test('a topic is left to the process that holds the room, and an article without a claim has none', async () => {
  const { maren, idris, articleId, submitted, rule } = await aNewsroom()
  await rule({ on: 'stage', stage: 'in-review' }, { does: 'set-topic', topic: 'dams' })
  await submitted()
  await followRules(new Date(), async () => false)
  expect(await outcomes(maren)).toEqual([])
  await follow()
  expect(await outcomes(maren)).toEqual(['done'])
  expect(await topicsIn(articleId)).toEqual(['dams'])
  await rule({ on: 'priority', priority: 'urgent' }, { does: 'set-topic', topic: 'now' })
  const whole = { id: uuid(), claimId: null, seen: null }
  const terms = { due: null, priority: 'urgent' as const }
  await assign({ ...whole, member: maren, articleId, to: idris.id, terms, note: '' })
  await follow()
  expect(await outcomes(maren)).toEqual(['rule-needs-claim', 'done'])
})
