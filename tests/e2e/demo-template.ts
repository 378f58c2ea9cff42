import { rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { waitForNoDisk } from '../admin'
import { openDemoAt, type Running, startServer } from './server'

/** The data of a demo, and the port it was opened on: public pages say their address, and elsewhere all are made anew. */
export type DemoTemplate = { dataDir: string; port: number }

/** As many as `playwright.config.ts` has workers. */
const workers = 2

/** Opens the demo once for each worker, before all stories; servers that are to have it start on copies of these data. */
export default async function makeTemplates(): Promise<() => void> {
  // A database elsewhere is not in these data: there each server opens the demo for itself.
  if (process.env.TEST_DATABASE_URL) return () => undefined
  const templates = await Promise.all(Array.from({ length: workers }, makeTemplate))
  process.env.DEMO_TEMPLATES = JSON.stringify(templates)
  return () => {
    for (const { dataDir } of templates) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function makeTemplate(): Promise<DemoTemplate> {
  const server = await startServer()
  await waitForNoDisk(server.databaseUrl())
  await openDemoAt(server.origin)
  await untilPagesRest(server)
  await server.stop()
  return { dataDir: server.dataDir, port: Number(new URL(server.origin).port) }
}

/** Until no page was made for two seconds: whatever is missing then is made by each server again, which only takes longer. */
async function untilPagesRest(server: Running): Promise<void> {
  const client = new pg.Client({ connectionString: server.databaseUrl() })
  await client.connect()
  try {
    let [before, looks] = ['', 0]
    while (looks < 4) {
      const { rows } = await client.query('select count(*), max(made_at)::text as newest from pages')
      const now = JSON.stringify(rows)
      looks = now === before ? looks + 1 : 0
      before = now
      await setTimeout(500)
    }
  } finally {
    await client.end()
  }
}
