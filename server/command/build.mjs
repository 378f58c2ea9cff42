// Makes what the server runs from: .build/*.mjs by esbuild, .next by Next. Plain Node: nothing may be installed yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildWords } from './build-words.mjs'
import { withoutServerOnly } from './without-server-only.mjs'

/** Builds the server and the pages, but only when a source changed since the last time. */
export async function buildWhenChanged(root, say) {
  const stamp = join(root, '.build', 'stamp')
  const now = hashOf(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building (a minute the first time, nothing when no file has changed)…')
  rmSync(stamp, { force: true })
  await bundle(root, { server: 'server/main.ts' })
  await buildWords(root)
  await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], root)
  writeFileSync(stamp, now)
}

/** Bundles our own files into .build/<name>.mjs; packages stay where npm put them. */
export async function bundle(root, entries) {
  const { build } = await import('esbuild')
  const half = join(root, '.build', `half-${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: half,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [withoutServerOnly],
  })
  // Moved into place whole: another start may be reading the files that are there.
  for (const file of readdirSync(half)) renameSync(join(half, file), join(root, '.build', file))
  rmSync(half, { recursive: true })
  await bundleWorkers(root)
}

async function bundleWorkers(root) {
  const builder = join(root, 'server/command/build-workers.mjs')
  if (!existsSync(builder)) return
  const { buildWorkers } = await import(pathToFileURL(builder).href)
  await buildWorkers(root)
}

const notSources = new Set([
  'node_modules',
  'tests',
  'data',
  'test-results',
  'tsconfig.tsbuildinfo',
  'next-env.d.ts',
])

function hashOf(root) {
  const hash = createHash('sha256').update(process.version)
  for (const path of filesBelow(root, ''))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function* filesBelow(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || notSources.has(entry.name) || entry.name.endsWith('.md')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(root, path)
    else if (entry.isFile()) yield path
  }
}

/** Runs a program to its end, its words on our own standard error, as standard output is for what was asked for; fails when it does. */
export function run(program, args, cwd, env = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['inherit', process.stderr, process.stderr]
    const child = spawn(program, args, { cwd, stdio, env: { ...process.env, ...quiet, ...env } })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}.`))
    })
  })
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1' }

/** One at a time in this folder: two starts at once must not install or build into each other. */
export async function alone(root, say, work) {
  const lock = join(root, '.build', 'lock')
  mkdirSync(join(root, '.build'), { recursive: true })
  for (let told = false; !take(lock); told = true) {
    if (!told) say('Another start is installing or building here; waiting for it…')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isLeftOver(lock)) rmSync(lock, { force: true })
    return false
  }
}

// A start that was killed leaves its lock; its number may be somebody else's by now, so age counts too.
function isLeftOver(lock) {
  if (!existsSync(lock)) return false
  const holder = Number(readFileSync(lock, 'utf8'))
  const age = Date.now() - statSync(lock).mtimeMs
  return (holder > 0 && !isRunning(holder)) || holder === process.pid || age > 15 * 60_000
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
