import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeDatabase, db, openDatabase, pool } from '../../db/client'
import { migrate } from '../../db/migrate'
import { mails } from '../../db/schema'
import { restoreBackup } from '../../server/backup/restore-backup'
import { writeBackup } from '../../server/backup/write-backup'
import { readDeleted } from '../../server/deleted/read-deleted'
import { removeArticle } from '../../server/deleted/remove-article'
import { keepMail } from '../../server/mail/keep-mail'
import { setText } from '../../server/room/doc/claim-values'
import { documentOf } from '../../server/room/doc/room-doc'
import { setSourceDeleted } from '../../server/room/doc/source-values'
import { readRoom } from '../../server/room/kept/read-room'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { startSession } from '../../server/session/sign-in'
import { addressOf, asAdmin } from '../admin'
import { databaseUrl, freshDatabase } from '../database'
import { aClaim, anArticle } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { writeClaim } from '../write-claim'

await freshDatabase()
const home = databaseUrl()
const folder = mkdtempSync(join(tmpdir(), 'proofroom-backup-'))
const elsewhere: string[] = []
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await returnHome()
  for (const name of elsewhere) await asAdmin(home, `drop database "${name}" with (force)`)
})

const room = await aNewsroom()
const claim = aClaim()
await published(room, claim)
await writeInRoom(room.article.id, room.author, (doc) => setText(doc, 'statement', claim.id, 'As it was.'))
const checked = aClaim()
await writeInRoom(room.article.id, room.author, (doc) => writeClaim(doc, checked, room.article.text))
await writeInRoom(room.article.id, room.author, (doc) =>
  setSourceDeleted(doc, checked.sources[0]?.id ?? '', '2026-03-06T08:00:00Z'),
)
await removeArticle({ member: room.editor, articleId: (await anArticle(room.author)).id })
await startSession(room.author.personId)
const backup = join(folder, 'desk.backup')
const before = await everything()
await writeBackup(backup)

test('a wiped database has after a restore every row it had, in rooms and in the log', async () => {
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(backup, { mayReplace: false })
    expect(await everything()).toEqual(before)
  })
})

test('what was deleted is in the list of deleted things after a restore, with who and when', async () => {
  const { things } = await readDeleted(room.editor, null)
  expect(things.map(({ kind }) => kind)).toEqual(['article', 'source'])
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(backup, { mayReplace: false })
    expect((await readDeleted(room.editor, null)).things).toEqual(things)
  })
})

test('a restore into an empty database needs nothing there beforehand', async () => {
  await inNewDatabase(async () => {
    await migrate(pool())
    const { tables } = await restoreBackup(backup, { mayReplace: false })
    expect(tables).toBe(Object.keys(before).length)
  })
})

test('numbers go on where they were', async () => {
  const last = async () =>
    (await db().execute(sql`select nextval('claim_numbers_number_seq') as n`)).rows[0]?.n
  const here = Number(await last())
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(backup, { mayReplace: false })
    expect(Number(await last())).toBe(here)
  })
})

test('a restored room has a new lineage, and nobody is signed in', async () => {
  const lineages = async () => (await db().execute(sql`select lineage from rooms order by document`)).rows
  const here = await lineages()
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(backup, { mayReplace: false })
    expect(await lineages()).not.toEqual(here)
    const live = await db().execute(sql`select 1 from sessions where ended_at is null`)
    expect(live.rows).toEqual([])
  })
})

test('mail that waited when a copy was made is not sent after a restore', async () => {
  const path = join(folder, 'mail.backup')
  const mail = { key: 'waits', to: 'a@b.example', subject: 'Hello', text: 'A link.', html: null }
  await db().transaction((tx) => keepMail(tx, mail))
  await writeBackup(path)
  await db().delete(mails)
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(path, { mayReplace: false })
    const [kept] = await db().select().from(mails)
    expect(kept).toMatchObject({ key: 'waits', text: '', dueAt: null, sentAt: null })
  })
})

