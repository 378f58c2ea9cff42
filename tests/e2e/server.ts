import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { socketUrl } from '../../db/embedded/cluster-hold'
import { addressOf, asAdmin } from '../admin'
import type { DemoTemplate } from './demo-template'

export type Running = {
  origin: string
  dataDir: string
  /** Where its database is, for tests that read beside it. */
  databaseUrl: () => string
  /** Whether it has a Postgres of its own. */
  isBuiltIn: boolean
  /** The number of its process. */
  pid: () => number
  /** What the server wrote so far, standard output and errors together. */
  output: () => string
  /** Asks it to stop, as Ctrl-C does, and gives its exit code. */
  stop: () => Promise<number | null>
  /** Takes it away without warning. */
  kill: () => Promise<void>
  /** Starts it again on the same address and data. */
  restart: () => Promise<void>
  /** Stops it and removes its data. */
  remove: () => Promise<void>
}

/** `env` is what the server is told beside the port and the database; it may name another PUBLIC_ORIGIN. */
type Options = {
  dataDir?: string
  databaseUrl?: string
  port?: number
  env?: Record<string, string>
  /** Whether the demo newsroom is open on it. */
  withDemo?: boolean
}

/** The real server, as `npm start` runs it, on a free port; its database is new unless one is named. */
export async function startServer(options: Options = {}): Promise<Running> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'proofroom-e2e-'))
  const template = options.withDemo ? templateHere() : undefined
  // Whose each file is stays as it is: Postgres may run as somebody else.
  if (template) execFileSync('cp', ['-a', `${template.dataDir}/.`, dataDir])
  const database = options.databaseUrl ? null : await freshExternal()
  const databaseUrl = options.databaseUrl ?? database?.url
  const port = options.port ?? (await freePort(template?.port).catch(() => freePort()))
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    PUBLIC_ORIGIN: origin,
    // Invented sources lead nowhere; a story that has real ones presses the button.
    LINK_WATCH: 'none',
    ...options.env,
  }
  let output = ''
  const start = async () => {
    const started = spawn(process.execPath, ['server/command/start.mjs'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk) => (output += String(chunk)))
    await untilReady(started, () => output)
    return started
  }
  let child = await start()
  if (options.withDemo && !template) await openDemoAt(origin)
  const end = (signal: NodeJS.Signals) => ended(child, signal)
  return {
    origin,
    dataDir,
    databaseUrl: () => databaseUrl ?? socketUrl(readFileSync(join(dataDir, 'socket'), 'utf8')),
    isBuiltIn: !databaseUrl,
    pid: () => child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    restart: async () => {
      if (child.exitCode === null && child.signalCode === null) await end('SIGTERM')
      output = ''
      child = await start()
    },
    remove: async () => {
      await end('SIGTERM')
      await database?.drop()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Fixtures = { server: Running }

/** Playwright's test; whatever a story opened is closed with it, as pages that stay open go on asking their server. */
export const story = base.extend<{ closing: undefined }>({
  closing: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts())
      await use(undefined)
      const opened = browser.contexts().filter((context) => !before.has(context))
      await Promise.all(opened.map((context) => context.close()))
    },
    { auto: true },
  ],
})

/** Playwright's test with one real server with the demo for the worker's files: `test('…', async ({ page, server }) => …)`. */
export const test = story.extend<object, Fixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern.
    async ({}, use) => {
      const server = await startServer({ withDemo: true })
      await use(server)
      await server.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

async function freshExternal(): Promise<{ url: string; drop: () => Promise<void> } | null> {
  const adminUrl = process.env.TEST_DATABASE_URL
  if (!adminUrl) return null
  const name = `proofroom_e2e_${randomBytes(4).toString('hex')}`
  await asAdmin(adminUrl, `create database ${name} template template0 encoding 'UTF8'`)
  const drop = async () => void (await asAdmin(adminUrl, `drop database ${name} with (force)`))
  return { url: addressOf(adminUrl, name), drop }
}

/** Opens the demo newsroom as the button of the first run does. */
export async function openDemoAt(origin: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin }
  const answer = await fetch(`${origin}/api/trpc/demo.open`, {
    method: 'POST',
    headers,
    body: '{"json":null}',
  })
  if (!answer.ok) throw new Error(`The demo was not opened: ${await answer.text()}`)
}

function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => output().includes('Proofroom is ready') && resolve())
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${output()}`)))
  })
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill(signal)
  })
}

/** The demo that was opened for this worker; none where each server opens it for itself. */
function templateHere(): DemoTemplate | undefined {
  const templates: DemoTemplate[] = JSON.parse(process.env.DEMO_TEMPLATES ?? '[]')
  return templates[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]
}

/** A port of this machine that nobody listens on: that one, or any; fails where somebody does. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      const port = address && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
