import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import { closeDatabase, db, openDatabase } from '../../db/client'
import { processes, rooms } from '../../db/schema'
import { makePass } from '../../server/room/admit'
import { addressOf, asAdmin } from '../admin'
import { startCluster } from '../cluster'
import { freePort, type Running, startServer } from '../e2e/server'
import { anArticle, onDesk } from '../newsroom'
import { signedIn } from '../rooms/browser'
import { type Line, openLine } from './line'
import type { Visitor } from './visitor'

/** Three processes on one Postgres, each by a line of its own, behind one balancer; a desk with an article. */
export type Cluster = {
  url: string
  articleId: string
  /** The first counts, the others write. */
  visitors: [Visitor, ...Visitor[]]
  processes: Running[]
  balancer: Line
  /** The lines from each process to Postgres. */
  cables: Line[]
  /** Which of the processes holds the article's room at this moment; -1 when none. */
  owner: () => Promise<number>
  remove: () => Promise<void>
}

const size = 3

/** Starts them, on a Postgres in a temporary folder or on TEST_DATABASE_URL. */
export async function openCluster(): Promise<Cluster> {
  const postgres = await startCluster()
  const name = `${postgres.prefix}_cluster`
  await asAdmin(postgres.adminUrl, `create database ${name} template ${postgres.prefix}_template`)
  openDatabase(addressOf(postgres.adminUrl, name), { max: 4 })
  const cables = await Promise.all(Array.from({ length: size }, () => openCable(postgres.adminUrl)))
  const ports = await Promise.all(Array.from({ length: size }, freePort))
  const balancer = await openLine(ports.map((port) => () => connect(port, '127.0.0.1')))
  const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-cluster-'))
  const secret = randomBytes(32).toString('hex')
  const running: Running[] = []
  const remove = async () => {
    for (const server of running) await server.remove()
    for (const line of [balancer, ...cables]) line.close()
    await closeDatabase()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    for (const [index, port] of ports.entries()) {
      const databaseUrl = byCable(postgres.adminUrl, name, cables[index]?.port ?? 0)
      const env = {
        ROLE: 'rooms',
        ADVERTISE_URL: `http://127.0.0.1:${port}`,
        CLUSTER_SECRET: secret,
        PUBLIC_ORIGIN: `http://127.0.0.1:${balancer.port}`,
      }
      running.push(await startServer({ dataDir, databaseUrl, port, env }))
    }
    const founder = await onDesk('editor')
    const { id: articleId } = await anArticle(founder)
    const visitors = await Promise.all(Array.from({ length: size }, visitor))
    const owner = async () => {
      const [row] = await db()
        .select({ address: processes.address })
        .from(rooms)
        .innerJoin(processes, eq(processes.id, rooms.owner))
        .where(eq(rooms.articleId, articleId))
      return running.findIndex(({ origin }) => origin === row?.address)
    }
    const url = `ws://127.0.0.1:${balancer.port}/collab`
    return {
      ...{ url, articleId, balancer, cables, owner, remove, processes: running },
      visitors: [await visitor(), ...visitors],
    }
  } catch (error) {
    await remove()
    throw error
  }
}

async function visitor(): Promise<Visitor> {
  const device = await signedIn(await onDesk('reviewer'))
  return { passTo: async (articleId) => (await makePass({ ...device, articleId })).token }
}

function openCable(adminUrl: string): Promise<Line> {
  const { host, port } = new pg.Client({ connectionString: adminUrl })
  return openLine([() => (host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host))])
}

function byCable(adminUrl: string, database: string, port: number): string {
  const { user = '', password } = new pg.Client({ connectionString: adminUrl })
  const who = [user, ...(password ? [password] : [])].map(encodeURIComponent).join(':')
  return `postgres://${who}@127.0.0.1:${port}/${database}`
}
