import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { looks } from '../../db/schema'
import { keepLook } from '../../server/coverage/keep-look'
import { readCoverage, readLooks, readSentences } from '../../server/coverage/read-coverage'
import { removeArticle } from '../../server/deleted/remove-article'
import type { Member } from '../../server/member/member'
import { deleteClaim } from '../../server/room/doc/marks'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

/** A desk with an article whose second sentence is claimed. */
async function aDeskThatLooks() {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const { sentences } = await readSentences(lena, room.articleId)
  const look = (member: Member, nth: number, hasNoClaim = true, lookId = uuid()) =>
    keepLook({ member, lookId, articleId: room.articleId, sentence: sentences[nth] ?? nowhere, hasNoClaim })
  const states = async () => (await readCoverage(room.articleId)).states.map(({ is }) => is)
  const stranger = await onDesk('editor', await aDesk())
  return { lena, ruth, stranger, claim, room, articleId: room.articleId, sentences, look, states }
}

const nowhere = { start: 0, end: 1 }

test('a sentence is claimed, signed as having no claim, or not looked at', async () => {
  const { ruth, look, states } = await aDeskThatLooks()
  await look(ruth, 0)
  expect(await states()).toEqual(['no-claim', 'claimed', 'not-looked-at'])
})

test('the name and the time of who looked are kept, also when it is taken back', async () => {
  const { lena, ruth, articleId, look, states } = await aDeskThatLooks()
  await look(ruth, 0)
  const [signed] = await readLooks(lena, articleId)
  expect(signed).toMatchObject({ hasNoClaim: true, by: { id: ruth.id, name: ruth.name } })
  expect(signed?.at).toBeInstanceOf(Date)
  await look(lena, 0, false)
  expect((await states())[0]).toBe('not-looked-at')
  const rows = await db.select().from(looks).where(eq(looks.articleId, articleId))
  expect(rows.map(({ memberId, hasNoClaim }) => [memberId, hasNoClaim])).toEqual([
    [ruth.id, true],
    [lena.id, false],
  ])
})

test('what was signed is never changed', async () => {
  const { ruth, look } = await aDeskThatLooks()
  await look(ruth, 0)
  await expect(db.update(looks).set({ hasNoClaim: false })).rejects.toThrow()
  await expect(db.delete(looks)).rejects.toThrow()
})

test('what is sent again after a lost answer, or says what is so, is kept once', async () => {
  const { lena, ruth, articleId, look } = await aDeskThatLooks()
  const id = uuid()
  await look(ruth, 0, true, id)
  await look(ruth, 0, true, id)
  await look(lena, 0)
  expect(await refusalOf(look(lena, 2, true, id))).toBe('sentence-unknown')
  await look(lena, 2, false)
  expect(await db.select().from(looks).where(eq(looks.articleId, articleId))).toHaveLength(1)
})

test('twenty who press at once sign once', async () => {
  const { lena, ruth, articleId, look } = await aDeskThatLooks()
  await Promise.all(Array.from({ length: 20 }, (_, nth) => look(nth % 2 ? lena : ruth, 0)))
  expect(await db.select().from(looks).where(eq(looks.articleId, articleId))).toHaveLength(1)
})

test('a claimed sentence cannot be signed; when the claim goes, it is not looked at', async () => {
  const { lena, claim, room, look, states } = await aDeskThatLooks()
  expect(await refusalOf(look(lena, 1))).toBe('sentence-claimed')
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, '2026-03-07T08:00:00.000Z'))
  expect((await states())[1]).toBe('not-looked-at')
  await look(lena, 1)
  expect((await states())[1]).toBe('no-claim')
})

test('only a sentence of the article can be signed, and only on one’s own desk', async () => {
  const { lena, stranger, articleId, look } = await aDeskThatLooks()
  expect(await refusalOf(look(lena, 99))).toBe('sentence-unknown')
  expect(await refusalOf(look(stranger, 0))).toBe('article-unknown')
  expect(await refusalOf(readLooks(stranger, articleId))).toBe('article-unknown')
  expect(await refusalOf(readSentences(stranger, articleId))).toBe('article-unknown')
})

test('of a deleted article nothing is read or signed', async () => {
  const { ruth, articleId, look } = await aDeskThatLooks()
  await removeArticle({ member: ruth, articleId })
  expect(await refusalOf(look(ruth, 0))).toBe('article-deleted')
  expect(await refusalOf(readLooks(ruth, articleId))).toBe('article-deleted')
})
