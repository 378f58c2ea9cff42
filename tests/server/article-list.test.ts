import { eq, type SQL, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { PassageChange } from '../../db/revision-words'
import {
  assignments,
  claims,
  placements,
  processes,
  publications,
  reviews,
  revisions,
  roomPeople,
  rooms,
  submissions,
  underReview,
} from '../../db/schema'
import type { Stage } from '../../db/vocabulary'
import { type ArticleFilter, onPage } from '../../server/article/list/article-filter'
import { readArticles } from '../../server/article/list/read-articles'
import { readChoices } from '../../server/article/list/read-choices'
import { claimStages } from '../../server/article/list/read-claim-stages'
import type { Claim } from '../../server/claim/claim'
import { removeArticle } from '../../server/deleted/remove-article'
import type { Member } from '../../server/member/member'
import { decide } from '../../server/review/decide'
import { readDesk } from '../../server/review/queue/read-desk'
import { readStages } from '../../server/review/read-stages'
import { claimHash } from '../../server/review/submission'
import { submit } from '../../server/review/submit'
import { documentOf } from '../../server/room/doc/room-doc'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, aRoomWith, onDesk } from '../newsroom'
import { aNewsroom, published, submitted, type Version } from '../publishing'

const db = await freshDatabase()

const listed = async (member: Member, filter: ArticleFilter = {}, page = 1) =>
  (await readArticles(member, { filter, page })).articles.map(({ id }) => id)

const rename = (articleId: string, head: Partial<typeof revisions.$inferInsert>) =>
  db.insert(revisions).values({
    ...{ id: uuid(), articleId, number: 2, title: 'Another', byline: [], blocks: [], text: '', hash: uuid() },
    ...{ provenance: {}, original: '', frozenBy: frozenBy(articleId), ...head },
  })
const byArticle = new Map<string, string>()
const frozenBy = (articleId: string) => byArticle.get(articleId) ?? ''

async function anArticleBy(member: Member) {
  const { id } = await anArticle(member)
  byArticle.set(id, member.id)
  return id
}

test('the desk’s articles come last activity first, with what their claims are at', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const empty = await anArticleBy(lena)
  const { articleId } = await aRoomWith([aClaim(), aClaim({ verdict: null })], lena)
  const { articles, total, all } = await readArticles(lena, { filter: {}, page: 1 })
  expect(articles.map(({ id }) => id)).toEqual([articleId, empty])
  expect({ total, all }).toEqual({ total: 2, all: 2 })
  expect(articles[0]).toMatchObject({
    ...{ claims: 2, checked: 1, publishedClaims: 0, state: 'checking' },
    stages: { ready: 1, 'to-check': 1 },
  })
  expect(articles[1]).toMatchObject({ claims: 0, state: 'not-started', stages: {} })
})

test('a long list comes in pages without gap or repetition', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  for (let n = 0; n < onPage + 3; n++) await anArticle(lena)
  const [first, second, beyond] = [await listed(lena), await listed(lena, {}, 2), await listed(lena, {}, 3)]
  expect([first.length, second.length, beyond.length]).toEqual([onPage, 3, 0])
  expect(new Set([...first, ...second]).size).toBe(onPage + 3)
  const far = await readArticles(lena, { filter: {}, page: 3 })
  expect(far.total).toBe(onPage + 3)
})

test('a filter asks for the newest revision’s publisher and language', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const [stays, moves] = [await anArticleBy(lena), await anArticleBy(lena)]
  await rename(moves, { publisher: 'Radio Ondre', language: 'de' })
  expect(await listed(lena, { publisher: 'The Northern Ledger' })).toEqual([stays])
  expect(await listed(lena, { publisher: 'Radio Ondre', language: 'de' })).toEqual([moves])
  expect(await listed(lena, { publisher: 'Radio Ondre', language: 'en' })).toEqual([])
  expect(await readChoices(lena)).toMatchObject({
    publishers: ['Radio Ondre', 'The Northern Ledger'],
    languages: ['de', 'en'],
  })
})

test('a filter asks for a topic of a claim that is not deleted', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const { articleId } = await aRoomWith([aClaim({ topics: ['dam', 'money'] })], lena)
  await aRoomWith([aClaim({ topics: ['ferry'], isDeleted: true })], lena)
  expect(await listed(lena, { topic: 'money' })).toEqual([articleId])
  expect(await listed(lena, { topic: 'ferry' })).toEqual([])
  expect(await listed(lena, { topic: "x' or true --" })).toEqual([])
  expect((await readChoices(lena)).topics).toEqual(['dam', 'money'])
})

