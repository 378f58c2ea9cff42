import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type pg from 'pg'
import { db, pool } from '../db/client'
import { keys } from '../db/schema'

// A key never changes once it is made, so a process asks for each one only once.
const known = new WeakMap<pg.Pool, Map<string, string>>()

/** A secret of this installation by name, made at its first use, once, however many ask at the same time. */
export async function readKey(name: string, make: () => string = longSecret): Promise<string> {
  const onPool = known.get(pool()) ?? new Map<string, string>()
  known.set(pool(), onPool)
  const value = onPool.get(name) ?? (await readOrMake(name, make))
  onPool.set(name, value)
  return value
}

async function readOrMake(name: string, make: () => string): Promise<string> {
  await db().insert(keys).values({ name, value: make() }).onConflictDoNothing()
  const [row] = await db().select().from(keys).where(eq(keys.name, name))
  if (!row) throw new Error(`the key ${name} was made and is not there`)
  return row.value
}

function longSecret(): string {
  return randomBytes(32).toString('base64url')
}
