import { expect, test } from 'vitest'
import { readArticle } from '../../server/article/read-article'
import { limitArticle, nameSelf } from '../../server/limit/change-limit'
import { readLimit, readLimits } from '../../server/limit/read-limit'
import { freshDatabase } from '../database'
import { aDesk, anArticle, onDesk, refusalOf } from '../newsroom'

await freshDatabase()

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
