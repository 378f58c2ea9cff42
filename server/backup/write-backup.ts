import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pool } from '../../db/client'
import { openEvidence } from '../source/store/keep-bytes'
import type { End, EvidenceFile, Head, Sum, Table } from './manifest'

/** Bytes of a file that are read back at once. */
const inOneChunk = 64 * 1024

/** What went into a backup. */
export type Written = { tables: number; rows: number; bytes: number; files: number; missing: string[] }

/**
 * Writes everything the database keeps, and the evidence that it names, into one file, as it is at one moment, while people work. The file comes into
 * being whole or not at all, readable by its owner alone: it holds passwords' hashes and keys. Refuses to overwrite.
 */
export async function writeBackup(path: string): Promise<Written> {
  if (existsSync(path)) throw new Error(`${path} is there already. Name a file that is not.`)
  const half = `${path}.part-${process.pid}`
  const client = await pool().connect()
  const written: Written = { tables: 0, rows: 0, bytes: 0, files: 0, missing: [] }
  try {
    await client.query('begin isolation level repeatable read read only')
    const parts = Readable.from(contentOf(client, written), { objectMode: false })
    await pipeline(parts, createGzip({ level: 6 }), createWriteStream(half, { mode: 0o600, flags: 'wx' }))
    await onDisk(half)
    await rename(half, path)
    return written
  } finally {
    await rm(half, { force: true })
    // The connection read one moment; nothing of it is to be kept.
    client.release(true)
  }
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync()
  await file.close()
}

async function* contentOf(client: pg.PoolClient, written: Written): AsyncGenerator<Buffer> {
  yield line(await readHead(client))
  const tables = await readTables(client)
  for (const table of tables) {
    yield line(table)
    yield* rowsOf(client, table, written)
  }
  written.tables = tables.length
  yield* evidenceOf(client, written)
  const end: End = { tables: tables.length, files: written.files }
  yield line(end)
}

/** The bytes of all evidence that the rows name; what is missing or was altered is named, and stops no backup. */
async function* evidenceOf(client: pg.PoolClient, written: Written): AsyncGenerator<Buffer> {
  const { rows } = await client.query<{ sha256: string }>(
    'select distinct sha256 from snapshots order by sha256',
  )
  const store = openEvidence()
  for (const { sha256 } of rows) {
    const found = await store.get(sha256)
    if (!('bytes' in found)) {
      written.missing.push(sha256)
      continue
    }
    const file: EvidenceFile = { evidence: sha256 }
    yield line(file)
    const { bytes } = found
    for (let from = 0; from < bytes.length; from += inOneChunk) {
      const chunk = bytes.subarray(from, from + inOneChunk)
      yield Buffer.from(`${chunk.length}\n`)
      yield chunk
    }
    yield Buffer.from('0\n')
    const sum: Sum = { bytes: bytes.length, sha256 }
    yield line(sum)
    written.files += 1
    written.bytes += bytes.length
  }
}

async function* rowsOf(
  client: pg.PoolClient,
  { table, columns }: Table,
  written: Written,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  const rows = client.query(
    copyTo(`copy "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) to stdout`),
  )
  let bytes = 0
  for await (const chunk of rows) {
    hash.update(chunk)
    bytes += chunk.length
    yield Buffer.from(`${chunk.length}\n`)
    yield chunk
  }
  written.rows += rows.rowCount ?? 0
  written.bytes += bytes
  yield Buffer.from('0\n')
  const sum: Sum = { bytes, sha256: hash.digest('hex') }
  yield line(sum)
}

async function readHead(client: pg.PoolClient): Promise<Head> {
  const { rows: levels } = await client.query(
    'select max(created_at) as level from drizzle.__drizzle_migrations',
  )
  const { rows: sequences } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
      where schemaname = 'public' and last_value is not null`,
  )
  return {
    proofroom: 'backup',
    format: 1,
    madeAt: new Date().toISOString(),
    level: Number(levels[0]?.level ?? 0),
    sequences: Object.fromEntries(sequences.map(({ name, last }) => [name, last])),
  }
}

/** All tables with their columns, each after those it refers to. */
async function readTables(client: pg.PoolClient): Promise<Table[]> {
  const { rows: columns } = await client.query<{ table: string; columns: string[] }>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by c.relname`,
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select f.relname as from, t.relname as to from pg_constraint k
      join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`,
  )
  const sorted: Table[] = []
  while (sorted.length < columns.length) {
    const done = new Set(sorted.map(({ table }) => table))
    const next = columns.filter(
      ({ table }) => !done.has(table) && references.every(({ from, to }) => from !== table || done.has(to)),
    )
    if (next.length === 0) throw new Error('two tables refer to each other: neither can be restored first')
    sorted.push(...next)
  }
  return sorted
}

function line(content: Head | Table | EvidenceFile | Sum | End): Buffer {
  return Buffer.from(`${JSON.stringify(content)}\n`)
}
