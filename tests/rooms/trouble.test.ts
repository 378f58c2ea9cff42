import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pool } from '../../db/client'
import { claims } from '../../db/schema'
import { setValue } from '../../server/room/doc/claim-values'
import { documentOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { endSession } from '../../server/session/end-sessions'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { hasClaim, mark } from './marking'

const db = await freshDatabase()
const server = await aRoomServer()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('reviewer')]

// The pool of the test breaks, too; what breaks there is not what is tested.
pool().on('error', () => {})

/** Ends every other connection to the database, as a restart of Postgres does. */
async function breakConnections() {
  await pool().query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
}

test('while the database refuses, nothing is confirmed; afterwards all is there', async () => {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  await browser.kept()
  await db.execute(
    sql`alter table room_updates add constraint refuses check (document <> ${sql.raw(`'${documentOf(articleId)}'`)}) not valid`,
  )
  const ids = Array.from({ length: 20 }, () => mark(browser.doc))
  const receipt = browser.kept()
  await until(
    () => browser.news.some(({ type, isWell }) => type === 'storage' && isWell === false),
    'the notice',
  )
  expect(browser.news.filter(({ type }) => type === 'kept')).toHaveLength(1)
  expect(await readRoomClaims(articleId)).toEqual([])
  await db.execute(sql`alter table room_updates drop constraint refuses`)
  await receipt
  expect(browser.news.some(({ type, isWell }) => type === 'storage' && isWell === true)).toBe(true)
  expect((await readRoomClaims(articleId)).map(({ id }) => id).sort()).toEqual(ids.sort())
})

test('a claim that cannot be written to its table holds up no other, and comes later', async () => {
  const { id: articleId } = await anArticle(lena)
  const browser = await enter({ server, device: await signedIn(lena), articleId })
  await db.execute(sql`alter table claims add constraint refuses check (speaker <> 'nobody') not valid`)
  const [refused, other] = [mark(browser.doc), mark(browser.doc)]
  setValue(browser.doc, refused, 'speaker', 'nobody')
  setValue(browser.doc, other, 'speaker', 'somebody')
  const speakerOf = async (id: string) =>
    (await db.select().from(claims).where(eq(claims.id, id)))[0]?.speaker
  await until(async () => (await speakerOf(other)) === 'somebody', 'the row of the other claim')
  expect(await speakerOf(refused)).not.toBe('nobody')
  await db.execute(sql`alter table claims drop constraint refuses`)
  await until(async () => (await speakerOf(refused)) === 'nobody', 'the row that was refused')
})

test('connections that break while people write lose and double nothing', async () => {
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  const other = await enter({ server, device: await signedIn(idris), articleId })
  const ids: string[] = []
  for (let round = 0; round < 5; round++) {
    for (let count = 0; count < 10; count++) ids.push(mark(one.doc), mark(other.doc))
    await breakConnections()
    await Promise.all([one.kept(), other.kept()])
  }
  expect((await readRoomClaims(articleId)).map(({ id }) => id).sort()).toEqual(ids.sort())
  await until(() => ids.every((id) => hasClaim(one.doc, id) && hasClaim(other.doc, id)), 'both screens')
})

test('a session that ends while nobody can tell the rooms is out as soon as they hear again', async () => {
  const { id: articleId } = await anArticle(lena)
  const device = await signedIn(lena)
  const browser = await enter({ server, device, articleId })
  // Ended without a word, as if the word had been lost with the connection.
  await db.execute(sql`update sessions set ended_at = now() where id = ${device.sessionId}`)
  await breakConnections()
  await until(() => browser.closed.some(({ code }) => code === 4401), 'the connection to end')
})

test('after the line for news has broken, news come again', async () => {
  const { id: articleId } = await anArticle(lena)
  const device = await signedIn(lena)
  const browser = await enter({ server, device, articleId })
  await breakConnections()
  await until(isListening, 'the line for news to come back')
  await endSession(device.sessionId)
  await until(() => browser.closed.some(({ code }) => code === 4401), 'the connection to end')
})

async function isListening(): Promise<boolean> {
  const lines = await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and application_name like '%listens'`,
  )
  return lines.rows.length > 0
}
