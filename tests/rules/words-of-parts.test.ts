import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { folders, saidByParts } from '../../server/command/build-words.mjs'
import { messagesOf } from '../../server/language/follow-language'
import { messageIn, only, type Part, parts } from '../../server/language/parts/part'
import { type Import, readGraph } from '../import-graph'

const said: Record<Part, string[]> = await saidByParts(process.cwd())
const graph = readGraph(['app', 'server', 'db'])
const screens = graph.files.filter((file) =>
  /^app\/.*\b(page|layout|loading|error|not-found)\.tsx$/.test(file),
)

const importsOf = new Map<string, Import[]>()
for (const one of graph.imports) importsOf.set(one.from, [...(importsOf.get(one.from) ?? []), one])

function loadedBy(files: string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { to, isTypeOnly } of importsOf.get(file) ?? []) if (!isTypeOnly) visit(to)
  }
  files.forEach(visit)
  return seen
}

/** Every name of a message that stands in what a browser runs of a screen, read by another graph than the build's. */
function namedIn(screen: string): string[] {
  const isOurs = (file: string) => /^'use client'/m.test(graph.text(file))
  const files = [...loadedBy([...loadedBy([screen])].filter(isOurs))]
  const texts = files.flatMap((file) => graph.text(file).match(/'[\w.-]+'/g) ?? [])
  const names = texts.map((text) => text.slice(1, -1))
  return [...new Set(names)].filter((name) => messageIn(messagesOf('en'), name) !== null)
}

test('every screen has the words that it says in a browser', () => {
  const lacking = screens.flatMap((screen) => {
    const [part] = parts.filter((one) => one !== 'house' && screen.startsWith(`${folders[one]}/`))
    const there = new Set([...said.house, ...(part ? said[part] : [])])
    return namedIn(screen).flatMap((name) => (there.has(name) ? [] : [`${screen}: ${name}`]))
  })
  expect(screens.length).toBeGreaterThan(40)
  expect(lacking).toEqual([])
})

test('a word that is put together has all that may come of it', () => {
  expect(said.house).toEqual(
    expect.arrayContaining(['refusal.too-few-sources', 'verdict.true', 'stage.ready']),
  )
})

test('whoever opens a part of the screens is brought its words by the layout around it', () => {
  expect(Object.keys(folders).sort()).toEqual(parts.filter((part) => part !== 'house').sort())
  for (const [part, folder] of Object.entries(folders))
    expect(readFileSync(`${folder}/layout.tsx`, 'utf8')).toContain(`spokenIn('${part}')`)
})

test('what every page has stays below half of all words, and no part says again what it has', () => {
  const packed = (names: string[]) => gzipSync(JSON.stringify(only(names, messagesOf('en')))).length
  expect(packed(said.house)).toBeLessThan(24 * 1024)
  const house = new Set(said.house)
  expect([...said.room, ...said.approvals, ...said.settings].filter((name) => house.has(name))).toEqual([])
})

test('of a tree of words those that are named are picked, and nothing is found under a name that has none', () => {
  const tree = { one: { two: 'a', three: 'b' }, four: 'c' }
  expect(only(['one.three', 'four'], tree)).toEqual({ one: { three: 'b' }, four: 'c' })
  expect(messageIn(tree, 'one.two')).toBe('a')
  for (const name of ['one', 'one.five', 'four.length', 'six.seven']) expect(messageIn(tree, name)).toBeNull()
})
