import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import type { Member } from '../../server/member/member'
import { keepVisit } from '../../server/visit/keep-visit'
import { readArticleVisits } from '../../server/visit/read-visits'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

await freshDatabase()

async function anArticleToLookAt() {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const { articleId } = await aRoomWith([aClaim()], lena)
  const look = (member: Member) => keepVisit({ member, articleId, isSameVisit: false })
  const leave = (member: Member) => keepVisit({ member, articleId, isSameVisit: true })
  return { lena, ruth, articleId, look, leave }
}

/** As if the look had been this long ago. */
const pass = (member: Member, minutes: number) =>
  db().execute(
    sql`update visits set at = at - ${`${minutes} minutes`}::interval where member_id = ${member.id}`,
  )

test('whoever looks the first time has nothing to compare with', async () => {
  const { ruth, look, leave } = await anArticleToLookAt()
  expect(await look(ruth)).toEqual({ before: null })
  await pass(ruth, 60)
  // However long it was: leaving ends this visit, and begins no other.
  expect(await leave(ruth)).toEqual({ before: null })
})

test('a reload within a visit does not forget the visit before', async () => {
  const { ruth, look } = await anArticleToLookAt()
  await look(ruth)
  await pass(ruth, 60)
  const { before } = await look(ruth)
  expect(before).not.toBeNull()
  expect(await look(ruth)).toEqual({ before })
  await pass(ruth, 11)
  expect((await look(ruth)).before?.getTime()).toBeGreaterThan(before?.getTime() ?? 0)
})

test('a visit lasts until the article is left, and is then what the next one is compared with', async () => {
  const { ruth, look, leave } = await anArticleToLookAt()
  await look(ruth)
  await pass(ruth, 60)
  const { before } = await look(ruth)
  await pass(ruth, 45)
  expect(await leave(ruth)).toEqual({ before })
  // Back at once, it still goes on.
  expect(await look(ruth)).toEqual({ before })
  await pass(ruth, 30)
  const left = (await readArticleVisits(ruth))[0]?.at
  expect(await look(ruth)).toEqual({ before: left })
})

test('looks of one member are not another’s, and many at once are one row', async () => {
  const { lena, ruth, articleId, look } = await anArticleToLookAt()
  await Promise.all([look(ruth), look(ruth), look(ruth)])
  expect(await readArticleVisits(ruth)).toMatchObject([{ articleId }])
  expect(await readArticleVisits(lena)).toEqual([])
})

test('of what is on another desk nothing is kept and nothing told', async () => {
  const { ruth, articleId, look } = await anArticleToLookAt()
  await look(ruth)
  const stranger = await onDesk('editor', await aDesk())
  for (const unknown of [articleId, uuid()])
    expect(await keepVisit({ member: stranger, articleId: unknown, isSameVisit: false })).toEqual({
      before: null,
    })
  const { rows } = await db().execute(sql`select 1 from visits where member_id = ${stranger.id}`)
  expect(rows).toEqual([])
})
