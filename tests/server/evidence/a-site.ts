import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

type Said = { status?: number; headers?: Record<string, string | string[]>; content?: string | Buffer }
/** A site on this machine; `pages` is what it says under each path, and may be changed while it runs. */
export type Site = { origin: string; host: string; pages: Record<string, Said>; asked: IncomingHttpHeaders[] }

const running: Server[] = []

/** Serves pages that the installation may fetch; the store of evidence is a folder of the test file's own. */
export async function aSite(pages: Record<string, Said>): Promise<Site> {
  const asked: IncomingHttpHeaders[] = []
  const site = { pages, asked }
  const server = createServer((request, response) => {
    asked.push(request.headers)
    const said = site.pages[request.url ?? '/'] ?? { status: 404 }
    const headers = { 'content-type': 'text/html; charset=utf-8', ...said.headers }
    response.writeHead(said.status ?? 200, headers).end(said.content ?? '')
  })
  running.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  const host = `127.0.0.1:${port}`
  process.env.IMPORT_ALLOW_PRIVATE = [process.env.IMPORT_ALLOW_PRIVATE, host].filter(Boolean).join(',')
  return { ...site, origin: `http://${host}`, host }
}

/** A folder of its own for what the test file's acts keep on disk. */
export function aDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-evidence-'))
  process.env.DATA_DIR = folder
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    delete process.env.DATA_DIR
    delete process.env.IMPORT_ALLOW_PRIVATE
    for (const server of running) server.close()
    for (const server of running) server.closeAllConnections()
  })
  return folder
}

/** A page as a register has it, with words around the ones that are quoted. */
export const aPage = (
  quote: string,
  more = '',
) => `<!doctype html><html lang="en"><head><title>The register</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>The register of relief payments</h1>
<p>The treasury keeps a register of all that was paid after the dam broke, and publishes it every month.</p>
<p>${quote}</p><p>It names every district, the day of the payment and the sum that was paid out there.</p>${more}</article>
<script>document.title = 'run'</script></body></html>`