test('a filter asks for a stage of a claim, or for none at all', async () => {
  const room = await aNewsroom()
  const { author, editor, article } = room
  const claim = aClaim()
  const other = await aRoomWith([claim], author)
  const { submissionId } = await submit({
    ...{ member: author, claimId: claim.id, kind: 'first', publicNote: '' },
    hash: await other.hashOf(claim.id),
  })
  expect(await listed(author, { stage: 'in-review' })).toEqual([other.articleId])
  expect(await listed(author, { stage: 'not-started' })).toEqual([article.id])
  await decide({ member: editor, submissionId, decision: 'returned', note: 'Ask the treasury.' })
  expect(await listed(author, { stage: 'in-review' })).toEqual([])
  expect(await listed(author, { stage: 'returned' })).toEqual([other.articleId])
})

test('a filter asks for rooms in which somebody is, as long as their process is alive', async () => {
  const lena = await onDesk('reviewer', await aDesk())
  const { articleId } = await aRoomWith([aClaim()], lena)
  await anArticle(lena)
  const process = uuid()
  const leaseUntil = new Date(Date.now() + 60_000)
  await db.insert(processes).values({ id: process, holdsRooms: true, likeness: '', leaseUntil })
  const document = documentOf(articleId)
  await db.insert(rooms).values({ document, articleId, lineage: uuid() }).onConflictDoNothing()
  await db.insert(roomPeople).values({ process, document, memberId: lena.id })
  expect(await listed(lena, { room: 'now' })).toEqual([articleId])
  await db
    .update(processes)
    .set({ leaseUntil: new Date(0) })
    .where(eq(processes.id, process))
  expect(await listed(lena, { room: 'now' })).toEqual([])
})

test('another desk’s and deleted articles are in no list, no count and no choice', async () => {
  const [desk, other] = [await aDesk(), await aDesk()]
  const [ruth, stranger] = [await onDesk('editor', desk), await onDesk('admin', other)]
  const { articleId } = await aRoomWith([aClaim({ topics: ['dam'] })], ruth)
  const none = { articles: [], total: 0, all: 0 }
  for (const filter of [
    {},
    { topic: 'dam' },
    { stage: 'ready' },
    { publisher: 'The Northern Ledger' },
  ] as const)
    expect(await readArticles(stranger, { filter, page: 1 })).toEqual(none)
  expect(await readChoices(stranger)).toEqual({ topics: [], languages: [], publishers: [] })
  await removeArticle({ member: ruth, articleId })
  expect(await readArticles(ruth, { filter: {}, page: 1 })).toEqual(none)
  expect(await readChoices(ruth)).toEqual({ topics: [], languages: [], publishers: [] })
})

test.each<PassageChange>(['same', 'substantive'])(
  'the stage that SQL says is the one that rows and hashes make, whatever became of a claim whose passage is %s',
  async (change) => {
    const room = await aNewsroom({ approvalsNeeded: 2 })
    const { author, editor, article, desk } = room
    const second = await onDesk('editor', desk)
    const revisionId = uuid()
    const [first] = await db.select().from(revisions).where(eq(revisions.articleId, article.id))
    if (first) await db.insert(revisions).values({ ...first, id: revisionId, number: 2, hash: 'another' })
    const fates = ['none', 'withdrawn', 'open', 'half', 'approved', 'returned'] as const
    for (const isReady of [true, false])
      for (const publishedAs of ['never', 'same', 'other', 'doubted', 'retracted'] as const)
        for (const fate of fates)
          for (const isSame of [true, false]) {
            const claim = aClaim()
            const publishedClaim =
              publishedAs === 'other' ? { ...claim, statement: 'It was published so.' } : claim
            if (publishedAs !== 'never') await agreedAndPublished(publishedClaim)
            if (publishedAs === 'retracted')
              await agreedAndPublished(publishedClaim, { kind: 'retraction', publicNote: 'We were wrong.' })
            if (publishedAs === 'doubted') await putInDoubt(claim.id)
            const asked = isSame ? claim : { ...claim, statement: 'It was asked so.' }
            const submission = fate === 'none' ? null : await submitted(room, asked)
            const by = { submissionId: submission?.id ?? '', note: '' }
            if (fate === 'withdrawn')
              await db
                .update(submissions)
                .set({ withdrawnAt: new Date() })
                .where(eq(submissions.id, by.submissionId))
            const approve = (editorId: string) => ({
              id: uuid(),
              ...by,
              editorId,
              decision: 'approved' as const,
            })
            if (fate === 'half') await db.insert(reviews).values(approve(editor.id))
            if (fate === 'approved') await db.insert(reviews).values([approve(editor.id), approve(second.id)])
            if (fate === 'returned')
              await db
                .insert(reviews)
                .values({ id: uuid(), ...by, editorId: editor.id, decision: 'returned' })
            await db.insert(claims).values(rowOf(claim, isReady))
            await db.insert(placements).values(placementOf(claim))
          }
    async function agreedAndPublished(...version: [Claim, Version?]) {
      const { id } = await published(room, ...version)
      const [row] = await db.select().from(publications).where(eq(publications.id, id))
      const approved = { submissionId: row?.submissionId ?? '', decision: 'approved', note: '' } as const
      await db
        .insert(reviews)
        .values([editor, second].map((by) => ({ ...approved, id: uuid(), editorId: by.id })))
    }
    async function putInDoubt(claimId: string) {
      const [version] = await db.select().from(publications).where(eq(publications.claimId, claimId))
      const doubt = { id: uuid(), publicationId: version?.id ?? '', deskId: desk.id, editorId: editor.id }
      await db.insert(underReview).values({ ...doubt, line: 'We look again.', putAt: new Date() })
    }
    function placementOf({ id, revision, selectors }: Claim) {
      const { start, end } = selectors.position
      return {
        ...{ id: uuid(), articleId: article.id, deskId: desk.id, claimId: id, revisionId, number: 2 },
        ...{
          quotedIn: revision,
          quoteStart: start,
          quoteEnd: end,
          was: 'It was.',
          words: 'It is.',
          start,
          end,
        },
        ...{ change, isDoubtful: false, placedAt: new Date() },
      }
    }
    function rowOf(claim: ReturnType<typeof aClaim>, isReady: boolean) {
      return {
        ...{ revision: claim.revision, selectors: claim.selectors },
        ...{
          id: claim.id,
          articleId: article.id,
          deskId: desk.id,
          markedAt: claim.markedAt,
          isDeleted: false,
        },
        ...{
          quote: 'the dam',
          start: claim.selectors.position.start,
          statement: claim.statement,
          speaker: '',
          saidAt: '',
          topics: [],
        },
        ...{ shortAnswer: '', notReady: isReady ? null : 'no-verdict', hash: claimHash(claim), sequence: 1 },
      }
    }
    const { rows } = await db.execute<{ claim_id: string; stage: Stage }>(
      claimStages(({ articleId }) => sql`${articleId} = ${article.id}`),
    )
    const bySql = Object.fromEntries(rows.map(({ claim_id, stage }) => [claim_id, stage]))
    const byRule = await readStages(article.id, author)
    expect(byRule).toHaveLength(120)
    expect(bySql).toEqual(Object.fromEntries(byRule.map(({ claimId, stage }) => [claimId, stage])))
    expect(new Set(Object.values(bySql)).size).toBeGreaterThanOrEqual(change === 'same' ? 8 : 6)
  },
)

