import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { roomClients } from '../../db/schema'
import { setTopic } from '../../server/room/doc/claim-values'
import { documentOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { whoWrote } from '../../server/room/kept/who-wrote'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { mark } from './marking'

const db = await freshDatabase()
const [lena, maren] = [await onDesk('reviewer'), await onDesk('admin')]
const [first, second] = [await aRoomServer(), await aRoomServer()]

test('what a rule writes is seen by those in the room, kept, and makes nobody an author', async () => {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server: first, device: await signedIn(lena), articleId })
  const claimId = mark(browser.doc)
  await browser.kept()
  const give = (topic: string) => (doc: typeof browser.doc) => setTopic(doc, claimId, topic, true)
  // The other process has nothing to write in.
  expect(await second.rooms.writeByRule(articleId, maren, give('dams'))).toBe(false)
  expect(await first.rooms.writeByRule(articleId, maren, give('dams'))).toBe(true)
  expect(await first.rooms.writeByRule(articleId, lena, give('floods'))).toBe(true)
  const topicsKept = async () => (await readRoomClaims(articleId)).find(({ id }) => id === claimId)?.topics
  expect(await topicsKept()).toEqual(['dams', 'floods'])
  await until(
    () => browser.doc.getMap(`claim:${claimId}`).get('topic:floods') === true,
    'the topic on screen',
  )
  expect(await whoWrote(claimId)).toEqual([lena.id])
  const clients = await db
    .select()
    .from(roomClients)
    .where(eq(roomClients.document, documentOf(articleId)))
  expect(clients.map(({ memberId }) => memberId).toSorted()).toEqual([lena.id, lena.id, maren.id].toSorted())
  browser.leave()
  await until(() => second.rooms.writeByRule(articleId, maren, give('later')), 'the room to be free')
  expect(await topicsKept()).toEqual(['dams', 'floods', 'later'])
})
