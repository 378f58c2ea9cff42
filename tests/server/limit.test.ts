import { expect, test } from 'vitest'
import { readArticle } from '../../server/article/read-article'
import { limitArticle, nameSelf } from '../../server/limit/change-limit'
import { readLimits } from '../../server/limit/read-limit'
import { freshDatabase } from '../database'
import { aDesk, anArticle, onDesk, refusalOf } from '../newsroom'

await freshDatabase()

async function aLimitedArticle() {
  const desk = await aDesk()
  const [editor, admin] = [await onDesk('editor', desk), await onDesk('admin', desk)]
  const { id: articleId } = await anArticle(editor)
  await limitArticle({ member: editor, articleId, members: [editor.id] })
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
  expect(await refusalOf(limitArticle({ member: editor, articleId, members }))).toBe('member-unknown')
  expect(await refusalOf(nameSelf({ member: stranger, articleId }))).toBe('article-unknown')
})

test('an article is opened to the whole desk again by one who is named, and by nobody else', async () => {
  const { articleId, editor, admin } = await aLimitedArticle()
  expect(await refusalOf(limitArticle({ member: admin, articleId, members: null }))).toBe('article-unknown')
  await limitArticle({ member: editor, articleId, members: null })
  await readArticle(admin, articleId)
})
