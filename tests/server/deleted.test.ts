import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { articleRemovals } from '../../db/schema'
import { readArticles } from '../../server/article/list/read-articles'
import { readArticle } from '../../server/article/read-article'
import { holdArticle } from '../../server/deleted/lock-article'
import { readDeleted } from '../../server/deleted/read-deleted'
import { bringBackArticle, removeArticle } from '../../server/deleted/remove-article'
import type { Member } from '../../server/member/member'
import { Refused } from '../../server/refusal'
import { readSubmission } from '../../server/review/approval/read-submission'
import { decide } from '../../server/review/decide'
import { readQueue } from '../../server/review/queue/read-queue'
import { readStages } from '../../server/review/read-stages'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { deleteClaim } from '../../server/room/doc/marks'
import { setSourceDeleted } from '../../server/room/doc/source-values'
import { createCaller } from '../../server/router'
import { startSession } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, aRoomWith, onDesk, type Room, refusalOf } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()

const listed = async (member: Member) => (await readArticles(member, { filter: {}, page: 1 })).articles

/** A desk with a reviewer, an editor and an article in which a claim is ready. */
async function aDeskWithArticle() {
  const desk = await aDesk()
  const [lena, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  return { desk, lena, ruth, jonas, claim, room, articleId: room.articleId }
}

async function ask(room: Room, claimId: string, member: Parameters<typeof submit>[0]['member']) {
  const hash = await room.hashOf(claimId)
  return submit({ member, claimId, hash, kind: 'first', publicNote: '' })
}

const removalsOf = (articleId: string) =>
  db.select().from(articleRemovals).where(eq(articleRemovals.articleId, articleId))

test('a deleted article is off the desk’s list, and whoever opens it reads who deleted it', async () => {
  const { lena, ruth, articleId } = await aDeskWithArticle()
  await removeArticle({ member: ruth, articleId })
  expect(await listed(lena)).toEqual([])
  const [removal] = await removalsOf(articleId)
  expect(removal).toMatchObject({ removedBy: ruth.id, restoredAt: null })
  const refused = await readArticle(lena, articleId).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect((refused as Refused).message).toMatch(
    new RegExp(`^${ruth.name} deleted this article on \\d+ \\w+ 20`),
  )
})

test('its room gives no pass, lineage, history or replay, and nobody is seen in it', async () => {
  const { desk, lena, ruth, claim, articleId } = await aDeskWithArticle()
  await removeArticle({ member: ruth, articleId })
  const sessionId = await startSession(lena.personId)
  const { room } = createCaller({
    person: { id: lena.personId, name: '', email: '', sessionId, language: 'en' },
  })
  const named = { desk: desk.slug, articleId }
  const answers = await Promise.allSettled([
    room.pass(named),
    room.lineage(named),
    room.history({ ...named, claimId: claim.id }),
    room.replay({ ...named, after: 0 }),
  ])
  const refused = { reason: { cause: { refusal: { code: 'article-deleted' } } } }
  expect(answers).toMatchObject([refused, refused, refused, refused])
  expect(await room.people({ desk: desk.slug })).toEqual({})
  expect(await readStages(articleId, lena)).toEqual([])
})

test('it comes back with its claims, and the desk remembers both acts', async () => {
  const { lena, ruth, jonas, claim, articleId } = await aDeskWithArticle()
  await removeArticle({ member: ruth, articleId })
  await bringBackArticle({ member: jonas, articleId })
  expect(await listed(lena)).toMatchObject([{ id: articleId, claims: 1, checked: 1 }])
  expect((await readArticle(lena, articleId)).article.id).toBe(articleId)
  const [removal] = await removalsOf(articleId)
  expect(removal).toMatchObject({ removedBy: ruth.id, restoredBy: jonas.id })
  await removeArticle({ member: jonas, articleId })
  expect(await removalsOf(articleId)).toHaveLength(2)
  expect(claim.isDeleted).toBe(false)
})

test('two editors who delete an article at once delete it once', async () => {
  const { ruth, jonas, articleId } = await aDeskWithArticle()
  const both = await Promise.allSettled([
    removeArticle({ member: ruth, articleId }),
    removeArticle({ member: jonas, articleId }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { refusal: { code: 'article-deleted' } },
  })
  expect(await removalsOf(articleId)).toHaveLength(1)
  await Promise.all([
    bringBackArticle({ member: ruth, articleId }),
    bringBackArticle({ member: jonas, articleId }),
  ])
  expect((await removalsOf(articleId))[0]?.restoredBy).not.toBeNull()
})

test('an article with a published claim is not deleted', async () => {
  const newsroom = await aNewsroom()
  await published(newsroom, aClaim())
  const asked = { member: newsroom.editor, articleId: newsroom.article.id }
  expect(await refusalOf(removeArticle(asked))).toBe('article-published')
})

test('an article with a claim in review is not deleted until the claim is decided on or withdrawn', async () => {
  const { lena, ruth, claim, room, articleId } = await aDeskWithArticle()
  const { submissionId } = await ask(room, claim.id, lena)
  expect(await refusalOf(removeArticle({ member: ruth, articleId }))).toBe('article-in-review')
  await withdraw({ member: lena, submissionId })
  await removeArticle({ member: ruth, articleId })
  expect(await refusalOf(ask(room, claim.id, lena))).toBe('article-deleted')
})

test('a claim that was submitted and then deleted holds no article back, and is decided on no more', async () => {
  const { lena, ruth, jonas, claim, room, articleId } = await aDeskWithArticle()
  const { submissionId } = await ask(room, claim.id, lena)
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, claim.markedAt))
  await removeArticle({ member: ruth, articleId })
  const decision = { member: jonas, submissionId, decision: 'approved' as const, note: '' }
  expect(await refusalOf(decide(decision))).toBe('article-deleted')
  expect(await refusalOf(readSubmission(submissionId, jonas))).toBe('article-deleted')
})

