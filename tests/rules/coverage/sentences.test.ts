import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../server/article/extract/extraction'
import { blockPositions, frozenText } from '../../../server/article/frozen-text'
import { extractText } from '../../../server/article/plain-text'
import { sentencesOf } from '../../../server/coverage/sentences/sentences'

/** The sentences of a paragraph, or of other blocks, as their words. */
function cut(text: string | Block[], language: string | null = 'en'): string[] {
  const blocks = typeof text === 'string' ? [{ kind: 'paragraph' as const, text }] : text
  const points = Array.from(frozenText(blocks))
  return sentencesOf(blocks, language).map(({ start, end }) => points.slice(start, end).join(''))
}

test('a text is cut where its sentences end', () => {
  expect(cut('The dam broke. Nobody was warned! Who knew? ')).toEqual([
    'The dam broke.',
    'Nobody was warned!',
    'Who knew?',
  ])
})

test('titles, initials and abbreviations end no sentence', () => {
  const whole = [
    'Dr. Sørby and Mr. J. P. Holt met Gen. Vey at 5 p.m. on Monday.',
    'The U.S. Senate voted with the U.N. Council on No. 14.',
    'It fell approx. 30 metres, i.e. as far as St. Anselm vs. Tolm.',
  ]
  for (const sentence of whole) expect(cut(sentence)).toEqual([sentence])
})

test('an abbreviation at the end of a sentence ends it where another begins', () => {
  expect(cut('They left at 5 p.m. The dam broke at six.')).toHaveLength(2)
  expect(cut('He moved to the U.S. He never came back.')).toHaveLength(2)
  expect(cut('They chose plan B. It failed.')).toHaveLength(2)
})

test('who speaks belongs to what is said', () => {
  expect(cut('“Who knew?” he asked. “Nobody!” Lena Sørby said.')).toEqual([
    '“Who knew?” he asked.',
    '“Nobody!” Lena Sørby said.',
  ])
  expect(cut('“We knew. Nobody acted,” she said.')).toEqual(['“We knew.', 'Nobody acted,” she said.'])
})

test('numbers, ellipses and notes end no sentence', () => {
  expect(cut('It rose by 3.5 percent … to 1.200 marks.')).toHaveLength(1)
  expect(cut('It held.[12] Nobody asked.')).toEqual(['It held.[12]', 'Nobody asked.'])
})

test('German ordinals, abbreviations and quotation marks are cut as Germans do', () => {
  expect(cut('Am 3. März kam z. B. Herr Dr. Meier. Er sagte: „Nein.“ Dann ging er.', 'de')).toEqual([
    'Am 3. März kam z. B. Herr Dr. Meier.',
    'Er sagte: „Nein.“',
    'Dann ging er.',
  ])
})

test('each block is cut for itself, and what marks a list is left out', () => {
  const blocks: Block[] = [
    { kind: 'heading', text: '2. What the engineers knew' },
    { kind: 'list-item', text: '1. They warned in 2019' },
    { kind: 'list-item', text: '• Nobody acted' },
    { kind: 'paragraph', text: '3 cracks were found' },
    { kind: 'caption', text: 'The dam. Photo: A. Brandt' },
  ]
  expect(cut(blocks)).toEqual([
    'What the engineers knew',
    'They warned in 2019',
    'Nobody acted',
    '3 cracks were found',
    'The dam.',
    'Photo: A. Brandt',
  ])
})

test('a row of a table is one sentence; whole sentences in its cells are cut', () => {
  const numbers: Block = { kind: 'table', text: 'Year\tDisplaced\n2025\t1,450\n\t' }
  expect(cut([numbers])).toEqual(['Year\tDisplaced', '2025\t1,450'])
  const layout: Block = { kind: 'table', text: 'The dam broke. Nobody knew.\tIt rained.' }
  expect(cut([layout])).toEqual(['The dam broke.', 'Nobody knew.', 'It rained.'])
})

test('what says nothing is no sentence', () => {
  const address = 'https://ledger.example/dam.jpg'
  expect(cut([{ kind: 'picture', text: address, address }])).toEqual([])
  expect(cut('* * *')).toEqual([])
  expect(cut('')).toEqual([])
})

test('places are code points of the frozen text, also behind letters of two units', () => {
  const blocks: Block[] = [
    { kind: 'paragraph', text: '🌊🌊 rose. The 𝔡am broke.' },
    { kind: 'paragraph', text: 'Cafe\u0301s closed.' },
  ]
  expect(cut(blocks)).toEqual(['🌊🌊 rose.', 'The 𝔡am broke.', 'Cafés closed.'])
})

test('a language that no program knows is cut as English is', () => {
  for (const language of [null, 'xx', 'en-abcdefgh-abcdefgh', 'not a tag'])
    expect(cut('Dr. Vey came. He left.', language)).toHaveLength(2)
})

test('an article of 25,000 words is cut in a moment, and one without any dot is one sentence', () => {
  const text = 'The dam near Karsell broke on Monday, Dr. Vey said at 5 p.m. in the capital. '.repeat(100)
  const blocks = Array.from({ length: 17 }, (): Block => ({ kind: 'paragraph', text }))
  expect(cut(blocks)).toHaveLength(1_700)
  expect(cut('water '.repeat(25_000))).toHaveLength(1)
})

const folders = [process.env.ARTICLES_DIR, join('tests', 'pages')]
const dumps = folders.flatMap((folder) =>
  folder && existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => join(folder, name))
    : [],
)

describe.each(dumps)('in %s', (path) => {
  const { blocks, language } = extractText(readFileSync(path, 'utf8'))
  const text = frozenText(blocks)
  const sentences = sentencesOf(blocks, language)
  const points = Array.from(text)

  test('every letter and digit is in one sentence, and none is in two', () => {
    const inSentences = sentences.flatMap(({ start, end }) => points.slice(start, end))
    const said = (letters: string[]) => letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter)).join('')
    const marker = /^(?:[\p{Pd}\p{Po}·▪●■◦*]|\(?(?:\d{1,3}|\p{L})[.)])\s+/u
    const withoutMarkers = blocks.map(({ kind, text: own }) =>
      kind === 'list-item' || kind === 'heading' ? own.replace(marker, '') : own,
    )
    expect(said(inSentences)).toBe(said(Array.from(withoutMarkers.join('\n'))))
    expect(sentences.every(({ start }, at) => start >= (sentences[at - 1]?.end ?? 0))).toBe(true)
  })

  test('no sentence leaves its block, or begins within a word', () => {
    const places = blockPositions(blocks)
    const isIn = (one: { start: number; end: number }) =>
      places.some(({ start, end }) => one.start >= start && one.end <= end)
    expect(sentences.filter((one) => !isIn(one))).toEqual([])
    const isCut = ({ start }: { start: number }) =>
      /\p{L}\p{L}/u.test(points.slice(start - 1, start + 1).join(''))
    expect(sentences.filter(isCut)).toEqual([])
  })
})
