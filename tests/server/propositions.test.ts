import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import {
  claimRelations,
  claims,
  correctionDrafts,
  desks,
  newestVersions,
  notices,
  propositions,
  roomUpdates,
} from '../../db/schema'
import type { Claim } from '../../server/claim/claim'
import { removeDemo } from '../../server/demo/removal/remove-demo'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { putDrafts } from '../../server/proposition/put-drafts'
import { readOverturned, readProposition } from '../../server/proposition/read-proposition'
import { removeLink } from '../../server/proposition/remove-link'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { addRelation, addRelationToCheck } from '../../server/similar/add-relation'
import { freshDatabase } from '../database'
import { aClaim, aDesk, type anArticle, aRoomWith, onDesk, refusalOf } from '../newsroom'
import { published } from '../publishing'

const db = await freshDatabase()
afterEach(() => db.delete(newestVersions))

type Side = Awaited<ReturnType<typeof aSide>>

/** An article on a desk with one claim, which its author wrote. */
async function aSide(desk: Awaited<ReturnType<typeof aDesk>>, claim: Claim) {
  const author = await onDesk('reviewer', desk)
  const editor = await onDesk('editor', desk)
  const { articleId } = await aRoomWith([claim], author)
  const { rows } = await db.execute<{ text: string }>(
    sql`select text from revisions where article_id = ${articleId}`,
  )
  // What publishing asks of an article.
  const article = { id: articleId, text: rows[0]?.text ?? '' } as Awaited<ReturnType<typeof anArticle>>
  return { desk, author, editor, articleId, article, claim }
}

/** Two articles of a desk with a claim each that says the same, and who said so. */
async function twoThatSayTheSame() {
  const desk = await aDesk()
  const one = await aSide(desk, aClaim({ verdict: 'true' }))
  const two = await aSide(desk, aClaim({ verdict: 'true' }))
  await same(one.author, one, two)
  return { desk, one, two }
}

const same = (member: Member, one: Side, two: Side) =>
  addRelation({ member, id: uuid(), claimId: one.claim.id, otherId: two.claim.id, relation: 'same' })

const hanging = async (member: Member, claimId: string) =>
  (await readProposition(member, claimId))?.claims.map((claim) => claim.claimId) ?? []

/** The claim is published as true and then corrected to false. */
async function turned(side: Side) {
  await published(side, side.claim, { at: new Date('2026-03-01T10:00:00Z') })
  return published(
    side,
    { ...side.claim, verdict: 'false' },
    { kind: 'verdict-change', publicNote: 'We were wrong.', at: new Date(Date.now() + 60_000) },
  )
}

test('claims that are said to say the same hang from one statement, however often it is said', async () => {
  const { one, two } = await twoThatSayTheSame()
  await same(two.author, two, one)
  const proposition = await readProposition(two.author, two.claim.id)
  expect(proposition).toMatchObject({ statement: one.claim.statement, by: one.author.name, draft: null })
  expect(proposition?.claims.map(({ claimId }) => claimId)).toEqual([one.claim.id, two.claim.id])
})

test('two statements become one when claims of both say the same', async () => {
  const { desk, one, two } = await twoThatSayTheSame()
  const three = await aSide(desk, aClaim())
  const four = await aSide(desk, aClaim())
  await same(three.author, three, four)
  await same(one.author, two, three)
  expect((await hanging(one.author, one.claim.id)).toSorted()).toEqual(
    [one, two, three, four].map(({ claim }) => claim.id).toSorted(),
  )
})

test('a claim that is unlinked hangs with the others no more, and can be joined again', async () => {
  const { one, two } = await twoThatSayTheSame()
  const proposition = await readProposition(one.author, two.claim.id)
  const link = proposition?.claims.find(({ claimId }) => claimId === two.claim.id)
  await removeLink({ member: one.author, linkId: link?.linkId ?? '' })
  expect(await hanging(one.author, one.claim.id)).toEqual([one.claim.id])
  expect(await readProposition(one.author, two.claim.id)).toBeNull()
  await same(one.author, one, two)
  expect(await hanging(one.author, two.claim.id)).toEqual([one.claim.id, two.claim.id])
})

