import { rmSync } from 'node:fs'
import { waitForNoDisk } from '../admin'
import { openDemoAt, startServer } from './server'

/** Opens the demo once, before all stories; servers that are to have it start on copies of these data. */
export default async function makeTemplate(): Promise<() => void> {
  // A database elsewhere is not in these data: there each server opens the demo for itself.
  if (process.env.TEST_DATABASE_URL) return () => undefined
  const server = await startServer()
  await waitForNoDisk(server.databaseUrl())
  await openDemoAt(server.origin)
  await server.stop()
  process.env.DEMO_TEMPLATE = server.dataDir
  return () => rmSync(server.dataDir, { recursive: true, force: true })
}
