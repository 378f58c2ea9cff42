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

async function aClaimToLookAt() {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  return { lena, ruth, claim, room }
}

/** As if the look had been this long ago. */
const pass = (member: Member, minutes: number) =>
  db().execute(
    sql`update visits set at = at - ${`${minutes} minutes`}::interval where member_id = ${member.id}`,
  )

test('whoever looks the first time has nothing to compare with', async () => {
  const { ruth, claim } = await aClaimToLookAt()
  expect(await keepVisit({ member: ruth, kind: 'claim', thingId: claim.id })).toEqual({ before: null })
})

test('a reload within a visit does not forget the visit before', async () => {
  const { ruth, claim } = await aClaimToLookAt()
  const look = () => keepVisit({ member: ruth, kind: 'claim', thingId: claim.id })
  await look()
  await pass(ruth, 60)
  const { before } = await look()
  expect(before).not.toBeNull()
  expect(await look()).toEqual({ before })
  await pass(ruth, 11)
  expect((await look()).before?.getTime()).toBeGreaterThan(before?.getTime() ?? 0)
})

test('looks of one member are not another’s, and many at once are one row', async () => {
  const { lena, ruth, room } = await aClaimToLookAt()
  const look = (member: Member) => keepVisit({ member, kind: 'article', thingId: room.articleId })
  await Promise.all([look(ruth), look(ruth), look(ruth)])
  expect(await readArticleVisits(ruth)).toMatchObject([{ articleId: room.articleId }])
  expect(await readArticleVisits(lena)).toEqual([])
})

test('of what is on another desk nothing is kept and nothing told', async () => {
  const { ruth, claim, room } = await aClaimToLookAt()
  await keepVisit({ member: ruth, kind: 'claim', thingId: claim.id })
  const stranger = await onDesk('editor', await aDesk())
  for (const [kind, thingId] of [
    ['claim', claim.id],
    ['claim', uuid()],
    ['article', room.articleId],
  ] as const)
    expect(await keepVisit({ member: stranger, kind, thingId })).toEqual({ before: null })
  const { rows } = await db().execute(sql`select 1 from visits where member_id = ${stranger.id}`)
  expect(rows).toEqual([])
})
