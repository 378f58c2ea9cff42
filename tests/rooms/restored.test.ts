import { eq } from 'drizzle-orm'
import { v4 as random } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { rooms } from '../../db/schema'
import { Refused } from '../../server/refusal'
import { checkPass, lineageOf, makePass } from '../../server/room/admit'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'

await freshDatabase()
const server = await aRoomServer()
const lena = await onDesk('reviewer')

/** What a restore does to a room, besides bringing its rows back. */
async function beginAnew(articleId: string): Promise<string> {
  const lineage = random()
  await db().update(rooms).set({ lineage }).where(eq(rooms.articleId, articleId))
  return lineage
}

test('a room keeps its lineage for as long as nothing is restored', async () => {
  const { id: articleId } = await anArticle(lena)
  const asked = [lineageOf(articleId), lineageOf(articleId), lineageOf(articleId)]
  expect(new Set(await Promise.all(asked)).size).toBe(1)
})

test('who brings words from before a restore gets no pass, and hears the new lineage', async () => {
  const { id: articleId } = await anArticle(lena)
  const device = await signedIn(lena)
  const old = await lineageOf(articleId)
  await makePass({ ...device, articleId, lineage: old })
  const lineage = await beginAnew(articleId)
  const refused = await makePass({ ...device, articleId, lineage: old }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
  expect(refused).toMatchObject({ refusal: { code: 'room-restored', values: { lineage } } })
  await expect(makePass({ ...device, articleId, lineage })).resolves.toBeTruthy()
})

test('a pass from before a restore admits nobody to what was restored', async () => {
  const { id: articleId } = await anArticle(lena)
  const { token, document } = await makePass({ ...(await signedIn(lena)), articleId })
  expect(await checkPass(token, document)).toMatchObject({ articleId })
  await beginAnew(articleId)
  expect(await checkPass(token, document)).toBeNull()
})

test('words from before a restore stay out although their window comes back', async () => {
  const { id: articleId } = await anArticle(lena)
  const device = await signedIn(lena)
  const lineage = await lineageOf(articleId)
  const refusals: unknown[] = []
  const stale = await enter({
    server,
    articleId,
    askForPass: () =>
      makePass({ ...device, articleId, lineage }).then(
        ({ token }) => token,
        (error) => {
          refusals.push(error)
          throw error
        },
      ),
  })
  await beginAnew(articleId)
  stale.provider.configuration.websocketProvider.webSocket?.close()
  const lost = mark(stale.doc)
  await until(() => refusals.length > 0, 'the refusal')
  const fresh = await enter({ server, device, articleId })
  mark(fresh.doc)
  await fresh.kept()
  expect(hasClaim(fresh.doc, lost)).toBe(false)
  expect((await readRoomClaims(articleId)).map(({ id }) => id)).not.toContain(lost)
})