test('what is published cannot be changed after a restore either', async () => {
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(backup, { mayReplace: false })
    await expect(pool().query('delete from publications')).rejects.toThrow(/only added/)
  })
})

test('a database with a desk in it is replaced only when that was said', async () => {
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(backup, { mayReplace: false })
    await expect(restoreBackup(backup, { mayReplace: false })).rejects.toThrow(/--replace/)
    await restoreBackup(backup, { mayReplace: true })
    expect(await everything()).toEqual(before)
  })
})

test('a backup that is cut short, altered or something else is refused before anything is touched', async () => {
  const whole = readFileSync(backup)
  const content = gunzipSync(whole).toString('latin1')
  const altered = content.replace('largest relief package', 'largest belief package')
  const spoilt = {
    cut: whole.subarray(0, whole.length - 40),
    shortened: gzipSync(Buffer.from(content.slice(0, -30), 'latin1')),
    altered: gzipSync(Buffer.from(altered, 'latin1')),
    other: gzipSync('{"something":"else"}\n'),
    plain: Buffer.from('no backup at all'),
  }
  expect(altered).not.toBe(content)
  for (const [name, bytes] of Object.entries(spoilt)) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    await expect(restoreBackup(path, { mayReplace: true })).rejects.toThrow(
      /cut short or was altered|no backup/,
    )
  }
  expect(await everything()).toEqual(before)
})

test('a newer version’s backup is refused', async () => {
  const content = gunzipSync(readFileSync(backup)).toString('latin1')
  const path = join(folder, 'newer')
  writeFileSync(
    path,
    gzipSync(Buffer.from(content.replace(/"level":\d+/, '"level":9999999999999'), 'latin1')),
  )
  await expect(restoreBackup(path, { mayReplace: true })).rejects.toThrow(/newer version/)
})

test('a database that a server uses is left alone', async () => {
  const { default: pg } = await import('pg')
  const other = new pg.Client({ connectionString: home, application_name: 'proofroom 1' })
  await other.connect()
  try {
    await expect(restoreBackup(backup, { mayReplace: true })).rejects.toThrow(/Stop it first/)
  } finally {
    await other.end()
  }
})

test('a backup is its owner’s alone, and overwrites nothing', async () => {
  expect(statSync(backup).mode & 0o777).toBe(0o600)
  await expect(writeBackup(backup)).rejects.toThrow(/is there already/)
})

test('what is written while a backup is made is in it whole or not at all', async () => {
  const path = join(folder, 'busy.backup')
  const writing = (async () => {
    for (let n = 0; n < 20; n++)
      await writeInRoom(room.article.id, room.author, (doc) =>
        setText(doc, 'statement', claim.id, `Version ${n}.`),
      )
  })()
  await writeBackup(path)
  await writing
  await inNewDatabase(async () => {
    await migrate(pool())
    await restoreBackup(path, { mayReplace: false })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await readRoom(documentOf(room.article.id)))
    expect(doc.store.pendingStructs).toBeNull()
    const { rows } = await db().execute(
      sql`select count(*)::int as n, max(sequence)::int as last from room_updates where document = ${documentOf(room.article.id)}`,
    )
    expect(rows[0]?.n).toBe(rows[0]?.last)
  })
})

/** Every row of every table but what a restore is meant to change. */
async function everything(): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool().query(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await pool().query(
      `select (to_jsonb(t) - 'lineage' - 'fence' - 'ended_at')::text as row from "${name}" t order by 1`,
    )
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

async function inNewDatabase(work: () => Promise<void>): Promise<void> {
  const name = `${new URL(home).pathname.slice(1)}_r${elsewhere.length}`
  await asAdmin(home, `create database "${name}" template template0 encoding 'UTF8'`)
  elsewhere.push(name)
  await closeDatabase()
  openDatabase(addressOf(home, name))
  try {
    await work()
  } finally {
    await returnHome()
  }
}

async function returnHome(): Promise<void> {
  await closeDatabase()
  openDatabase(home)
}
