import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** A file that is longer holds two thoughts, a folder with more files two subjects. */
const limits = { lines: 200, files: 10 }

// Not the tests: they grow with what is promised.
const files = ['app', 'server', 'db'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(tsx?|mjs|css)$/.test(path)),
)

test('no file is too long', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  const tooLong = lengths.filter(({ lines }) => lines > limits.lines)
  expect(tooLong).toEqual([])
})

test('no folder is too full', () => {
  const counts = new Map<string, number>()
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1)
  const tooFull = [...counts].filter(([, count]) => count > limits.files)
  expect(tooFull).toEqual([])
})
