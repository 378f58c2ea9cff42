import { readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { findCircle, type Import, reachableFrom, readGraph } from './import-graph'

const graph = readGraph(['app', 'server', 'db'])
const values = graph.imports.filter((entry) => !entry.isTypeOnly)
const said = (entry: Import) => `${entry.from} → ${entry.to}`
const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`)
const isRouter = (path: string) => basename(path) === 'router.ts'
const isRead = (path: string) => /^(read-|who-wrote)/.test(basename(path))

/** Libraries that compute and touch nothing: what nouns, and so browsers, may use. */
const pureLibraries = new Set([
  'zod',
  'yjs',
  'lib0',
  'diff',
  'canonicalize',
  'intl-messageformat',
  'ipaddr.js',
  'uuid',
  '@noble/hashes',
  'tldts-icann',
  'superjson',
  'otpauth',
  'uqr',
  'prosemirror-model',
  '@tiptap/pm',
  '@tiptap/core',
  '@tiptap/y-tiptap',
])

const packageOf = (name: string) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')
const isOurs = (path: string) => /^(app|server|db|messages|tests)\//.test(path)
const isPureLibrary = (name: string) => pureLibraries.has(packageOf(name))

/** What a file reaches that does something: a database, a file, a network. */
function touches(file: string): string[] {
  return [...reachableFrom(file, graph)].filter((to) => !isOurs(to) && !isPureLibrary(to))
}

const nouns = graph.files.filter(
  (file) => isIn('server')(file) && !isIn('server/command')(file) && touches(file).length === 0,
)

/** Rooms to which the law of the house gives the key to the acts. */
const doors = ['app/_api/', 'app/api/', 'app/(public)/']

test('the database layer imports nothing from the floors above it', () => {
  const upward = values.filter(({ from, to }) => isIn('db')(from) && (isIn('server')(to) || isIn('app')(to)))
  expect(upward.map(said)).toEqual([])
})

test('the newsroom’s acts import nothing from the screens', () => {
  const upward = values.filter(({ from, to }) => isIn('server')(from) && isIn('app')(to))
  expect(upward.map(said)).toEqual([])
})

test('no file imports itself, however far round', () => {
  expect(findCircle(values.filter(({ to }) => isOurs(to)))).toBeNull()
})

test('no two subjects act through each other', () => {
  const isAct = (file: string) =>
    isIn('server')(file) && !nouns.includes(file) && !isRouter(file) && !isRead(file)
  const subjectOf = (file: string) => dirname(file).split('/').slice(0, 2).join('/')
  const edges = values
    .filter(({ from, to }) => isAct(from) && isAct(to))
    .map(({ from, to }) => ({ from: subjectOf(from), to: subjectOf(to) }))
    .filter(({ from, to }) => from !== to && from !== 'server' && to !== 'server')
  expect(findCircle(edges)).toBeNull()
})

test('screens reach the server by its door, and else only what a browser may run', () => {
  const past = values.filter(
    ({ from, to }) =>
      isIn('app')(from) &&
      !doors.some((door) => from.startsWith(door)) &&
      (isIn('server')(to) || isIn('db')(to)) &&
      touches(to).length > 0,
  )
  expect(past.map(said)).toEqual([])
})

// Next refuses to bundle what renders documents; only its build would say so.
test('no address or screen makes a page of readers', () => {
  const rendering = graph.files.filter(
    (file) => isIn('app')(file) && reachableFrom(file, graph).has('react-dom/server'),
  )
  expect(rendering).toEqual([])
})

test('a router calls its own subject only', () => {
  const strange = values.filter(
    ({ from, to }) =>
      isIn('server')(from) &&
      isRouter(from) &&
      from !== 'server/router.ts' &&
      isIn('server')(to) &&
      dirname(to) !== 'server' &&
      !to.startsWith(`${dirname(from)}/`) &&
      !nouns.includes(to),
  )
  expect(strange.map(said)).toEqual([])
})

test('nouns read neither the clock nor chance', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bgetRandomValues\(|\buuidv7\(|\bv7\b/
  expect(nouns.filter((file) => impure.test(graph.text(file)))).toEqual([])
})

test('only the room’s document files name its shared types', () => {
  const names = /\bY\.(Map|Text|Array|Xml\w+)\b|\.get(Map|Text|Array|XmlFragment|XmlElement)\(/
  const elsewhere = graph.files.filter(
    (file) => names.test(graph.text(file)) && !isIn('server/room/doc')(file),
  )
  expect(elsewhere).toEqual([])
})

test('the maps of a room are opened in its own subject only', () => {
  const opened = /\b(claimMap|sourceMap|claimIndex)\b/
  const elsewhere = graph.files.filter((file) => opened.test(graph.text(file)) && !isIn('server/room')(file))
  expect(elsewhere.filter((file) => !mayOpenMaps.includes(file))).toEqual([])
})

// Reads which verdict another replaced while both were offline.
const mayOpenMaps = ['app/desk/[slug]/articles/[articleId]/_claims/verdict/verdict-clash.ts']

test('what acts is named by a verb', () => {
  const acts = graph.files.filter(
    (file) => /^server\/[^/]+\//.test(file) && !isRouter(file) && doesMoreThanCompute(file),
  )
  const misnamed = acts.filter((file) => !verbs.includes(basename(file).split(/[-.]/)[0] ?? ''))
  // How the process and its commands run, and where requests come from, is no subject of a newsroom.
  const isSubject = (file: string) =>
    !['server/address', 'server/command', 'server/process'].some((folder) => isIn(folder)(file))
  expect(misnamed.filter((file) => isSubject(file) && !namedByNoun.includes(file))).toEqual([])
})

/** Libraries that only compute, but not for a browser: readers' pages and imported ones are made with them. */
const computing = [
  ...['react-dom', 'linkedom', 'htmlparser2', '@mozilla/readability', '@observablehq/plot', 'feed', 'fflate'],
  ...['fontkit', 'bidi-js', 'linebreak', 'mammoth', 'unpdf'],
]
const doesMoreThanCompute = (file: string) =>
  touches(file).some((name) => !computing.includes(packageOf(name)))

const verbs = [
  ...[
    'add',
    'admit',
    'append',
    'archive',
    'ask',
    'assign',
    'change',
    'close',
    'compare',
    'count',
    'decide',
    'draw',
    'embed',
    'end',
    'extract',
    'fetch',
    'follow',
    'found',
  ],
  ...[
    'freeze',
    'import',
    'invite',
    'keep',
    'listen',
    'lock',
    'manage',
    'move',
    'mark',
    'merge',
    'notify',
    'open',
    'pass',
    'plan',
    'play',
    'put',
    'stop',
    'project',
    'publish',
    'read',
  ],
  ...[
    'remove',
    'render',
    'resolve',
    'restore',
    'revise',
    'seed',
    'send',
    'serve',
    'sign',
    'start',
    'store',
    'submit',
    'take',
    'tell',
    'watch',
    'who',
    'withdraw',
    'write',
  ],
]

/** Acts that are named like things. The list may only shrink. */
const namedByNoun = [
  'server/article/fetch/pinned-agent.ts',
  'server/room/live/host.ts',
  'server/room/pass-for.ts',
  'server/room/socket/differences.ts',
  'server/room/socket/frame.ts',
  'server/room/socket/gate.ts',
  'server/room/socket/presence.ts',
  'server/room/socket/seat.ts',
  'server/session/password.ts',
]

test('settings are read in one place', () => {
  const readers = graph.files.filter((file) => /process\.env\b/.test(graph.text(file)))
  expect(readers.filter((file) => !mayReadEnvironment.includes(file))).toEqual([])
})

// Next-auth's address is set by the process; Postgres is given a PATH; the operator's folder comes from npm.
const mayReadEnvironment = [
  'server/env.ts',
  'server/main.ts',
  'db/embedded/prepare-place.ts',
  'server/command/operator/command.ts',
  'server/command/proofroom.ts',
]

test('every file is imported from where it is defined: there is no index', () => {
  expect(graph.files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
})

test('no folder is named for nothing in particular', () => {
  const vague = /(^|\/)(utils?|helpers?|lib|common|services|types|managers?|misc)(\/|$)/
  expect(
    [...new Set(graph.files.map((file) => dirname(file)))].filter((folder) => vague.test(folder)),
  ).toEqual([])
})

test('files are named in kebab-case', () => {
  const kebab = /^(\[?\[?(\.\.\.)?[a-zA-Z]+\]?\]?|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z]+)+$/
  expect(graph.files.filter((file) => !kebab.test(basename(file)))).toEqual([])
})

test('default exports are only where Next asks for them', () => {
  const asked =
    /^app\/.*\/?(page|layout|error|global-error|loading|not-found|template|default|icon|sitemap|robots)\.tsx?$/
  const others = graph.files.filter((file) => /^export default/m.test(graph.text(file)) && !asked.test(file))
  expect(others).toEqual([])
})

test('nothing lies at the top that no tool asks for', () => {
  const code = readdirSync('.').filter((name) => /\.(ts|tsx|mjs|js)$/.test(name))
  const asked = [
    'drizzle.config.ts',
    'instrumentation-client.ts',
    'next.config.ts',
    'next-env.d.ts',
    'playwright.config.ts',
    'proxy.ts',
    'vitest.config.ts',
  ]
  expect(code.filter((name) => !asked.includes(name))).toEqual([])
})
