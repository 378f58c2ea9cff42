import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { secondVerdicts } from '../../db/schema'
import { readArticle } from '../../server/article/read-article'
import { assign } from '../../server/assignment/assign'
import { readAssignments } from '../../server/assignment/read-assignments'
import { limitArticle, nameSelf } from '../../server/limit/change-limit'
import { readLimit, readLimits } from '../../server/limit/read-limit'
import { askSecond } from '../../server/second-verdict/ask-second'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

async function aLimitedArticle() {
  const desk = await aDesk()
  const [editor, admin] = [await onDesk('editor', desk), await onDesk('admin', desk)]
  const { id: articleId } = await anArticle(editor)
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id] })
  return { articleId, editor, admin }
}

test('an admin learns that an article is limited, not what it is called, and can name themselves', async () => {
  const { articleId, editor, admin } = await aLimitedArticle()
  expect(await refusalOf(readArticle(admin, articleId))).toBe('article-unknown')
  expect(await readLimits(admin)).toMatchObject([{ articleId, by: editor.name, count: 1, isNamed: false }])
  await nameSelf({ member: admin, articleId })
  await readArticle(admin, articleId)
  expect(await readLimits(admin)).toMatchObject([{ count: 2, isNamed: true }])
})

test('nobody of another desk is named, nor names themselves', async () => {
  const { articleId, editor } = await aLimitedArticle()
  const stranger = await onDesk('admin', await aDesk())
  const members = [editor.id, stranger.id]
  expect(await refusalOf(limitArticle({ member: editor, articleId, was: [editor.id], members }))).toBe(
    'member-unknown',
  )
  expect(await refusalOf(nameSelf({ member: stranger, articleId }))).toBe('article-unknown')
})

test('an article is opened to the whole desk again by one who is named, and by nobody else', async () => {
  const { articleId, editor, admin } = await aLimitedArticle()
  expect(await refusalOf(limitArticle({ member: admin, articleId, was: [editor.id], members: null }))).toBe(
    'article-unknown',
  )
  await limitArticle({ member: editor, articleId, was: [editor.id], members: null })
  await readArticle(admin, articleId)
})

test('what those had who may not know of it any more goes back to the pool, with a blind asking', async () => {
  const desk = await aDesk({ secondVerdicts: 'asked' })
  const [editor, lena, idris, maren] = [
    await onDesk('editor', desk),
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
  ]
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], lena)
  const elsewhere = await aRoomWith([], lena)
  const give = (to: string, at: string, claimId: string | null) =>
    assign({ member: editor, id: uuid(), articleId: at, claimId, to, seen: null, terms: null, note: '' })
  await give(idris.id, articleId, claim.id)
  await give(idris.id, elsewhere.articleId, null)
  await askSecond({ member: editor, id: uuid(), claimId: claim.id, of: maren.id })
  await limitArticle({ member: editor, articleId, was: null, members: [editor.id, lena.id] })
  expect((await readAssignments(articleId, lena))[0]).toMatchObject({
    to: null,
    poolReason: 'member-shut-out',
  })
  expect((await readAssignments(elsewhere.articleId, lena))[0]?.to?.id).toBe(idris.id)
  const [asked] = await db.select().from(secondVerdicts).where(eq(secondVerdicts.claimId, claim.id))
  expect(asked).toMatchObject({ endedBy: editor.id, ownVerdictId: null })
})

test('who may know of an article is not changed by somebody who has not read the newest of it', async () => {
  const { articleId, editor, admin } = await aLimitedArticle()
  const was = [editor.id]
  await nameSelf({ member: admin, articleId })
  const ask = { member: editor, articleId }
  expect(await refusalOf(limitArticle({ ...ask, was, members: was }))).toBe('setting-changed')
  expect(await refusalOf(limitArticle({ ...ask, was, members: null }))).toBe('setting-changed')
  expect(await refusalOf(limitArticle({ ...ask, was: null, members: null }))).toBe('setting-changed')
  expect((await readLimit(editor, articleId))?.members.toSorted()).toEqual([editor.id, admin.id].toSorted())
  await limitArticle({ ...ask, was: [admin.id, editor.id], members: [editor.id] })
  expect(await readLimit(editor, articleId)).toEqual({ members: [editor.id] })
})

test('who may know of an article, sent again after a lost answer, is as it was wanted', async () => {
  const { articleId, editor, admin } = await aLimitedArticle()
  const ask = { member: editor, articleId, was: [editor.id], members: [editor.id, admin.id] }
  await limitArticle(ask)
  await limitArticle(ask)
  expect(await readLimits(editor)).toMatchObject([{ count: 2 }])
})
