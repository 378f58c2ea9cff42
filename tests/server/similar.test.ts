import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { desks, lexemeCounts, lexemeTotals, newestVersions, publications } from '../../db/schema'
import type { Claim } from '../../server/claim/claim'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { askSecond } from '../../server/second-verdict/ask-second'
import { addRelation } from '../../server/similar/add-relation'
import { countLexemes } from '../../server/similar/rank/count-lexemes'
import { readReusable } from '../../server/similar/read-reusable'
import { readCheckedBefore, readSimilar } from '../../server/similar/read-similar'
import { shownOf } from '../../server/similar/similar'
import { freshDatabase } from '../database'
import { aClaim, aDesk, type anArticle, aRoomWith, aSource, onDesk, refusalOf } from '../newsroom'
import { published } from '../publishing'

const db = await freshDatabase()
// What one test publishes is found by no other.
afterEach(() => db.delete(newestVersions))

/** Two claims that say the same in other words, and one about something else. */
function threeClaims() {
  return {
    one: aClaim({ statement: 'Unemployment in Arvenholt fell to 4.1 per cent in spring.', ...quoted[0] }),
    same: aClaim({
      statement: 'In spring the unemployment rate of Arvenholt was down to 4.1 per cent.',
      ...quoted[1],
    }),
    other: aClaim({ statement: 'A bridge near the old harbour was closed for repairs.', ...quoted[2] }),
  }
}

/** Words of the article of tests that have nothing in common. */
const quoted = ['the largest relief package', 'driven from their homes', 'cracks in the northern wall'].map(
  (words) => ({ words, speaker: '' }),
)

async function aDeskWith(...written: Claim[]) {
  const desk = await aDesk()
  const author = await onDesk('reviewer', desk)
  const editor = await onDesk('editor', desk)
  const { articleId } = await aRoomWith(written, author)
  return { desk, author, editor, articleId, article: await articleOf(articleId) }
}

async function articleOf(id: string) {
  const { rows } = await db.execute<{ text: string }>(
    sql`select text from revisions where article_id = ${id}`,
  )
  return { id, text: rows[0]?.text ?? '' } as Awaited<ReturnType<typeof anArticle>> // what publishing asks of it
}

const found = async (member: Member, claimId: string) =>
  (await readSimilar(member, { claimId })).map((claim) => claim.claimId)

test('a claim of the desk that says the like is found, one about something else is not', async () => {
  const { one, same, other } = threeClaims()
  const { author } = await aDeskWith(one, same, other)
  expect(await found(author, one.id)).toEqual([same.id])
})

test('what somebody writes is sought before it is kept', async () => {
  const { one, same, other } = threeClaims()
  const { author } = await aDeskWith(one, same, other)
  const ids = async (text: string) =>
    (await readSimilar(author, { claimId: other.id, text })).map(({ claimId }) => claimId)
  expect((await ids('The unemployment rate in Arvenholt fell in spring.')).sort()).toEqual(
    [one.id, same.id].sort(),
  )
  expect(await ids('The old harbour')).toEqual([])
})

test('an encoder orders what was found by the words on the screen, and one that fails costs its order alone', async () => {
  const { one, same, other } = threeClaims()
  const { author } = await aDeskWith(one, same, other)
  const text = 'The unemployment rate in Arvenholt fell in spring.'
  const asked: string[][] = []
  const nearOne = async (sentences: string[]) => {
    asked.push(sentences)
    return sentences.map((sentence) => (sentence === text || sentence === one.statement ? [1, 0] : [0, 1]))
  }
  const [nearest] = await readSimilar(author, { claimId: other.id, text }, nearOne)
  expect(nearest?.claimId).toBe(one.id)
  expect(asked.map(([first]) => first)).toEqual([text])
  const byWords = await readSimilar(author, { claimId: other.id, text }, null)
  const failing = () => Promise.reject(new Error('the weights are gone'))
  expect(byWords).toHaveLength(2)
  expect(await readSimilar(author, { claimId: other.id, text }, failing)).toEqual(byWords)
  expect(await readCheckedBefore(author, text, failing)).toEqual([])
})

