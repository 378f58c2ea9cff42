import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { cut } from '../../db/away/pulse'
import { closeDatabase, db as dbNow, openDatabase, pool } from '../../db/client'
import { migrate } from '../../db/migrate'
import { databaseUrl, freshDatabase } from '../database'

const db = await freshDatabase()

test('a fresh database has every table and no row', async () => {
  const { rows } = await db.execute(sql`select count(*)::int as people from people`)
  expect(rows).toEqual([{ people: 0 }])
})

test('what acts use and what the test holds is the same database', async () => {
  const { rows } = await pool().query('select current_database() as name')
  expect(databaseUrl()).toContain(rows[0].name)
})

test('migrating a second time, and twice at once, changes nothing', async () => {
  const applied = () => pool().query('select count(*)::int as n from drizzle.__drizzle_migrations')
  const before = (await applied()).rows
  await Promise.all([migrate(pool()), migrate(pool())])
  expect((await applied()).rows).toEqual(before)
})

test('text is kept in UTF-8 and folds its case beyond ASCII', async () => {
  const { rows } = await pool().query(
    "select lower('ÄÖÜ Ř') as text, current_setting('server_encoding') as encoding",
  )
  expect(rows).toEqual([{ text: 'äöü ř', encoding: 'UTF8' }])
})

test('a connection that breaks as a transaction begins is not kept from those who come after', async () => {
  await closeDatabase()
  const only = openDatabase(databaseUrl(), { max: 1 })
  const begin = () => dbNow().transaction((tx) => tx.execute(sql`select 1`))
  only.once('acquire', cut)
  await expect(begin()).rejects.toThrow()
  // With the one connection gone for good, this would wait until it is refused.
  await begin()
  expect([only.totalCount, only.idleCount]).toEqual([1, 1])
  await closeDatabase()
  openDatabase(databaseUrl())
})
