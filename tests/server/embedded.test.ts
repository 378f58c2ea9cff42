import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asPostgres } from '../../db/embedded/binaries'
import { isAlive, readPostmaster } from '../../db/embedded/postmaster'
import { giveToPostgres } from '../../db/embedded/prepare-place'
import { joinEmbedded, startEmbedded } from '../../db/embedded/start-embedded'

let dataDir = ''
const cluster = () => join(dataDir, 'postgres')

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'proofroom-embedded-'))
})

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

describe.skipIf(Boolean(process.env.TEST_DATABASE_URL))('the built-in Postgres', () => {
  test('what was written before a stop is there after the next start', async () => {
    const first = await startEmbedded(dataDir)
    await ask(first.url, "create table notes as select 'kept' as word")
    await first.stop()
    const second = await startEmbedded(dataDir)
    expect(await ask(second.url, 'select word from notes')).toEqual([{ word: 'kept' }])
    await second.stop()
  })

  test('it writes to disk before it says done, and survives a power cut', async () => {
    const running = await startEmbedded(dataDir)
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes']
    const rows = await ask(
      running.url,
      `select name, setting from pg_settings where name in ('${settings.join("', '")}') order by name`,
    )
    expect(rows).toEqual(settings.toSorted().map((name) => ({ name, setting: 'on' })))
    await running.stop()
  })

  test('it listens on no network', async () => {
    const running = await startEmbedded(dataDir)
    expect(await ask(running.url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }])
    await running.stop()
  })

  test('nothing runs and no socket is left after a stop', async () => {
    const running = await startEmbedded(dataDir)
    const lock = readPostmaster(cluster())
    const socketDir = readFileSync(join(dataDir, 'socket'), 'utf8')
    await running.stop()
    expect(lock && isAlive(lock, cluster())).toBe(false)
    expect(() => readFileSync(socketDir)).toThrow(/ENOENT/)
  })

  test('a second start on the same data names the process that has it', async () => {
    const running = await startEmbedded(dataDir)
    await expect(startEmbedded(dataDir)).rejects.toThrow(`(process ${process.pid})`)
    await running.stop()
  })

  test('a command joins a running server and leaves it running', async () => {
    const running = await startEmbedded(dataDir)
    const joined = await joinEmbedded(dataDir)
    expect(joined.url).toBe(running.url)
    await joined.stop()
    expect(await ask(running.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await running.stop()
  })

  test('a command that started Postgres waits for the one that joined it', async () => {
    const first = await joinEmbedded(dataDir)
    const second = await joinEmbedded(dataDir)
    let isStopped = false
    const stopping = first.stop().then(() => {
      isStopped = true
    })
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(isStopped).toBe(false)
    await second.stop()
    await stopping
    expect(readPostmaster(cluster())).toBeNull()
  })

  test('when Postgres is taken away, it comes back on the same address with what was committed', async () => {
    const running = await startEmbedded(dataDir)
    await ask(running.url, "create table notes as select 'kept' as word")
    const lost = readPostmaster(cluster())
    if (!lost) throw new Error('Postgres has no lock file')
    process.kill(lost.pid, 'SIGKILL')
    await expect
      .poll(() => ask(running.url, 'select word from notes').catch(() => []), { timeout: 30_000 })
      .toEqual([{ word: 'kept' }])
    await running.stop()
  })

  test('lock files that a kill left do not stop a start, though somebody else has the number', async () => {
    const first = await startEmbedded(dataDir)
    const lock = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8')
    const socketDir = readFileSync(join(dataDir, 'socket'), 'utf8')
    await first.stop()
    // Of the same user: Postgres passes over the numbers of others by itself.
    const stranger = spawn('sleep', ['60'], { ...asPostgres, cwd: '/', stdio: 'ignore' })
    mkdirSync(socketDir)
    giveToPostgres(socketDir)
    writeFileSync(join(cluster(), 'postmaster.pid'), lock.replace(/^\d+/, String(stranger.pid)))
    writeFileSync(join(socketDir, '.s.PGSQL.5432.lock'), lock.replace(/^\d+/, String(stranger.pid)))
    const second = await startEmbedded(dataDir)
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    stranger.kill()
  })

  test('lock files that a kill left empty do not stop a start', async () => {
    const first = await startEmbedded(dataDir)
    await ask(first.url, "create table notes as select 'kept' as word")
    await first.stop()
    const socketDir = readFileSync(join(dataDir, 'socket'), 'utf8')
    mkdirSync(socketDir, { recursive: true, mode: 0o700 })
    giveToPostgres(socketDir)
    for (const file of [join(cluster(), 'postmaster.pid'), join(socketDir, '.s.PGSQL.5432.lock')]) {
      writeFileSync(file, '')
      giveToPostgres(file)
    }
    const second = await startEmbedded(dataDir)
    expect(await ask(second.url, 'select word from notes')).toEqual([{ word: 'kept' }])
    await second.stop()
  })

  test('a Postgres whose starter was killed is taken over with what was committed', async () => {
    const died = spawnSync(process.execPath, ['--import', 'tsx', 'tests/server/start-and-die.ts', dataDir])
    expect(died.signal).toBe('SIGKILL')
    const url = String(died.stdout)
    const second = await startEmbedded(dataDir)
    expect(second.url).toBe(url)
    expect(await ask(second.url, 'select word from notes')).toEqual([{ word: 'kept' }])
    await second.stop()
  })

  test('a lock file whose number now belongs to somebody else does not stop a start', async () => {
    const first = await startEmbedded(dataDir)
    const lockFile = join(cluster(), 'postmaster.pid')
    const lock = readFileSync(lockFile, 'utf8')
    await first.stop()
    writeFileSync(lockFile, lock.replace(/^\d+/, String(process.pid)))
    const second = await startEmbedded(dataDir)
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
  })
})

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
