import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase, pool } from '../../db/client'
import { settings } from '../../server/env'
import { answerAway, prepareOrAway, waitForDatabase } from '../../server/process/wait-for-database'
import { renderStale } from '../../server/publication/made/render'
import { openPages } from '../../server/publication/serve-page'
import { databaseUrl, freshDatabase } from '../database'

await freshDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-waiting-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const log = pino({ level: 'silent' })
const onError = () => {}

async function freePort(): Promise<number> {
  const taken = await listening(createServer())
  const port = portOf(taken)
  await new Promise((resolve) => taken.close(resolve))
  return port
}

function listening(server: Server, port = 0): Promise<Server> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)))
}

function portOf(server: Server): number {
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server listens on no port')
  return address.port
}

/** A way to this file's database that can be opened and closed, as a network can. */
function gateTo({ host, port }: pg.Client): Server {
  const at = host.startsWith('/') ? { path: join(host, `.s.PGSQL.${port}`) } : { host, port }
  return createServer((near) => {
    const far = connect(at)
    near.pipe(far).pipe(near)
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
  })
}

test('a wrong address is said at once where no pages were ever made', async () => {
  const url = databaseUrl()
  const nobody = `postgres://127.0.0.1:${await freePort()}/nothing`
  openDatabase(nobody)
  const away = await prepareOrAway(pool())
  if (!away) throw new Error('somebody answered')
  const publicPages = await openPages({ dataDir: join(dataDir, 'never'), onError })
  const chosen = settings({ NODE_ENV: 'test', DATABASE_URL: nobody, DATA_DIR: dataDir })
  const answers = { ready: publicPages.servePage, rest: answerAway, sockets: {} }
  await expect(waitForDatabase(away, { pool: pool(), publicPages, answers, chosen, log })).rejects.toThrow(
    'The database does not answer',
  )
  await publicPages.close()
  await closeDatabase()
  openDatabase(url)
})

test('a start without the database serves readers, asks others to come back, and goes on when it answers', async () => {
  await renderStale()
  await (await openPages({ dataDir, onError })).close()
  const [databasePort, port] = [await freePort(), await freePort()]
  const url = databaseUrl()
  await closeDatabase()

  const there = new pg.Client({ connectionString: url })
  const DATABASE_URL = `postgres://${there.user}@127.0.0.1:${databasePort}/${there.database}`
  const opened = openDatabase(DATABASE_URL)
  const away = await prepareOrAway(opened)
  if (!away) throw new Error('somebody answered')
  const publicPages = await openPages({ dataDir, onError })
  const chosen = settings({ NODE_ENV: 'test', DATABASE_URL, DATA_DIR: dataDir, PORT: String(port) })
  const answers = { ready: publicPages.servePage, rest: answerAway, sockets: {} }
  const waiting = waitForDatabase(away, { pool: opened, publicPages, answers, chosen, log })

  const origin = `http://127.0.0.1:${port}`
  expect((await fetch(`${origin}/latest`)).status).toBe(200)
  const told = await fetch(`${origin}/desk/meridian`)
  expect(told.status).toBe(503)
  expect(await told.text()).toContain('Published checks can be read')

  const gate = await listening(gateTo(there), databasePort)
  const web = await waiting
  expect(await prepareOrAway(opened)).toBeNull()
  web.stopAccepting()
  await web.close()
  await publicPages.close()
  await closeDatabase()
  gate.close()
  openDatabase(url)
}, 30_000)