test('what another desk works on is not found, what it published is', async () => {
  const { one, same } = threeClaims()
  const { author } = await aDeskWith(one)
  const elsewhere = await aDeskWith(same)
  expect(await found(author, one.id)).toEqual([])
  await published(elsewhere, same)
  expect(await readSimilar(author, { claimId: one.id })).toMatchObject([
    {
      claimId: same.id,
      work: null,
      published: { desk: elsewhere.desk.name, verdict: 'misleading', version: 1 },
    },
  ])
})

test('a claim of an article that is limited to others is neither found nor asked about', async () => {
  const { one, same } = threeClaims()
  const { desk, author, editor } = await aDeskWith(one)
  const { articleId } = await aRoomWith([same], editor)
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id] })
  expect(await found(author, one.id)).toEqual([])
  expect(await found(author, same.id)).toEqual([])
  expect(await found(await onDesk('reviewer', desk), same.id)).toEqual([])
})

test('who judges a claim blind is shown its verdict nowhere', async () => {
  const { one, same } = threeClaims()
  const { desk, author, editor } = await aDeskWith(one)
  await db
    .update(desks)
    .set({ secondVerdicts: 'on-request' } as object)
    .where(eq(desks.id, desk.id))
  const judged = await aRoomWith([same], author)
  const judge = await onDesk('reviewer', desk)
  expect(await found(judge, one.id)).toEqual([same.id])
  await askSecond({ member: editor, id: uuid(), claimId: same.id, of: judge.id })
  expect(await found(judge, one.id)).toEqual([])
  // Also where it goes out meanwhile.
  await published({ desk, author, editor, article: await articleOf(judged.articleId) }, same)
  expect(await found(judge, one.id)).toEqual([])
  expect(await readCheckedBefore(judge, same.statement)).toEqual([])
  const [version] = await db.select().from(publications).where(eq(publications.claimId, same.id))
  expect(await refusalOf(readReusable(judge, version?.number ?? 0))).toBe('claim-unknown')
  expect(await found(author, one.id)).toEqual([same.id])
})

test('a published check of the demo is shown to the demo alone', async () => {
  const { one, same } = threeClaims()
  const { author } = await aDeskWith(one)
  const demo = await aDeskWith(same)
  await published(demo, same)
  await db.update(desks).set({ isDemo: true }).where(eq(desks.id, demo.desk.id))
  expect(await found(author, one.id)).toEqual([])
  await db.update(desks).set({ isDemo: false }).where(eq(desks.id, demo.desk.id))
})

test('a retracted check says so, and its sources are taken by nobody', async () => {
  const { one, same } = threeClaims()
  const { author } = await aDeskWith(one)
  const elsewhere = await aDeskWith(same)
  const { number } = await published(elsewhere, same)
  await published(elsewhere, same, { kind: 'retraction', publicNote: 'It does not hold.' })
  expect(await readSimilar(author, { claimId: one.id })).toMatchObject([
    { published: { isRetracted: true, version: 2 } },
  ])
  expect(await refusalOf(readReusable(author, number))).toBe('claim-unknown')
})

test('of the sources of a published check those can be taken that everybody can open', async () => {
  const { same } = threeClaims()
  const open = aSource({ title: 'Labour office, spring bulletin' })
  const call = aSource({
    unlinked: { way: 'call', who: 'Ada Voss', role: 'an official', by: 'Lena', terms: 'on-record' },
  })
  const secret = aSource({
    title: '',
    address: '',
    confidential: { reason: 'It would endanger whoever gave it.' },
  })
  const written = {
    ...same,
    sources: [open, call, secret].map((source) => ({ ...source, claimId: same.id })),
  }
  const elsewhere = await aDeskWith(written)
  const { number } = await published(elsewhere, written)
  const { sources } = await readReusable(await onDesk('observer'), number)
  expect(sources.map(({ title }) => title)).toEqual(['Labour office, spring bulletin'])
})

