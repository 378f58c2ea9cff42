import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Embedded, startEmbedded } from '../db/embedded/start-embedded'
import { migrate } from '../db/migrate'
import { buildWorkers } from '../server/command/build-workers.mjs'
import { addressOf, asAdmin, waitForNoDisk } from './admin'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server that databases may be made on. */
    adminUrl: string
    /** What the names of this run's databases begin with. */
    prefix: string
  }
}

export type Cluster = { adminUrl: string; prefix: string; stop: () => Promise<void> }

// The projects of one run share one cluster, though each loads this file for itself.
const place = Symbol.for('proofroom.tests.cluster')
type Shared = { cluster: Promise<Cluster>; workers: Promise<void>; users: number }

/**
 * Vitest's global set-up: one cluster a run, with a migrated template to copy databases from, and the threads of the
 * sources as they are now.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared: Shared = Reflect.get(globalThis, place) ?? {
    cluster: startCluster(),
    workers: buildWorkers(process.cwd()),
    users: 0,
  }
  Reflect.set(globalThis, place, shared)
  shared.users += 1
  const { adminUrl, prefix, stop } = await shared.cluster
  await shared.workers
  project.provide('adminUrl', adminUrl)
  project.provide('prefix', prefix)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    Reflect.deleteProperty(globalThis, place)
    await stop()
  }
}

/** On TEST_DATABASE_URL, whose own database is never touched, else on a Postgres in a temporary folder. */
export async function startCluster(): Promise<Cluster> {
  // An empty one means the built-in Postgres, as `npm test` asks for it first.
  const given = process.env.TEST_DATABASE_URL || null
  const embedded = given ? null : await startTemporary()
  const adminUrl = given ?? embedded?.url
  if (!adminUrl) throw new Error('there is no Postgres to test on')
  const prefix = `proofroom_test_${randomBytes(4).toString('hex')}`
  await makeTemplate(adminUrl, `${prefix}_template`)
  return {
    adminUrl,
    prefix,
    async stop() {
      if (embedded) await embedded.stop()
      else await dropAll(adminUrl, prefix)
    },
  }
}

async function startTemporary(): Promise<Embedded> {
  const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-tests-'))
  const embedded = await startEmbedded(dataDir, 'tests')
  await waitForNoDisk(embedded.url)
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await asAdmin(adminUrl, `create database ${template} template template0 encoding 'UTF8'`)
  const pool = new pg.Pool({ connectionString: addressOf(adminUrl, template), max: 1 })
  try {
    await migrate(pool)
  } finally {
    await pool.end()
  }
}

async function dropAll(adminUrl: string, prefix: string): Promise<void> {
  const { rows } = await asAdmin(adminUrl, `select datname from pg_database where datname like '${prefix}%'`)
  for (const { datname } of rows) await asAdmin(adminUrl, `drop database "${datname}" with (force)`)
}
