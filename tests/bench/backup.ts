import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase, openDatabase, pool } from '../../db/client'
import { migrate } from '../../db/migrate'
import { restoreBackup } from '../../server/backup/restore-backup'
import { writeBackup } from '../../server/backup/write-backup'
import { addressOf, asAdmin } from '../admin'
import { type Figure, rounded } from './figures'
import type { Newsroom } from './newsroom'

/** Backing up all that the other benchmarks left in the database, and restoring it into an empty one beside it. */
export async function measureBackup({ databaseUrl }: Newsroom): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-bench-'))
  const path = join(folder, 'desk.backup')
  const restored = 'proofroom_bench_restored'
  try {
    const begun = performance.now()
    const { rows } = await writeBackup(path)
    const backed = performance.now()
    await asAdmin(databaseUrl, `create database ${restored} template template0 encoding 'UTF8'`)
    await closeDatabase()
    openDatabase(addressOf(databaseUrl, restored))
    await migrate(pool())
    const ready = performance.now()
    await restoreBackup(path, { mayReplace: false })
    const done = performance.now()
    const note = `${rows} rows, a file of ${rounded(statSync(path).size / 1024 / 1024)} MB`
    return [
      { name: 'backupSeconds', value: rounded((backed - begun) / 1000), unit: 's', note },
      { name: 'restoreSeconds', value: rounded((done - ready) / 1000), unit: 's', note: 'the same file' },
    ]
  } finally {
    await closeDatabase()
    openDatabase(databaseUrl)
    await asAdmin(databaseUrl, `drop database if exists ${restored} with (force)`)
    rmSync(folder, { recursive: true, force: true })
  }
}
