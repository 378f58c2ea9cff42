import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAlive, readPostmaster } from '../../db/embedded/postmaster'
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

  test('it writes to disk before it says done, and listens on no network', async () => {
    const running = await startEmbedded(dataDir)
    const rows = await ask(
      running.url,
      "select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses",
    )
    expect(rows).toEqual([{ fsync: 'on', addresses: '' }])
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
