import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { closeDatabase, type Database, db, openDatabase } from '../db/client'
import { addressOf, asAdmin } from './admin'

let current: string | null = null

/**
 * Gives the test file an empty migrated database of its own and opens it as the process's pool, so that acts use
 * it; it is closed and dropped at the end. Call it once, at the top of the file: `const db = await freshDatabase()`.
 */
export async function freshDatabase(): Promise<Database> {
  const url = await makeDatabase()
  openDatabase(url)
  current = url
  afterAll(async () => {
    await closeDatabase()
    await dropDatabase(url)
  })
  return db()
}

/** The address of this file's database, for a second process or a pool of its own. */
export function databaseUrl(): string {
  if (!current) throw new Error('call freshDatabase() first')
  return current
}

async function makeDatabase(): Promise<string> {
  const adminUrl = inject('adminUrl')
  const prefix = inject('prefix')
  const name = `${prefix}_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template ${prefix}_template`)
  // The disk is waited for by nobody here, whichever Postgres it is on.
  await asAdmin(adminUrl, `alter database ${name} set synchronous_commit = off`)
  return addressOf(adminUrl, name)
}

async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await asAdmin(inject('adminUrl'), `drop database ${name} with (force)`)
}

/** Does something while nobody answers at the database's address, and opens it again. */
export async function whileAway<T>(act: () => Promise<T>): Promise<T> {
  const url = databaseUrl()
  await closeDatabase()
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  try {
    return await act()
  } finally {
    await closeDatabase()
    openDatabase(url)
  }
}
