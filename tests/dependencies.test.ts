import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().optional(),
    }),
  ),
})
const manifestShape = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
})
const packageShape = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
})

const lockText = readFileSync('package-lock.json', 'utf8')
const lock = lockShape.parse(JSON.parse(lockText))
const manifest = manifestShape.parse(JSON.parse(readFileSync('package.json', 'utf8')))
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

const free = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Unlicense',
  'Python-2.0',
  'PostgreSQL',
  'OFL-1.1',
  'MPL-2.0',
  'Zlib',
  'WTFPL',
])

// Next's image library: optional, a separate shared library, and never called (images are not optimised).
const isLibrary = (name: string, licence: string) =>
  name.startsWith('@img/sharp-') && isFree(licence.replaceAll('LGPL-3.0-or-later', 'MIT'))

// Say "BSD" and not which: their own texts do. Mammoth needs the first; Lighthouse and Google's client, which only tests use, the others.
const clauses = new Map([
  ['duck', 2],
  ['parse-cache-control', 3],
  ['url-template', 3],
])

const isExcepted = (name: string, licence: string) =>
  isLibrary(name, licence) || (licence === 'BSD' && isBsd(name, clauses.get(name)))

function isBsd(name: string, count: number | undefined): boolean {
  const text = readFileSync(`node_modules/${name}/LICENSE`, 'utf8')
  const grants = ['Redistributions of source code', 'Redistributions in binary form'].every((one) =>
    text.includes(one),
  )
  return grants && !text.includes('advertising') && text.includes('endorse') === (count === 3)
}

test('every dependency may be used and passed on freely', () => {
  const rows = locked.map(([path, entry]) => ({
    name: nameOf(path),
    version: entry.version,
    licence: licenceOf(path),
  }))
  const doubtful = rows.filter(({ name, licence }) => !isFree(licence) && !isExcepted(name, licence))
  expect(doubtful).toEqual([])
})

test('the project itself is under Apache-2.0', () => {
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/Apache License\s+Version 2\.0, January 2004/)
})

/** The oldest version without a known hole, by package. */
const floors: Record<string, string> = {
  next: '16.3.3',
  react: '19.2.8',
  'react-dom': '19.2.8',
  'next-auth': '4.24.15',
  'drizzle-orm': '0.45.2',
  '@trpc/server': '11.8.0',
  '@hocuspocus/server': '4.7.0',
  'prosemirror-view': '1.42.3',
  dompurify: '3.4.11',
  linkifyjs: '4.3.2',
  nodemailer: '8.0.5',
}

test('no dependency is older than its last known hole', () => {
  const old = locked.flatMap(([path, { version = '0' }]) => {
    const floor = floors[nameOf(path)]
    return floor && isOlder(version, floor) ? [`${nameOf(path)} ${version} < ${floor}`] : []
  })
  expect(old).toEqual([])
})

test('every version is pinned exactly', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  expect(Object.entries(all).filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))).toEqual([])
})

test('the lockfile names no registry and holds a checksum for every package', () => {
  expect(lockText).not.toMatch(
    /https?:\/\/(?!(www\.)?(opencollective|github|paypal|patreon|tidelift|ko-fi))[^"]*\.tgz/,
  )
  expect(locked.filter(([, entry]) => entry.resolved ?? !entry.integrity).map(([path]) => path)).toEqual([])
})

test('every direct dependency has its line in DECISIONS.md', () => {
  const decisions = readFileSync('DECISIONS.md', 'utf8')
  const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
  expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([])
})

function licenceOf(path: string): string {
  const stated = lock.packages[path]?.license
  if (stated) return stated
  const file = join(path, 'package.json')
  if (!existsSync(file)) return 'unknown'
  const { license, licenses } = packageShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown'
}

// `(MIT OR GPL-3.0)` lets us choose; `MIT AND ISC` asks for both.
function isFree(expression: string): boolean {
  const plain = expression.replace(/[()]/g, '')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => free.has(one.trim())))
}

function isOlder(version: string, floor: string): boolean {
  const numbers = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number)
  const [given, least] = [numbers(version), numbers(floor)]
  for (let at = 0; at < 3; at++) {
    const difference = (given[at] ?? 0) - (least[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