test('what was returned in a deleted article is in no list until it is back', async () => {
  const { lena, ruth, claim, room, articleId } = await aDeskWithArticle()
  const { submissionId } = await ask(room, claim.id, lena)
  await decide({ member: ruth, submissionId, decision: 'returned', note: 'Ask the treasury.' })
  await removeArticle({ member: ruth, articleId })
  expect(await readQueue(lena)).toMatchObject({ returned: [], decidedToday: [] })
  await bringBackArticle({ member: ruth, articleId })
  expect((await readQueue(lena)).returned).toHaveLength(1)
})

test('who submits while an editor deletes: one of the two is told why not, never both or neither', async () => {
  for (let round = 0; round < 5; round++) {
    const { lena, ruth, claim, room, articleId } = await aDeskWithArticle()
    const [asked, removed] = await Promise.allSettled([
      ask(room, claim.id, lena),
      removeArticle({ member: ruth, articleId }),
    ])
    expect([asked.status, removed.status].sort()).toEqual(['fulfilled', 'rejected'])
    const code = asked.status === 'rejected' ? 'article-deleted' : 'article-in-review'
    const refused = [asked, removed].find(({ status }) => status === 'rejected')
    expect(refused).toMatchObject({ reason: { refusal: { code } } })
  }
})

test('who deletes an article waits for whoever judges one of its claims at that moment', async () => {
  const { lena, ruth, articleId } = await aDeskWithArticle()
  let removing = Promise.resolve()
  await db.transaction(async (tx) => {
    await holdArticle(tx, lena, articleId)
    removing = removeArticle({ member: ruth, articleId })
    await expect.poll(countWaiting).toBe(1)
    expect(await removalsOf(articleId)).toEqual([])
  })
  await removing
  expect(await removalsOf(articleId)).toHaveLength(1)
})