test('another desk knows nothing of it and can change nothing', async () => {
  const { one } = await twoThatSayTheSame()
  const stranger = await onDesk('editor', await aDesk())
  expect(await readProposition(stranger, one.claim.id)).toBeNull()
  const known = await readProposition(one.author, one.claim.id)
  const linkId = known?.claims[0]?.linkId ?? ''
  expect(await refusalOf(removeLink({ member: stranger, linkId }))).toBe('claim-unknown')
  expect(await refusalOf(putDrafts({ member: stranger, propositionId: known?.id ?? '' }))).toBe(
    'claim-unknown',
  )
})

test('a claim of an article that is limited to others is not listed', async () => {
  const { one, two } = await twoThatSayTheSame()
  const { articleId, editor } = two
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id] })
  expect(await hanging(one.author, one.claim.id)).toEqual([one.claim.id])
  expect(await hanging(editor, one.claim.id)).toEqual([one.claim.id, two.claim.id])
})

test('a corrected verdict flags every claim that still has the old one, and tells who wrote it', async () => {
  const { one, two } = await twoThatSayTheSame()
  expect(await readOverturned(two.author, two.articleId)).toEqual([])
  const { number } = await turned(one)
  expect(await readOverturned(two.author, two.articleId)).toEqual([two.claim.id])
  expect(await readOverturned(one.author, one.articleId)).toEqual([])
  const proposition = await readProposition(two.author, two.claim.id)
  expect(proposition?.claims).toMatchObject([
    { claimId: one.claim.id, overturnedBy: null },
    { claimId: two.claim.id, overturnedBy: { number, verdict: 'false' } },
  ])
  const told = await db.select().from(notices).where(eq(notices.kind, 'overturned'))
  expect(told.filter(({ claimId }) => claimId === two.claim.id)).toMatchObject([
    { memberId: two.author.id, byId: one.editor.id },
  ])
})

test('a correction that keeps the verdict flags nothing', async () => {
  const { one, two } = await twoThatSayTheSame()
  await published(one, one.claim, { at: new Date('2026-03-01T10:00:00Z') })
  await published(one, one.claim, {
    kind: 'factual',
    publicNote: 'A name.',
    at: new Date(Date.now() + 60_000),
  })
  expect(await readOverturned(two.author, two.articleId)).toEqual([])
  const told = await db.select().from(notices).where(eq(notices.claimId, two.claim.id))
  expect(told.filter(({ kind }) => kind === 'overturned')).toEqual([])
})

test('one press drafts a correction of each that is overtaken, once, and writes in no room', async () => {
  const { desk, one, two } = await twoThatSayTheSame()
  const three = await aSide(desk, aClaim({ verdict: 'true' }))
  await same(one.author, one, three)
  await published(three, three.claim, { at: new Date('2026-03-02T10:00:00Z') })
  const { number } = await turned(one)
  const { id } = (await readProposition(one.author, one.claim.id)) ?? { id: '' }
  const written = await db.select().from(roomUpdates)
  expect(await putDrafts({ member: one.author, propositionId: id })).toEqual({ count: 2 })
  await putDrafts({ member: two.author, propositionId: id })
  expect(await db.select().from(roomUpdates)).toHaveLength(written.length)
  expect(await db.select().from(correctionDrafts).where(eq(correctionDrafts.deskId, desk.id))).toHaveLength(2)
  expect((await readProposition(two.author, two.claim.id))?.draft).toMatchObject({
    ...{ verdict: 'false', publicNote: '', by: one.author.name },
  })
  expect((await readProposition(three.author, three.claim.id))?.draft?.publicNote).toContain(
    `Check ${number}`,
  )
  // What its authors publish settles it.
  await published(
    three,
    { ...three.claim, verdict: 'false' },
    { kind: 'verdict-change', publicNote: 'As check says.', at: new Date(Date.now() + 120_000) },
  )
  expect((await readProposition(three.author, three.claim.id))?.draft).toBeNull()
  expect(await readOverturned(three.author, three.articleId)).toEqual([])
})