test('words that are about to be marked find what was checked of them', async () => {
  const { same } = threeClaims()
  const elsewhere = await aDeskWith(same)
  await published(elsewhere, same)
  const reader = await onDesk('reviewer')
  const [check] = await readCheckedBefore(reader, same.statement.toUpperCase())
  expect(check).toMatchObject({ claimId: same.id, published: { verdict: 'misleading' } })
})

test('words that are removed under law from a version find it no more', async () => {
  const { same } = threeClaims()
  const elsewhere = await aDeskWith(same)
  const { id } = await published(elsewhere, same)
  await db.execute(sql`set proofroom.may_remove = 'on'`)
  await db.execute(
    sql`update publications set content = jsonb_set(content, '{claim,statement}', '"█████"') where id = ${id}`,
  )
  await db.execute(sql`set proofroom.may_remove = 'off'`)
  const { rows } = await db.execute<{ said: string }>(
    sql`select said::text from newest_versions where publication_id = ${id}`,
  )
  expect(rows[0]?.said).not.toContain('unemploy')
})

test('Korean claims are found by what they share, whatever their endings', async () => {
  const one = aClaim({ statement: '아르벤홀트의 실업률은 봄에 4.1퍼센트로 떨어졌다.', ...quoted[0] })
  const same = aClaim({ statement: '봄철 아르벤홀트 실업률이 4.1퍼센트까지 떨어졌습니다.', ...quoted[1] })
  const other = aClaim({ statement: '옛 항구 근처의 다리가 수리를 위해 폐쇄되었다.', ...quoted[2] })
  const { author } = await aDeskWith(one, same, other)
  expect(await found(author, one.id)).toEqual([same.id])
})

test('what was said of two claims is signed, the latest stands, and what is not comparable is hidden', async () => {
  const { one, same } = threeClaims()
  const { author, editor } = await aDeskWith(one, same)
  const say = (member: Member, relation: 'repeats' | 'not-comparable') =>
    addRelation({ member, id: uuid(), claimId: one.id, otherId: same.id, relation })
  await say(author, 'repeats')
  expect(await readSimilar(author, { claimId: one.id })).toMatchObject([
    { relation: { relation: 'repeats', isReversed: false, by: author.name } },
  ])
  expect(await readSimilar(author, { claimId: same.id })).toMatchObject([{ relation: { isReversed: true } }])
  await say(editor, 'not-comparable')
  expect(shownOf(await readSimilar(author, { claimId: one.id }))).toEqual([])
})

test('nothing is said of a claim that is not there for whoever says it', async () => {
  const { one, same } = threeClaims()
  const { author } = await aDeskWith(one)
  const elsewhere = await aDeskWith(same)
  const of = (claimId: string, otherId: string) =>
    refusalOf(addRelation({ member: author, id: uuid(), claimId, otherId, relation: 'same' }))
  expect(await of(one.id, same.id)).toBe('claim-unknown')
  expect(await of(same.id, one.id)).toBe('claim-unknown')
  expect(await of(one.id, uuid())).toBe('claim-unknown')
  expect(await of(one.id, one.id)).toBe('claim-unknown')
  await published(elsewhere, same)
  await addRelation({ member: author, id: uuid(), claimId: one.id, otherId: same.id, relation: 'same' })
})

test('words are counted of all claims, and counted anew after an hour', async () => {
  const now = new Date()
  await db.delete(lexemeTotals)
  const first = await countLexemes(now)
  expect(await countLexemes(now)).toBeNull()
  const [unemployed] = await db.select().from(lexemeCounts).where(eq(lexemeCounts.lexeme, 'unemploy'))
  expect(unemployed?.documents).toBeGreaterThan(2)
  const before = await db.select().from(lexemeCounts)
  await aDeskWith(aClaim(), aClaim())
  const again = await countLexemes(new Date(now.getTime() + 61 * 60_000))
  expect((again?.documents ?? 0) - (first?.documents ?? 0)).toBe(2)
  expect(await db.select().from(lexemeCounts)).not.toEqual(before)
  const versions = await db.select({ number: newestVersions.number }).from(newestVersions)
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from claims where not is_deleted`,
  )
  expect(again?.documents).toBe(versions.length + (rows[0]?.n ?? 0))
})
