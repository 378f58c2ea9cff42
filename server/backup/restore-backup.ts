import { pipeline } from 'node:stream/promises'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { pool } from '../../db/client'
import { migrationsFolder } from '../../db/migrate'
import { openEvidence } from '../source/store/keep-bytes'
import type { Head } from './manifest'
import { readBackup, readWhole } from './read-backup'

export type Restored = { tables: number; madeAt: string }

/**
 * Puts a backup in the place of everything the database keeps, in one transaction: whole, or nothing is changed. An
 * older version's backup is brought to today's schema. Every room gets a new lineage, so that copies from after the
 * backup overwrite nothing, everybody signs in again, and mail that waited then is not sent.
 * Refuses a database that is in use by a server, one with a desk in it unless it may be replaced, and a file that is
 * cut short, altered or newer than this version.
 */
export async function restoreBackup(
  path: string,
  { mayReplace }: { mayReplace: boolean },
): Promise<Restored> {
  const head = await readWhole(path)
  const migrations = readMigrationFiles({ migrationsFolder })
  if (!migrations.some(({ folderMillis }) => folderMillis === head.level))
    throw new Error('The backup was made by a newer version of Proofroom. Restore it with that version.')
  const client = await pool().connect()
  try {
    await refuseInUse(client)
    if (!mayReplace) await refuseFilled(client)
    await client.query('begin')
    await clear(client)
    const isOld = ({ folderMillis }: (typeof migrations)[number]) => folderMillis <= head.level
    for (const migration of migrations.filter(isOld)) await apply(client, migration)
    const tables = await fill(client, path)
    await setSequences(client, head)
    for (const migration of migrations.filter((migration) => !isOld(migration)))
      await apply(client, migration)
    await beginAnew(client)
    await client.query('commit')
    return { tables, madeAt: head.madeAt }
  } finally {
    // Closing the connection takes back whatever was not committed.
    client.release(true)
  }
}

async function refuseInUse(client: pg.PoolClient): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database()
      and application_name like 'proofroom %' and split_part(application_name, ' ', 2) <> $1`,
    [String(process.pid)],
  )
  if (rowCount) throw new Error('Proofroom is running on this database. Stop it first, then restore.')
}

async function refuseFilled(client: pg.PoolClient): Promise<void> {
  const { rowCount } = await client.query('select from desks limit 1')
  if (rowCount)
    throw new Error(
      'This database has a desk already. Add --replace to put the backup in place of everything in it.',
    )
}

/** Removes our tables, sequences and functions; what an extension brought stays. */
async function clear(client: pg.PoolClient): Promise<void> {
  await client.query(`
    do $$ declare thing record; begin
      for thing in select format('drop table if exists public.%I cascade', relname) as act from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and not exists (
          select from pg_depend where objid = pg_class.oid and deptype = 'e') loop execute thing.act; end loop;
      for thing in select format('drop sequence if exists public.%I cascade', relname) as act from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'S' and not exists (
          select from pg_depend where objid = pg_class.oid and deptype = 'e') loop execute thing.act; end loop;
      for thing in select format('drop function if exists %s cascade', oid::regprocedure) as act from pg_proc
        where pronamespace = 'public'::regnamespace and not exists (
          select from pg_depend where objid = pg_proc.oid and deptype = 'e') loop execute thing.act; end loop;
    end $$;
    delete from drizzle.__drizzle_migrations`)
}

/** Makes one step of the schema, and notes it as drizzle's own migrator does. */
async function apply(
  client: pg.PoolClient,
  migration: ReturnType<typeof readMigrationFiles>[number],
): Promise<void> {
  for (const statement of migration.sql) await client.query(statement)
  await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    migration.hash,
    migration.folderMillis,
  ])
}

async function fill(client: pg.PoolClient, path: string): Promise<number> {
  const { parts } = await readBackup(path)
  let count = 0
  for await (const { rows, ...part } of parts) {
    if ('evidence' in part) {
      // By its hash it overwrites nothing, and does no harm where the rest is taken back.
      const chunks: Buffer[] = []
      for await (const chunk of rows) chunks.push(chunk)
      await openEvidence().put(Buffer.concat(chunks))
      continue
    }
    const { table } = part
    const name = client.escapeIdentifier(table.table)
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ')
    // What triggers keep of these rows is in the backup, too.
    await client.query(`alter table ${name} disable trigger user`)
    await pipeline(rows, client.query(copyFrom(`copy ${name} (${columns}) from stdin`)))
    count += 1
  }
  await client.query(`
    do $$ declare name text; begin
      for name in select distinct tgrelid::regclass from pg_trigger where not tgisinternal and tgenabled = 'D'
        loop execute format('alter table %s enable trigger user', name); end loop;
    end $$`)
  return count
}

async function setSequences(client: pg.PoolClient, { sequences }: Head): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2::bigint)', [client.escapeIdentifier(name), last])
}

async function beginAnew(client: pg.PoolClient): Promise<void> {
  // Whoever was at work when the backup was made holds nothing here.
  await client.query('delete from processes')
  await client.query('update rooms set lineage = gen_random_uuid(), fence = fence + 1')
  // Those that were at work when the backup was made hold nothing any more.
  await client.query('delete from processes')
  await client.query('update sessions set ended_at = now() where ended_at is null')
  // What waited then was sent since, or is no longer true.
  await client.query(
    "update mails set due_at = null, subject = '', text = '', html = null where sent_at is null",
  )
  await client.query('update deliveries set due_at = null where due_at is not null')
  await client.query('delete from rule_firings where done_at is null')
}