/** How many transactions of this database wait for their turn. */
async function countWaiting(): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`)
  return rows[0]?.n ?? 0
}

test('a reviewer deletes no article and brings none back', async () => {
  const { lena, ruth, articleId } = await aDeskWithArticle()
  expect(await refusalOf(removeArticle({ member: lena, articleId }))).toBe('role-too-low')
  await removeArticle({ member: ruth, articleId })
  expect(await refusalOf(bringBackArticle({ member: lena, articleId }))).toBe('role-too-low')
})

test('an editor of another desk learns nothing of an article, deleted or not', async () => {
  const { ruth, articleId } = await aDeskWithArticle()
  const stranger = await onDesk('admin', await aDesk())
  const nowhere = uuid()
  const tries = async () => [
    await refusalOf(removeArticle({ member: stranger, articleId })),
    await refusalOf(bringBackArticle({ member: stranger, articleId })),
    await refusalOf(readArticle(stranger, articleId)),
    await refusalOf(removeArticle({ member: stranger, articleId: nowhere })),
  ]
  expect(new Set(await tries())).toEqual(new Set(['article-unknown']))
  await removeArticle({ member: ruth, articleId })
  expect(new Set(await tries())).toEqual(new Set(['article-unknown']))
  expect(await readDeleted(stranger, null)).toEqual({ things: [], next: null })
})

test('articles, claims and sources lie in one list, newest first, each with who deleted it', async () => {
  const { lena, ruth, claim, room, articleId } = await aDeskWithArticle()
  const other = await anArticle(ruth)
  const [source] = claim.sources
  await room.edit(lena, (doc) => setSourceDeleted(doc, source?.id ?? '', claim.markedAt))
  await room.edit(ruth, (doc) => deleteClaim(doc, claim.id, claim.markedAt))
  await removeArticle({ member: ruth, articleId: other.id })
  const { things } = await readDeleted(lena, null)
  expect(things).toMatchObject([
    { kind: 'article', id: other.id, by: { name: ruth.name }, isArticleDeleted: true },
    { kind: 'claim', id: claim.id, name: claim.statement, articleId, by: { name: ruth.name } },
    { kind: 'source', name: source?.title, claimId: claim.id, by: { id: lena.id }, isClaimDeleted: true },
  ])
  await removeArticle({ member: ruth, articleId })
  const [, , inArticle] = (await readDeleted(ruth, null)).things
  expect(inArticle).toMatchObject({ kind: 'claim', isArticleDeleted: true })
})

test('an observer sees what was deleted', async () => {
  const { desk, ruth, articleId } = await aDeskWithArticle()
  const ana = await onDesk('observer', desk)
  await removeArticle({ member: ruth, articleId })
  expect((await readDeleted(ana, null)).things).toMatchObject([{ kind: 'article', id: articleId }])
})

test('a long list comes in pages without gap or repetition, also of things that went at one moment', async () => {
  const { desk, ruth } = await aDeskWithArticle()
  const ids: string[] = []
  for (let n = 0; n < 120; n++) ids.push((await anArticle(ruth)).id)
  const at = new Date('2026-03-06T08:00:00.000Z')
  const removedAt = (index: number) => new Date(at.getTime() + Math.floor(index / 40))
  await db
    .insert(articleRemovals)
    .values(
      ids.map((articleId, n) => ({ id: uuid(), articleId, removedBy: ruth.id, removedAt: removedAt(n) })),
    )
  const seen: string[] = []
  let next: Awaited<ReturnType<typeof readDeleted>>['next'] = null
  const ana = createCaller({
    person: { id: ruth.personId, name: '', email: '', sessionId: '', language: 'en' },
  })
  do {
    const page = await ana.deleted.list({ desk: desk.slug, cursor: next })
    seen.push(...page.things.map(({ id }) => id))
    next = page.next
  } while (next)
  expect(seen).toHaveLength(120)
  expect(new Set(seen)).toEqual(new Set(ids))
})

test('that somebody deleted an article cannot be unsaid', async () => {
  const { ruth, articleId } = await aDeskWithArticle()
  await removeArticle({ member: ruth, articleId })
  await bringBackArticle({ member: ruth, articleId })
  const change = (query: ReturnType<typeof sql>) =>
    db.execute(query).then(
      () => null,
      (error: unknown) => String((error as { cause?: unknown }).cause ?? error),
    )
  expect(await change(sql`delete from article_removals where article_id = ${articleId}`)).toMatch(
    /only added/,
  )
  expect(
    await change(
      sql`update article_removals set restored_at = null, restored_by = null where article_id = ${articleId}`,
    ),
  ).toMatch(/stays as it is/)
})
