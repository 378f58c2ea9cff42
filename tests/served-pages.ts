import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openPages } from '../server/publication/serve-page'

/** What readers have, served on a port of its own from this file's database; gone at the end of the file. */
export async function servedPages() {
  const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-pages-'))
  const pages = await openPages({
    dataDir,
    onError: (error) => {
      throw error
    },
  })
  const server = createServer((request, response) => {
    if (!pages.servePage(request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await pages.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const { port } = server.address() as AddressInfo // A server on a port has one.
  return { pages, dataDir, address: `http://127.0.0.1:${port}` }
}