test('the desk shows what waits for this member, and what came back to them with its note', async () => {
  const desk = await aDesk()
  const [lena, idris, ruth] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const asked = {
    claimId: claim.id,
    hash: await room.hashOf(claim.id),
    kind: 'first',
    publicNote: '',
  } as const
  const { submissionId } = await submit({ ...asked, member: idris })
  expect((await readDesk(ruth)).waiting).toMatchObject({ count: 1, first: [{ id: submissionId }] })
  expect((await readDesk(lena)).waiting.count).toBe(0)
  await decide({ member: ruth, submissionId, decision: 'returned', note: 'Ask the treasury.' })
  for (const member of [lena, idris])
    expect((await readDesk(member)).returned).toMatchObject({
      count: 1,
      first: [{ id: submissionId, note: 'Ask the treasury.', editor: ruth.name }],
    })
  expect(await readDesk(ruth)).toMatchObject({ waiting: { count: 0 }, returned: { count: 0, first: [] } })
})

test('the list is narrowed to work that is overdue, due today or the member’s own, until it is finished', async () => {
  const desk = await aDesk()
  const [lena, idris, ruth] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
  ]
  const give = async (to: Member, dueAt: Date | SQL | null) => {
    const claim = aClaim()
    const room = await aRoomWith([claim], lena)
    const given = { id: uuid(), deskId: desk.id, articleId: room.articleId, claimId: claim.id, note: '' }
    await db
      .insert(assignments)
      .values({ ...given, assignedTo: to.id, assignedBy: ruth.id, dueAt, priority: 'normal' })
    return { ...given, claim, room }
  }
  const soon = sql`(select (date_trunc('day', now() at time zone time_zone) + interval '1 day') at time zone time_zone
    - interval '1 millisecond' from desks where id = ${desk.id})`
  const [late, free] = [await give(lena, new Date(Date.now() - 60_000)), await give(idris, null)]
  const today = await give(idris, soon)
  await anArticleBy(lena)
  expect(await listed(lena, { due: 'overdue' })).toEqual([late.articleId])
  expect(await listed(lena, { due: 'today' })).toEqual([today.articleId])
  expect(await listed(idris, { work: 'mine' })).toEqual([today.articleId, free.articleId])
  expect(await listed(idris, { work: 'mine', due: 'overdue' })).toEqual([])
  const hash = await late.room.hashOf(late.claim.id)
  await submit({ member: lena, claimId: late.claim.id, hash, kind: 'first', publicNote: '' })
  expect(await listed(lena, { due: 'overdue' })).toEqual([])
})
