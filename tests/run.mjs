// `npm test`: does all set-up, runs every part, ends with the counts. Plain Node: nothing may be installed yet.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone, buildWhenChanged } from '../server/command/build.mjs'
import { checkNode, installWhenNeeded } from '../server/command/install.mjs'
import { ensureBrowser, installDebians } from './browser.mjs'
import { failuresIn } from './failures.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const say = (line) => console.log(line)
const external = process.env.TEST_DATABASE_URL
const counts = mkdtempSync(join(tmpdir(), 'proofroom-counts-'))

/** The parts in order; `npm test -- rules e2e` runs only those. */
const parts = {
  format: () => program('@biomejs/biome/bin/biome', ['check', '.']),
  // What an earlier run remembers of JSON files can be out of date.
  types: () => program('typescript/bin/tsc', ['--noEmit', '--incremental', 'false']),
  rules: (env) => vitest('rules', env),
  server: (env) => vitest('server', env),
  rooms: (env) => vitest('rooms', env),
  e2e: (env) => stories(env),
  kill: (env) => vitest('kill', env),
  chaos: (env) => vitest('chaos', env),
}
const onDatabase = ['server', 'rooms', 'e2e', 'kill', 'chaos']
/** These start the server as `npm start` does, so it must be built. */
const onServer = ['rooms', 'e2e', 'kill']
/**
 * What a screen shows and which keys it takes does not depend on the database, and the server's own tests run on both.
 * On the second Postgres these stories run: a whole life, starts and restarts, and several processes.
 */
const storiesOfDatabase = ['roles', 'start', 'story']
/**
 * Who may ask for what, what pages and pictures look like, what a socket may bring, how much one statement carries, and what needs no
 * database at all is the same on every Postgres: of the server's own tests these run on the built-in one alone.
 */
const sameOnBoth = [
  'server/rights/{procedures-*,blind,limited,table}',
  'server/{pdf,pictures,undrawn,valid-html,embed,check-claim-review,contact-files,web}',
  'server/{embedded,extract-in-worker,fetch-page,data-dir,dataset-worker}',
  'server/api/{description,oembed}',
  'rooms/{away,guard,limits,line,link-watch,many-claims,slow,turned-away}',
]
/** What `vitest.config.ts` has under more than one name. */
const projectsOf = { server: ['server', 'server-alone'] }
/** Long; only when asked for by name. */
const onRequest = ['kill', 'chaos']

const results = []
try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  results.push({ name: 'set-up', where: '', passed: 0, failed: 1, skipped: 0, seconds: 0 })
} finally {
  rmSync(counts, { recursive: true, force: true })
}
report()

async function main(asked) {
  checkNode()
  process.chdir(root)
  const unknown = asked.filter((name) => !(name in parts))
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
  const chosen = Object.keys(parts).filter((name) =>
    asked.length === 0 ? !onRequest.includes(name) : asked.includes(name),
  )
  const debians = chosen.includes('e2e') ? installDebians(say) : null
  await alone(root, say, async () => {
    await installWhenNeeded(root, say)
    await makeNextTypes()
    if (chosen.some((name) => onServer.includes(name))) await inProduction(() => buildWhenChanged(root, say))
  })
  await debians
  if (debians) ensureBrowser(say)
  // The built-in Postgres first, for everybody; then the same once more on the server that was named.
  const builtIn = { TEST_DATABASE_URL: '' }
  for (const name of chosen) await part(name, onDatabase.includes(name) ? 'built-in Postgres' : '', builtIn)
  if (!external) {
    if (chosen.some((name) => onDatabase.includes(name)))
      say('\nTEST_DATABASE_URL is not set: nothing was tested on another Postgres.')
    return
  }
  for (const name of chosen.filter((name) => onDatabase.includes(name)))
    await part(name, 'TEST_DATABASE_URL', {})
}

async function part(name, where, env) {
  say(`\n== ${name}${where ? ` (${where})` : ''}`)
  const began = Date.now()
  const counted = await parts[name](env)
  results.push({ name, where, ...counted, seconds: Math.round((Date.now() - began) / 1000) })
}

// A check without tests of its own counts as one.
async function program(path, args) {
  const code = await node([join('node_modules', path), ...args])
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

async function vitest(project, env) {
  const file = join(counts, `${project}-${results.length}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const isSecond = env.TEST_DATABASE_URL === undefined
  const left = isSecond ? sameOnBoth.map((name) => `--exclude=tests/${name}.test.ts`) : []
  // On two cores a third fills the time that two wait for the database, or in rooms for each other's clocks.
  const workers = ['server', 'rooms'].includes(project) ? ['--maxWorkers=3'] : []
  const args = [
    'run',
    ...(projectsOf[project] ?? [project]).map((name) => `--project=${name}`),
    ...workers,
    ...left,
    ...reporters,
  ]
  const code = await node(['node_modules/vitest/vitest.mjs', ...args], env)
  const told = readCounts(file)
  if (!told) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const failed = told.numFailedTests
  return {
    passed: told.numPassedTests,
    // A file that does not even load has no tests to count.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
    failures: failuresIn(told),
  }
}

async function stories(env) {
  const file = join(counts, `e2e-${results.length}.json`)
  const chosen = env.TEST_DATABASE_URL === '' ? [] : storiesOfDatabase
  const code = await node(
    ['node_modules/@playwright/test/cli.js', 'test', ...chosen.map((name) => `e2e/${name}.spec`)],
    {
      ...env,
      PLAYWRIGHT_COUNTS: file,
    },
  )
  const told = readCounts(file)
  if (!told) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, skipped, flaky } = told.stats
  return {
    passed: expected,
    failed: code !== 0 && unexpected === 0 ? 1 : unexpected,
    skipped,
    flaky,
    failures: failuresIn(told),
  }
}

function readCounts(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function node(args, env = {}) {
  return new Promise((resolve) => {
    const quiet = { NEXT_TELEMETRY_DISABLED: '1', ...env }
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...quiet },
    })
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

// `tsc` reads what Next writes about its own files; the build makes the rest.
async function makeNextTypes() {
  if (existsSync(join(root, 'next-env.d.ts'))) return
  await node(['node_modules/next/dist/bin/next', 'typegen'])
}

async function inProduction(work) {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await work()
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
}

function report() {
  for (const { name, where, failures = [] } of results)
    for (const failure of failures) say(`\nFAILED ${name} (${where || 'no database'}): ${failure}`)
  say('')
  for (const { name, where, passed, failed, skipped, flaky = 0, seconds } of results) {
    const counted = `${String(passed).padStart(4)} passed, ${failed} failed, ${skipped} skipped${flakySaid(flaky)}`
    say(
      `${failed ? 'FAILED' : 'ok    '} ${name.padEnd(7)} ${counted} ${String(seconds).padStart(4)} s  ${where}`,
    )
  }
  say(articlesSaid())
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0)
  process.exitCode = sum('failed') > 0 ? 1 : 0
  say(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped${flakySaid(sum('flaky'))}`)
}

// What passed only when it was tried again is no pass that one can lean on.
function flakySaid(flaky) {
  return flaky ? `, ${flaky} only at a second try` : ''
}

function articlesSaid() {
  const folder = process.env.ARTICLES_DIR
  return folder
    ? `Articles: ${folder}`
    : 'Articles: the project’s own page in tests/pages (ARTICLES_DIR is not set).'
}
