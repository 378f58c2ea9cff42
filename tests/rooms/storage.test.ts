import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { documentOf, textOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { freshDatabase } from '../database'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, type Browser, enter, open, signedIn, until } from './browser'
import { mark } from './marking'

const db = await freshDatabase()
const [lena, idris] = [await onDesk('reviewer'), await onDesk('reviewer')]
const megabyte = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'proofroom-disk-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a browser was last told about the storage. */
const isWell = ({ news }: Browser) => news.findLast(({ type }) => type === 'storage')?.isWell

test('who comes into a room that cannot be written is told at once', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  await one.kept()
  const document = sql.raw(`'${documentOf(articleId)}'`)
  await db.execute(
    sql`alter table room_updates add constraint refuses check (document <> ${document}) not valid`,
  )
  const id = mark(one.doc)
  await until(() => isWell(one) === false, 'the notice')
  // What is shown to newcomers has to be on disk, too: this one waits for the document.
  const other = open({ server, device: await signedIn(idris), articleId })
  await until(() => isWell(other) === false, 'the notice for the newcomer')
  await db.execute(sql`alter table room_updates drop constraint refuses`)
  await until(() => isWell(one) === true && isWell(other) === true, 'the all-clear')
  await one.kept()
  expect((await readRoomClaims(articleId)).map((claim) => claim.id)).toEqual([id])
})

test('a database that stays away closes a writer’s line only when much waits, and loses nothing', async () => {
  const server = await aRoomServer()
  const { id: articleId } = await anArticle(lena)
  const writer = await enter({ server, device: await signedIn(lena), articleId })
  const reader = await enter({ server, device: await signedIn(idris), articleId })
  const id = mark(writer.doc)
  await writer.kept()
  const statement = textOf(writer.doc, 'statement', id)
  const document = sql.raw(`'${documentOf(articleId)}'`)
  await db.execute(
    sql`alter table room_updates add constraint away check (document <> ${document}) not valid`,
  )
  const paste = () => statement.insert(0, 'A long report. '.repeat(4_000))
  for (let times = 0; times < 100; times++) paste()
  await until(() => isWell(writer) === false, 'the notice')
  // Six megabytes wait, and the line holds.
  expect(writer.closed).toEqual([])
  for (let times = 0; times < 60; times++) paste()
  await until(() => writer.closed.length > 0, 'the line to be closed')
  expect(writer.closed[0]).toEqual({ code: 4503, reason: 'storage' })
  expect(reader.closed).toEqual([])
  await db.execute(sql`alter table room_updates drop constraint away`)
  await writer.kept()
  const kept = (await readRoomClaims(articleId)).find((claim) => claim.id === id)
  expect(kept?.statement).toBe(statement.toString())
}, 60_000)

test('rooms say before the disk is full that they can only be read, and recover by themselves', async () => {
  // A real disk, on which all but 100 MB are taken to be the reserve.
  const { bavail, bsize } = await statfs(folder)
  const disk = { folder, reserve: bavail * bsize - 100 * megabyte, every: 50 }
  const server = await aRoomServer({ disk })
  const { id: articleId } = await anArticle(lena)
  const one = await enter({ server, device: await signedIn(lena), articleId })
  await one.kept()
  expect(isWell(one)).toBeUndefined()
  const file = join(folder, 'large')
  writeFileSync(file, Buffer.alloc(200 * megabyte, 1))
  await until(() => isWell(one) === false, 'the notice')
  const other = await enter({ server, device: await signedIn(idris), articleId })
  await until(() => isWell(other) === false, 'the notice for the newcomer')
  // What was on its way is not dropped.
  const id = mark(one.doc)
  await one.kept()
  expect((await readRoomClaims(articleId)).map((claim) => claim.id)).toEqual([id])
  rmSync(file)
  await until(() => isWell(one) === true && isWell(other) === true, 'the all-clear')
})