test('where nothing is overtaken there is nothing to draft', async () => {
  const { one } = await twoThatSayTheSame()
  const { id } = (await readProposition(one.author, one.claim.id)) ?? { id: '' }
  expect(await refusalOf(putDrafts({ member: one.author, propositionId: id }))).toBe('nothing-overturned')
})

test('a retraction flags what says the same, and a draft of it gives no verdict', async () => {
  const { one, two } = await twoThatSayTheSame()
  await published(one, one.claim, { at: new Date('2026-03-01T10:00:00Z') })
  await published(one, one.claim, {
    kind: 'retraction',
    publicNote: 'Gone.',
    at: new Date(Date.now() + 60_000),
  })
  const proposition = await readProposition(two.author, two.claim.id)
  expect(proposition?.claims[1]?.overturnedBy).toMatchObject({ isRetraction: true })
  await putDrafts({ member: two.author, propositionId: proposition?.id ?? '' })
  expect((await readProposition(two.author, two.claim.id))?.draft).toMatchObject({ verdict: null })
})

test('a published check of another desk can be hung from, and its correction is told without a name', async () => {
  const theirs = await aSide(await aDesk(), aClaim({ verdict: 'true' }))
  const ours = await aSide(await aDesk(), aClaim({ verdict: 'true' }))
  await published(theirs, theirs.claim, { at: new Date('2026-03-01T10:00:00Z') })
  await same(ours.author, ours, theirs)
  await published(
    theirs,
    { ...theirs.claim, verdict: 'false' },
    { kind: 'verdict-change', publicNote: 'Wrong.', at: new Date(Date.now() + 60_000) },
  )
  expect(await readOverturned(ours.author, ours.articleId)).toEqual([ours.claim.id])
  const told = await db.select().from(notices).where(eq(notices.claimId, ours.claim.id))
  expect(told).toMatchObject([{ kind: 'overturned', memberId: ours.author.id, byId: null }])
  // The other desk learns nothing of who hangs from it.
  expect(await readProposition(theirs.author, theirs.claim.id)).toBeNull()
})

test('a claim is joined by hand with a published check by its number, and with none that is not there', async () => {
  const theirs = await aSide(await aDesk(), aClaim({ verdict: 'true' }))
  const ours = await aSide(await aDesk(), aClaim())
  const { number } = await published(theirs, theirs.claim)
  const join = (id: string, of: number) =>
    addRelationToCheck({ member: ours.author, id, claimId: ours.claim.id, number: of, relation: 'same' })
  await join(uuid(), number)
  expect(await hanging(ours.author, ours.claim.id)).toEqual([ours.claim.id, theirs.claim.id])
  expect(await refusalOf(join(uuid(), 999_999))).toBe('nothing-published')
})

test('a claim that hangs from a proposition keeps its row when its room is read anew', async () => {
  const { one, two } = await twoThatSayTheSame()
  await rebuildProjection(one.articleId)
  const rows = await db.select({ id: claims.id }).from(claims).where(eq(claims.id, one.claim.id))
  expect(rows).toHaveLength(1)
  expect(await hanging(two.author, two.claim.id)).toEqual([one.claim.id, two.claim.id])
})

test('what was said on the demo’s desk goes with it', async () => {
  const { desk, one, two } = await twoThatSayTheSame()
  await turned(one)
  const { id } = (await readProposition(one.author, one.claim.id)) ?? { id: '' }
  await putDrafts({ member: two.author, propositionId: id })
  await db.update(desks).set({ isDemo: true }).where(eq(desks.id, desk.id))
  await removeDemo()
  for (const table of [propositions, claimRelations, correctionDrafts])
    expect(await db.select().from(table).where(eq(table.deskId, desk.id))).toEqual([])
})
