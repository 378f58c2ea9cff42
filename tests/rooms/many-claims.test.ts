import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { claims } from '../../db/schema'
import { rebuildProjection } from '../../server/room/kept/project-claims'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer } from './browser'
import { mark } from './marking'

const db = await freshDatabase()
await aRoomServer()
const lena = await onDesk('reviewer')

const countOf = (articleId: string) => db.$count(claims, eq(claims.articleId, articleId))

test('a room with more claims than a statement can carry comes into the tables whole', async () => {
  const { id: articleId } = await anArticle(lena)
  const marked = 4_000
  await writeInRoom(articleId, lena, (doc) => {
    for (let n = 0; n < marked; n++) mark(doc)
  })
  expect(await countOf(articleId)).toBe(marked)
  await db.delete(claims).where(eq(claims.articleId, articleId))
  await rebuildProjection(articleId)
  expect(await countOf(articleId)).toBe(marked)
})
