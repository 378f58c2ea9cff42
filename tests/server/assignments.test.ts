import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { assignments, claims, desks, people, sources } from '../../db/schema'
import { keepAbsence } from '../../server/assignment/absence/keep-absence'
import { readAbsences } from '../../server/assignment/absence/read-absences'
import { assign, assignSeveral } from '../../server/assignment/assign'
import { type Assignment, idleSince } from '../../server/assignment/assignment'
import { readAssignments } from '../../server/assignment/read-assignments'
import { readMyWork, readPool } from '../../server/assignment/read-work'
import { removeArticle } from '../../server/deleted/remove-article'
import { limitArticle } from '../../server/limit/change-limit'
import { addMember } from '../../server/member/add-member'
import { changeRole, removeMember } from '../../server/member/manage-member'
import type { Member } from '../../server/member/member'
import { readNotices } from '../../server/notice/read-notices'
import { decide } from '../../server/review/decide'
import { setText } from '../../server/room/doc/claim-values'
import { deleteClaim } from '../../server/room/doc/marks'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { raiseThread } from '../../server/thread/add-comment'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, published, submitted } from '../publishing'
import { writeClaim } from '../write-claim'

const db = await freshDatabase()
const page = { offset: 0, due: null }

/** A claim in Lena's room, with Idris, Ruth and Jonas beside her. */
async function aNewsroomAtWork() {
  const desk = await aDesk()
  const [lena, idris, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const { articleId } = room
  type Said = Partial<Omit<Parameters<typeof assign>[0], 'to'>> & { to?: Member | null }
  const ask = async (member: Member, { to = member, ...said }: Said = {}) => {
    const claimId = said.claimId === undefined ? claim.id : said.claimId
    const seen = said.seen === undefined ? ((await now(claimId))?.id ?? null) : said.seen
    const id = uuid()
    const given = { id, articleId, terms: null, note: '', ...said, claimId, seen }
    await assign({ ...given, member, to: to?.id ?? null })
    return said.id ?? id
  }
  const now = async (claimId: string | null = claim.id): Promise<Assignment | undefined> =>
    (await readAssignments(articleId, lena)).find((one) => one.claimId === claimId)
  return { desk, lena, idris, ruth, jonas, claim, room, articleId, ask, now }
}

/** Puts what was written into the past, which no act can: rows are only added. */
async function longAgo(table: 'assignments' | 'room_updates' | 'comments', column: string, hours: number) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(
      sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = now() - make_interval(hours => ${hours})`,
    )
  })
}

test('a claim is assigned by an editor, with when it is due on the desk’s clock', async () => {
  const { lena, ruth, ask, now } = await aNewsroomAtWork()
  const id = await ask(ruth, {
    to: lena,
    terms: { due: '2026-12-01T18:00', priority: 'high' },
    note: ' Call her. ',
  })
  expect(await now()).toMatchObject({
    ...{ id, to: { id: lena.id, name: lena.name }, by: { id: ruth.id }, poolReason: null },
    ...{ dueAt: new Date('2026-12-01T17:00:00Z'), priority: 'high', note: 'Call her.' },
  })
})

test('it changes hands with its terms and a note, and every row stays', async () => {
  const { lena, idris, ruth, ask, now, articleId } = await aNewsroomAtWork()
  const first = await ask(ruth, { to: lena, terms: { due: '2026-12-01', priority: 'urgent' } })
  await ask(lena, { to: idris, note: 'Two of three sources are in.' })
  expect(await now()).toMatchObject({ to: { id: idris.id }, by: { id: lena.id }, priority: 'urgent' })
  expect((await now())?.dueAt).toEqual(new Date('2026-12-01T22:59:00Z'))
  await ask(idris, { to: null })
  expect(await now()).toMatchObject({ to: null, poolReason: 'given-back', priority: 'urgent' })
  const rows = await db.select().from(assignments).where(eq(assignments.articleId, articleId))
  expect(rows).toHaveLength(3)
  await expect(db.delete(assignments).where(eq(assignments.id, first))).rejects.toThrow()
  await expect(db.execute(sql`update assignments set note = ''`)).rejects.toThrow()
})

test('a hand-over note stays, with who left it and when, until another replaces it', async () => {
  const { lena, idris, ruth, jonas, ask, now } = await aNewsroomAtWork()
  await ask(ruth, { to: lena, note: 'Ask the harbour.' })
  await ask(lena, { to: idris, note: 'Two of three sources are in.' })
  const left = await now()
  expect(left).toMatchObject({
    ...{ note: 'Two of three sources are in.', noteBy: { id: lena.id, name: lena.name }, noteAt: left?.at },
  })
  await ask(idris, { to: null })
  await ask(jonas)
  await keepAbsence(jonas, '2999-03-06')
  const { note, noteBy, noteAt } = left ?? {}
  expect(await now()).toMatchObject({ by: { id: jonas.id }, note, noteBy, noteAt })
  await ask(ruth, { to: idris, note: 'The third is in.' })
  expect(await now()).toMatchObject({ note: 'The third is in.', noteBy: { id: ruth.id } })
})

test('what nobody left a note with has none', async () => {
  const { lena, idris, ask, now } = await aNewsroomAtWork()
  await ask(lena)
  expect(await now()).toMatchObject({ note: '', noteBy: null, noteAt: null })
  await ask(lena, { to: idris })
  expect(await now()).toMatchObject({ note: '', noteBy: null, noteAt: null })
})

test('a whole article is assigned beside its claims', async () => {
  const { lena, ruth, idris, ask, now } = await aNewsroomAtWork()
  await ask(ruth, { claimId: null, to: idris })
  await ask(lena)
  expect(await now(null)).toMatchObject({ claimId: null, to: { id: idris.id } })
  expect(await now()).toMatchObject({ to: { id: lena.id } })
})

test('two editors at once: one assigns, the other is told who has it now', async () => {
  const { lena, idris, ruth, jonas, ask, now } = await aNewsroomAtWork()
  for (const [one, other] of [
    [lena, idris],
    [ruth, jonas],
  ]) {
    const seen = (await now())?.id ?? null
    const tries = [ask(ruth, { to: one, seen }), ask(jonas, { to: other, seen })]
    const said = await Promise.all(tries.map((each) => refusalOf(each).catch(() => 'assigned')))
    expect(said.sort()).toEqual(['assigned', 'assignment-changed'])
  }
})

test('who assigns what was assigned meanwhile reads all of the newer one, and may then assign over it', async () => {
  const { lena, idris, ruth, jonas, ask, now } = await aNewsroomAtWork()
  const terms = { due: '2026-12-01T18:00', priority: 'high' } as const
  await ask(jonas, { to: idris, terms, note: 'The ministry answers until noon.' })
  const asked = { to: lena, note: 'Call the harbour.' }
  expect(await refusalOf(ask(ruth, { ...asked, seen: null }))).toBe('assignment-changed')
  const newer = await now()
  expect(newer).toMatchObject({
    ...{ to: { id: idris.id }, by: { id: jonas.id }, priority: 'high' },
    ...{ dueAt: new Date('2026-12-01T17:00:00Z'), note: 'The ministry answers until noon.' },
  })
  await ask(ruth, { ...asked, seen: newer?.id ?? null })
  expect(await now()).toMatchObject({
    to: { id: lena.id },
    note: 'Call the harbour.',
    before: { id: idris.id },
  })
})

test('sent again after a lost answer it is assigned once', async () => {
  const { ruth, lena, ask, articleId } = await aNewsroomAtWork()
  const id = uuid()
  for (let times = 0; times < 2; times += 1) await ask(ruth, { id, to: lena, seen: null })
  expect(await db.select().from(assignments).where(eq(assignments.articleId, articleId))).toHaveLength(1)
})

test('who did nothing for a day may be relieved by any reviewer; an edit or a comment keeps it theirs', async () => {
  const { lena, idris, claim, room, ask, now } = await aNewsroomAtWork()
  await ask(lena)
  await longAgo('assignments', 'assigned_at', 27)
  // Lena wrote the claim within the day.
  expect(await refusalOf(ask(idris))).toBe('assigned-to-other')
  await longAgo('room_updates', 'at', 26)
  const { lastActAt } = (await now()) ?? {}
  expect(Date.now() - (lastActAt?.getTime() ?? 0)).toBeGreaterThan(25.9 * 3_600_000)
  await raiseThread({ member: lena, claimId: claim.id, threadId: uuid(), commentId: uuid(), text: 'Hm.' })
  expect(await refusalOf(ask(idris))).toBe('assigned-to-other')
  await longAgo('comments', 'said_at', 26)
  await room.edit(idris, (doc) => setText(doc, 'statement', claim.id, 'So it was.'))
  expect(idleSince((await now()) as Assignment, new Date())).not.toBeNull()
  await room.edit(lena, (doc) => setText(doc, 'statement', claim.id, 'So it is.'))
  expect(await refusalOf(ask(idris))).toBe('assigned-to-other')
  await longAgo('room_updates', 'at', 24)
  await ask(idris, { note: 'Lena is on the road.' })
  expect(await now()).toMatchObject({ to: { id: idris.id }, note: 'Lena is on the road.' })
})

test('what is deleted, of another article or of another desk is not assigned', async () => {
  const { lena, ruth, claim, room, ask, articleId } = await aNewsroomAtWork()
  const elsewhere = await aNewsroomAtWork()
  expect(await refusalOf(ask(ruth, { claimId: elsewhere.claim.id }))).toBe('claim-unknown')
  expect(await refusalOf(ask(ruth, { articleId: elsewhere.articleId }))).toBe('article-unknown')
  expect(await refusalOf(ask(ruth, { to: elsewhere.lena }))).toBe('member-unknown')
  expect(await refusalOf(readAssignments(elsewhere.articleId, lena))).toBe('article-unknown')
  await ask(ruth)
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, '2026-03-06T08:00:00Z'))
  expect(await refusalOf(ask(ruth, { to: lena, seen: null }))).toBe('claim-deleted')
  expect(await readAssignments(articleId, lena)).toEqual([])
  await removeArticle({ member: ruth, articleId })
  expect(await refusalOf(ask(ruth, { claimId: null, seen: null }))).toBe('article-deleted')
})

test('several claims are assigned at once, each judged on its own', async () => {
  const { lena, idris, ruth, room } = await aNewsroomAtWork()
  const [one, two] = [aClaim(), aClaim()]
  const both = await aRoomWith([one, two], lena)
  const item = (claimId: string, seen: string | null = null) => ({ id: uuid(), claimId, seen })
  const given = { articleId: both.articleId, terms: null, note: '' }
  const items = [item(one.id), item(two.id), item(uuid())]
  const first = await assignSeveral({ ...given, member: ruth, to: lena.id, items })
  expect(first).toEqual([null, null, { code: 'claim-unknown' }])
  const again = await assignSeveral({
    ...{ ...given, member: ruth, to: idris.id },
    items: [item(one.id, items[0]?.id), item(two.id)],
  })
  expect(again).toMatchObject([null, { code: 'assignment-changed' }])
  const now = await readAssignments(both.articleId, lena)
  expect(now.find(({ claimId }) => claimId === one.id)?.to?.id).toBe(idris.id)
  expect(now.find(({ claimId }) => claimId === two.id)?.to?.id).toBe(lena.id)
  expect(await readAssignments(room.articleId, lena)).toEqual([])
})

test('work of a member who is removed or becomes an observer lies in the pool at once, and says why', async () => {
  const { lena, idris, ruth, jonas, ask, now } = await aNewsroomAtWork()
  await ask(ruth, { to: idris, terms: { due: '2026-12-01', priority: 'high' }, note: 'Ask the ministry.' })
  await ask(ruth, { to: lena, claimId: null })
  await removeMember({ deskId: ruth.deskId, memberId: idris.id, by: jonas.id })
  const kept = { priority: 'high', note: 'Ask the ministry.', dueAt: new Date('2026-12-01T22:59:00Z') }
  const back = { to: null, poolReason: 'member-removed', before: { id: idris.id }, by: { id: jonas.id } }
  expect(await now()).toMatchObject({ ...back, ...kept })
  expect(await refusalOf(ask(ruth, { to: idris }))).toBe('member-unknown')
  await changeRole({ deskId: ruth.deskId, memberId: lena.id, role: 'editor' })
  expect((await now(null))?.to?.id).toBe(lena.id)
  await changeRole({ deskId: ruth.deskId, memberId: lena.id, role: 'observer' })
  expect(await now(null)).toMatchObject({ to: null, poolReason: 'member-observes', before: { id: lena.id } })
  const { items } = await readPool(ruth, page)
  expect(items.map(({ poolReason }) => poolReason)).toEqual(['member-observes', 'member-removed'])
  await ask(ruth)
  expect((await readPool(ruth, page)).counts.all).toBe(1)
})

test('the operator who lowers a role returns the work, too', async () => {
  const { desk, lena, ask, now } = await aNewsroomAtWork()
  await ask(lena)
  const [person] = await db.select().from(people).where(eq(people.id, lena.personId))
  const as = { email: person?.email ?? '', name: lena.name, password: 'a long enough password' }
  await addMember({ ...as, desk: desk.slug, role: 'reviewer' })
  expect((await now())?.to?.id).toBe(lena.id)
  await addMember({ ...as, desk: desk.slug, role: 'observer' })
  expect(await now()).toMatchObject({ to: null, poolReason: 'member-observes' })
})

test('whoever is away has no work and is given none, until they are back', async () => {
  const { lena, idris, ruth, ask, now } = await aNewsroomAtWork()
  await ask(lena)
  expect(await refusalOf(keepAbsence(lena, '2026-03-06'))).toBe('back-already')
  expect(await keepAbsence(lena, '2999-03-06')).toEqual({ pooled: 1 })
  expect(await now()).toMatchObject({ to: null, poolReason: 'member-away', before: { id: lena.id } })
  expect(await readAbsences(ruth.deskId)).toEqual([{ memberId: lena.id, backOn: '2999-03-06' }])
  expect(await refusalOf(ask(ruth, { to: lena }))).toBe('member-away')
  expect(await readAbsences((await aDesk()).id)).toEqual([])
  await keepAbsence(lena, null)
  await ask(ruth, { to: lena })
  expect(await readAbsences(idris.deskId)).toEqual([])
})

const told = async (member: Member) =>
  (await readNotices(member, null)).notices.map(({ kind, claimId }) => ({ kind, claimId }))

test('whoever loses work to the pool, and every editor but whoever did it, is told, once an article', async () => {
  const { lena, idris, ruth, jonas, claim, ask } = await aNewsroomAtWork()
  await ask(ruth, { to: lena })
  await ask(ruth, { to: lena, claimId: null })
  await changeRole({ deskId: ruth.deskId, memberId: lena.id, role: 'observer', by: jonas.id })
  expect((await told(lena))[0]).toEqual({ kind: 'pooled', claimId: null })
  expect(await told(ruth)).toEqual([{ kind: 'pooled', claimId: null }])
  await ask(ruth, { to: idris })
  await ask(idris, { to: null })
  expect(await told(jonas)).toEqual([{ kind: 'pooled', claimId: claim.id }])
  expect((await told(idris)).map(({ kind }) => kind)).toEqual(['assigned'])
  await ask(ruth, { to: idris })
  await keepAbsence(idris, '2999-03-06')
  expect((await told(jonas))[0]).toEqual({ kind: 'pooled', claimId: claim.id })
})

test('whoever has work that is given to somebody else is told', async () => {
  const { lena, idris, ruth, claim, ask } = await aNewsroomAtWork()
  await ask(ruth, { to: lena })
  await ask(ruth, { to: idris })
  expect((await told(lena))[0]).toEqual({ kind: 'taken-over', claimId: claim.id })
  expect(await told(idris)).toEqual([{ kind: 'assigned', claimId: claim.id }])
})

test('a refused withdrawal tells nobody', async () => {
  const { lena, ruth, ask } = await aNewsroomAtWork()
  await ask(lena)
  expect(await refusalOf(keepAbsence(lena, '2026-03-06'))).toBe('back-already')
  expect(await told(ruth)).toEqual([])
})

test('nobody is given work in the moment they are removed', async () => {
  const { idris, ruth, ask, now } = await aNewsroomAtWork()
  const given = ask(ruth, { to: idris }).then(
    () => 'given',
    () => 'refused',
  )
  await Promise.all([given, removeMember({ deskId: ruth.deskId, memberId: idris.id })])
  const standing = await now()
  expect(standing?.to ?? null).toBeNull()
  expect(standing?.poolReason ?? null).toBe((await given) === 'given' ? 'member-removed' : null)
})

test('a queue begins with what is due first and what presses most, and ends with what is done', async () => {
  const newsroom = await aNewsroom()
  const { author: lena, editor: ruth } = newsroom
  const [later, urgent, overdue, done, waiting] = [aClaim(), aClaim(), aClaim(), aClaim(), aClaim()]
  for (const claim of [later, urgent, overdue, done, waiting])
    await writeInRoom(newsroom.article.id, lena, (doc) => writeClaim(doc, claim, newsroom.article.text))
  await published(newsroom, done)
  await submitted(newsroom, waiting)
  const give = (claim: { id: string }, due: string | null, priority: 'normal' | 'urgent' = 'normal') =>
    assign({
      ...{ id: uuid(), articleId: newsroom.article.id, claimId: claim.id, seen: null, note: '' },
      ...{ member: ruth, to: lena.id, terms: { due, priority } },
    })
  for (const claim of [done, waiting, later]) await give(claim, null)
  await give(urgent, null, 'urgent')
  await give(overdue, '2026-01-01')
  const mine = await readMyWork(lena, page)
  expect(mine.items.map(({ claimId }) => claimId)).toEqual([overdue.id, urgent.id, later.id])
  expect(mine.counts).toEqual({ all: 3, overdue: 1, today: 0 })
  expect(mine.items[0]).toMatchObject({
    title: expect.stringContaining('Karsell'),
    statement: overdue.statement,
  })
  expect((await readMyWork(lena, { ...page, due: 'overdue' })).items).toHaveLength(1)
  expect((await readMyWork(lena, { ...page, offset: 2 })).items).toHaveLength(1)
  expect((await readMyWork(ruth, page)).counts.all).toBe(0)
})

test('an article leaves the queue when every claim of it is done', async () => {
  const newsroom = await aNewsroom()
  const { author: lena, editor: ruth, article } = newsroom
  const whole = { id: uuid(), articleId: article.id, claimId: null, seen: null, terms: null, note: '' }
  await assign({ ...whole, member: ruth, to: lena.id })
  const count = async () => (await readMyWork(lena, page)).counts.all
  expect(await count()).toBe(1)
  const claim = aClaim()
  await writeInRoom(article.id, lena, (doc) => writeClaim(doc, claim, article.text))
  expect(await count()).toBe(1)
  await published(newsroom, claim)
  expect(await count()).toBe(0)
  await writeInRoom(article.id, lena, (doc) => writeClaim(doc, aClaim(), article.text))
  expect(await count()).toBe(1)
})

test('a claim that editors still vote on is nobody’s work, whatever the first of them said', async () => {
  const newsroom = await aNewsroom({ approvalsNeeded: 2, returnsNeeded: 2 })
  const { author: lena, editor: ruth, article, desk } = newsroom
  const claim = aClaim()
  await writeInRoom(article.id, lena, (doc) => writeClaim(doc, claim, article.text))
  const whole = { id: uuid(), articleId: article.id, seen: null, terms: null, note: '' }
  await assign({ ...whole, claimId: claim.id, member: ruth, to: lena.id })
  const { id: submissionId } = await submitted(newsroom, claim)
  const decision = { submissionId, decision: 'returned', note: 'Which year?' } as const
  await decide({ ...decision, member: ruth })
  expect((await readMyWork(lena, page)).counts.all).toBe(0)
  await decide({ ...decision, member: await onDesk('editor', desk) })
  expect((await readMyWork(lena, page)).counts.all).toBe(1)
})

test('the desk’s hours give a due time where nobody named one', async () => {
  const { desk, lena, ruth, ask, now } = await aNewsroomAtWork()
  await db.update(desks).set({ hoursToCheck: 48 }).where(eq(desks.id, desk.id))
  await ask(ruth, { to: lena })
  const hours = (((await now())?.dueAt?.getTime() ?? 0) - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(47.9)
  expect(hours).toBeLessThanOrEqual(48)
  await ask(ruth, { terms: { due: '2026-12-01', priority: 'normal' } })
  expect((await now())?.dueAt).toEqual(new Date('2026-12-01T22:59:00Z'))
})

test('an editor who says that there is no due time gets none, whatever the desk’s hours', async () => {
  const { desk, lena, ruth, ask, now } = await aNewsroomAtWork()
  await db.update(desks).set({ hoursToCheck: 48 }).where(eq(desks.id, desk.id))
  await ask(ruth, { to: lena, terms: { due: null } })
  expect(await now()).toMatchObject({ dueAt: null, priority: 'normal' })
})

test('an editor who sets the priority alone leaves the due time as it is, or to the desk’s hours', async () => {
  const { desk, lena, ruth, ask, now } = await aNewsroomAtWork()
  await db.update(desks).set({ hoursToCheck: 48 }).where(eq(desks.id, desk.id))
  await ask(ruth, { to: lena, terms: { priority: 'high' } })
  const given = await now()
  expect(given?.dueAt?.getTime()).toBeGreaterThan(Date.now() + 47.9 * 3_600_000)
  await ask(ruth, { to: lena, terms: { priority: 'urgent' } })
  expect(await now()).toMatchObject({ dueAt: given?.dueAt, priority: 'urgent' })
})

test('several claims keep their due times and priorities where nothing is said of them', async () => {
  const { lena, idris, ruth } = await aNewsroomAtWork()
  const [one, two] = [aClaim(), aClaim()]
  const { articleId } = await aRoomWith([one, two], lena)
  const item = (claimId: string, seen: string | null = null) => ({ id: uuid(), claimId, seen })
  const give = (
    to: Member,
    terms: Parameters<typeof assignSeveral>[0]['terms'],
    items: ReturnType<typeof item>[],
  ) => assignSeveral({ ...{ articleId, note: '', member: ruth }, to: to.id, terms, items })
  const [first, second] = [item(one.id), item(two.id)]
  await give(lena, { due: '2026-12-01T18:00', priority: 'urgent' }, [first])
  await give(lena, { due: null, priority: 'low' }, [second])
  const after = [item(one.id, first.id), item(two.id, second.id)]
  expect(await give(idris, {}, after)).toEqual([null, null])
  const now = await readAssignments(articleId, lena)
  expect(now.find(({ claimId }) => claimId === one.id)).toMatchObject({
    ...{ to: { id: idris.id }, dueAt: new Date('2026-12-01T17:00:00Z'), priority: 'urgent' },
  })
  expect(now.find(({ claimId }) => claimId === two.id)).toMatchObject({ dueAt: null, priority: 'low' })
})

test('work in a limited article goes to those who are named', async () => {
  const { idris, ruth, lena, articleId, ask } = await aNewsroomAtWork()
  await limitArticle({ member: ruth, articleId, was: null, members: [ruth.id, lena.id] })
  expect(await refusalOf(ask(ruth, { to: idris }))).toBe('member-not-named')
  await ask(ruth, { to: lena })
})

test('a claim that was marked just now waits for the tables and is assigned', async () => {
  const { ruth, lena, claim, articleId, ask, now } = await aNewsroomAtWork()
  // As while the tables are behind their room.
  await db.delete(sources).where(eq(sources.claimId, claim.id))
  await db.delete(claims).where(eq(claims.id, claim.id))
  const given = ask(ruth, { to: lena })
  await rebuildProjection(articleId)
  await given
  expect((await now())?.to?.id).toBe(lena.id)
})
