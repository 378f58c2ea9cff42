import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { closings, waivers } from '../../db/schema'
import type { WaiverReason } from '../../db/vocabulary'
import type { Span } from '../../server/claim/quote'
import { closeArticle, reopenArticle } from '../../server/coverage/close-article'
import { keepLook } from '../../server/coverage/keep-look'
import { readClosing, readClosings } from '../../server/coverage/read-closing'
import { readSentences } from '../../server/coverage/read-coverage'
import { removeArticle } from '../../server/deleted/remove-article'
import { setText } from '../../server/room/doc/claim-values'
import { deleteClaim } from '../../server/room/doc/marks'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

/** A desk with an article of three sentences, the second of which is claimed. */
async function aDeskThatCloses() {
  const desk = await aDesk()
  const [lena, ruth] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const { articleId } = room
  const { sentences } = await readSentences(lena, articleId)
  const look = (nth: number, hasNoClaim = true) =>
    keepLook({ member: lena, lookId: uuid(), articleId, sentence: at(nth), hasNoClaim })
  const at = (nth: number): Span => {
    const { start, end } = sentences[nth] ?? { start: 0, end: 0 }
    return { start, end }
  }
  const waive = (reason: WaiverReason, nths: number[], note = '') => ({
    reason,
    note,
    sentences: nths.map(at),
  })
  const close = (...named: ReturnType<typeof waive>[]) =>
    closeArticle({ member: ruth, articleId, waivers: named })
  const isChanged = async () => (await readClosings(ruth, [articleId]))[0]?.isChanged
  const stranger = await onDesk('editor', await aDesk())
  return { lena, ruth, stranger, claim, room, articleId, look, waive, close, isChanged }
}

test('an article is closed when every sentence was looked at, with who and when', async () => {
  const { ruth, articleId, look, close, isChanged } = await aDeskThatCloses()
  await look(0)
  expect(await refusalOf(close())).toBe('coverage-not-full')
  expect(await readClosing(ruth, articleId)).toBeNull()
  await look(2)
  await close()
  expect(await readClosing(ruth, articleId)).toMatchObject({
    by: { id: ruth.id, name: ruth.name },
    sentences: 3,
    waivers: [],
  })
  expect(await isChanged()).toBe(false)
})

test('what nobody looked at can be waived by name, each kind with its sentences', async () => {
  const { ruth, articleId, close, waive } = await aDeskThatCloses()
  expect(await refusalOf(close(waive('no-time', [0])))).toBe('coverage-not-full')
  await close(waive('no-time', [0], ' Tomorrow. '), waive('checked-elsewhere', [2]))
  const closing = await readClosing(ruth, articleId)
  expect(closing?.waivers.map(({ reason, note, sentences }) => [reason, note, sentences.length])).toEqual([
    ['checked-elsewhere', '', 1],
    ['no-time', 'Tomorrow.', 1],
  ])
})

test('another reason has to be written', async () => {
  const { close, waive } = await aDeskThatCloses()
  expect(await refusalOf(close(waive('other', [0, 2], ' ')))).toBe('waiver-unexplained')
  await close(waive('other', [0, 2], 'The author withdrew it.'))
})

test('a waiver of what was looked at, or of no sentence, is not kept', async () => {
  const { ruth, articleId, look, close, waive } = await aDeskThatCloses()
  await look(0)
  await look(2)
  await close(waive('no-time', [0, 1, 2, 99]))
  expect((await readClosing(ruth, articleId))?.waivers).toEqual([])
})

test('closing locks nothing: a look that is taken back shows as changed, and closing again covers it', async () => {
  const { ruth, articleId, look, close, waive, isChanged } = await aDeskThatCloses()
  await look(0)
  await close(waive('no-time', [2]))
  expect(await refusalOf(close())).toBe('article-closed')
  await look(0, false)
  expect(await isChanged()).toBe(true)
  await close(waive('no-time', [0, 2]))
  expect(await isChanged()).toBe(false)
  expect((await readClosing(ruth, articleId))?.waivers[0]?.sentences).toHaveLength(2)
})

test('a claim that goes shows as changed, one that is written does not', async () => {
  const { lena, claim, room, look, close, isChanged } = await aDeskThatCloses()
  await look(0)
  await look(2)
  await close()
  await room.edit(lena, (doc) => setText(doc, 'statement', claim.id, 'It was the largest.'))
  expect(await isChanged()).toBe(false)
  await room.edit(lena, (doc) => deleteClaim(doc, claim.id, '2026-03-07T08:00:00.000Z'))
  expect(await isChanged()).toBe(true)
})

test('an editor opens it again; the rows stay', async () => {
  const { ruth, articleId, look, close } = await aDeskThatCloses()
  expect(await refusalOf(reopenArticle({ member: ruth, articleId }))).toBe('article-not-closed')
  await look(0)
  await look(2)
  await close()
  await reopenArticle({ member: ruth, articleId })
  expect(await readClosing(ruth, articleId)).toBeNull()
  expect(await readClosings(ruth, [articleId])).toEqual([])
  const rows = await db.select().from(closings).where(eq(closings.articleId, articleId))
  expect(rows.map(({ isClosed }) => isClosed)).toEqual([true, false])
})

test('closings and waivers are never changed', async () => {
  const { close, waive } = await aDeskThatCloses()
  await close(waive('no-time', [0, 2]))
  for (const table of [closings, waivers]) await expect(db.delete(table)).rejects.toThrow()
  await expect(db.update(waivers).set({ note: 'x' })).rejects.toThrow()
})

test('of five who close at once, one does', async () => {
  const { articleId, look, close } = await aDeskThatCloses()
  await look(0)
  await look(2)
  const answers = await Promise.allSettled(Array.from({ length: 5 }, () => close()))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db.select().from(closings).where(eq(closings.articleId, articleId))).toHaveLength(1)
})

test('another desk’s closing is like none, and a deleted article has none', async () => {
  const { ruth, stranger, articleId, close, waive } = await aDeskThatCloses()
  await close(waive('no-time', [0, 2]))
  expect(await refusalOf(readClosing(stranger, articleId))).toBe('article-unknown')
  expect(await readClosings(stranger, [articleId])).toEqual([])
  expect(await refusalOf(closeArticle({ member: stranger, articleId, waivers: [] }))).toBe('article-unknown')
  await removeArticle({ member: ruth, articleId })
  expect(await readClosings(ruth, [articleId])).toEqual([])
  expect(await refusalOf(reopenArticle({ member: ruth, articleId }))).toBe('article-deleted')
})
