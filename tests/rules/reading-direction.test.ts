import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What is placed where a script has measured it, from the left whatever way the page is read. */
const measured: Record<string, string[]> = {
  'app/_styles/workspace.css': ['left: clamp(4px, var(--at)'],
  'app/_styles/desk/home.css': ['background-position: left 7px center, left 11px center'],
  'app/_styles/controls.css': [
    // In the middle, and the picture of a check mark and of an arrow, each with its own for the other direction.
    'inset: 50% auto auto 50%',
    'background-position: right 15px center, right 10px center',
    'background-position: left 10px center, left 15px center',
  ],
}

const styleFiles = ['app', 'server'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.css') || path.endsWith('-styles.ts')),
)

const physical = [
  /\b(margin|padding|border|scroll-margin|scroll-padding)-(left|right)\b/,
  /(^|[\s;{])(left|right):/,
  /\b(text-align|float|clear): *(left|right)\b/,
  /\bborder-(top|bottom)-(left|right)-radius\b/,
  /\bbackground-position(-x)?: *[^;]*\b(left|right)\b/,
  /\binset -?\d+px 0 0 /,
]

/** Four values of which the second and the fourth, right and left, differ. */
const lopsided = /(^|[\s;{])(margin|padding|inset):\s*([^\s;]+)\s+([^\s;]+)\s+([^\s;]+)\s+([^\s;]+)\s*;/g

function physicalIn(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const declarations = text.split(/(?<=[;{}])/).map((part) => part.trim())
  return declarations
    .filter(
      (part) =>
        physical.some((one) => one.test(part)) ||
        [...part.matchAll(lopsided)].some(([, , , , right, , left]) => right !== left),
    )
    .filter((part) => !measured[path]?.some((known) => part.includes(known)))
    .map((part) => `${path}: ${part}`)
}

test('styles say start and end, so that a page in Arabic is read from the right', () => {
  expect(styleFiles.flatMap(physicalIn)).toEqual([])
})

test('nothing stands among the exceptions that is not there any more', () => {
  const gone = Object.entries(measured).flatMap(([path, known]) =>
    known.filter((part) => !readFileSync(path, 'utf8').includes(part)),
  )
  expect(gone).toEqual([])
})
