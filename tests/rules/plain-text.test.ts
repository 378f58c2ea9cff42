import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractText } from '../../server/article/plain-text'
import { answers, type Dump, digest, dumpsIn, linesOf } from '../pages/dump-answers'

const pages = join(process.cwd(), 'tests', 'pages')

const shared = process.env.ARTICLES_DIR ? dumpsIn(process.env.ARTICLES_DIR) : []
const own = dumpsIn(pages)
const dumps = [...shared, ...own]

const isKnown = ({ name }: Dump) => answers[name] !== undefined
const known = dumps.filter(isKnown)

const counted = `${shared.length} of them from ARTICLES_DIR, ${known.length} with answers`
describe(`${dumps.length} dumps of pages, ${counted}`, () => {
  test('every dump of our own has its answer', () => {
    expect(own.filter((dump) => !isKnown(dump))).toEqual([])
  })

  // A folder of other articles has no answers here; one that lacks a single dump was renamed or cut short.
  if (shared.some(isKnown))
    test('every answer has its dump', () => {
      const names = dumps.map(({ name }) => name)
      expect(Object.keys(answers).filter((name) => !names.includes(name))).toEqual([])
    })

  test.each(known)('$name gives its body lines in order, all of them and no other', ({ name, path }) => {
    const lines = linesOf(extractText(readFileSync(path, 'utf8')))
    const expected = answers[name]?.body ?? []
    expect(lines.filter((line) => !expected.includes(digest(line)))).toEqual([])
    expect(lines.map(digest)).toEqual(expected)
  })

  test.each(known)('$name gives what it states about itself and nothing more', ({ name, path }) => {
    const { title, byline, publisher, published, updated, language } = extractText(readFileSync(path, 'utf8'))
    const stated = { published, updated, language, publisher: publisher && digest(publisher) }
    expect({ ...stated, title: digest(title ?? ''), byline: byline.map(digest) }).toEqual({
      ...answers[name],
      body: undefined,
    })
  })

  test.each(dumps)('$name gives a title above a body that does not begin with it', ({ path }) => {
    const { title, blocks } = extractText(readFileSync(path, 'utf8'))
    expect(title).not.toBeNull()
    expect(blocks.length).toBeGreaterThan(2)
    expect(blocks[0]?.text).not.toBe(title)
  })

  test('a page with tickers, paths and a cookie notice gives what it states about itself', () => {
    const { blocks, ...stated } = extractText(readFileSync(join(pages, 'canal-lock.txt'), 'utf8'))
    expect(stated).toEqual({
      title: 'Canal office shut Oster lock after cracked gate was found',
      byline: ['Ida Brandt', 'Jonas Weller'],
      published: '2024-05-06T17:20Z',
      updated: null,
      publisher: 'Reach Courier',
      language: 'en',
      standfirst: null,
      provenance: {
        title: 'page',
        byline: 'page',
        published: 'page',
        updated: null,
        publisher: 'page',
        language: 'page',
        standfirst: null,
      },
    })
    expect(blocks.map((block) => block.kind)).toEqual([
      'paragraph',
      'caption',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
      'list-item',
      'list-item',
      'table',
      'heading',
      'paragraph',
      'list-item',
      'list-item',
    ])
  })
})

describe('text pasted by itself comes through whole', () => {
  const sentence = 'The lock was closed on Monday after divers found a crack in the upper gate.'

  test('one paragraph', () => {
    expect(extractText(sentence)).toMatchObject({
      title: null,
      blocks: [{ kind: 'paragraph', text: sentence }],
    })
  })

  test('one very long line', () => {
    const long = Array.from({ length: 400 }, () => sentence).join(' ')
    expect(extractText(long).blocks).toEqual([{ kind: 'paragraph', text: long }])
  })

  test('a title, a byline with a date and paragraphs', () => {
    const { title, byline, published, blocks } = extractText(
      `Lock at Oster closed\nBy Ida Brandt\n6 May 2024\n\n${sentence}\n\nNobody was hurt.\n\nThe end`,
    )
    expect({ title, byline, published }).toEqual({
      title: 'Lock at Oster closed',
      byline: ['Ida Brandt'],
      published: '2024-05-06',
    })
    expect(blocks.map((block) => block.text)).toEqual([sentence, 'Nobody was hurt.', 'The end'])
  })

  test('the owner of the rights is the publisher only where the head of the page bears the name, too', () => {
    const dump = (head: string) =>
      `${head}Lock at Oster closed\nBy Ida Brandt\n6 May 2024\n\n${sentence}\n\nNobody was hurt in the night, the keeper of the lock said.\n\nIt stays shut until the gate is mended.\n\n© 2024 Oster Courier Ltd. All rights reserved.`
    expect(extractText(dump('')).publisher).toBeNull()
    expect(extractText(dump('Oster Courier\n\n')).publisher).toMatch(/^Oster Courier/)
  })

  test('a text of short sentences only', () => {
    const { blocks } = extractText('It rained.\n\nThe lock held.\n\nWe slept.')
    expect(blocks.map((block) => block.text)).toEqual(['It rained.', 'The lock held.', 'We slept.'])
  })

  test('headings that might be menu words, and lines of figures', () => {
    const raw = `${sentence}\n\nHealth\n\n${sentence}\n\nWritten by hand by my aunt\n\n1 : 40`
    expect(extractText(raw).blocks.map((block) => block.text)).toEqual(raw.split('\n\n'))
  })

  test('headings, bullets and quotes of Markdown', () => {
    const { title, blocks } = extractText(
      `# The lock\n\n${sentence}\n\n## What follows\n\n- Barges go by Hallen\n- Boats wait\n\n> Nobody was in danger.`,
    )
    expect(title).toBe('The lock')
    expect(blocks).toEqual([
      { kind: 'paragraph', text: sentence },
      { kind: 'heading', text: 'What follows' },
      { kind: 'list-item', text: 'Barges go by Hallen' },
      { kind: 'list-item', text: 'Boats wait' },
      { kind: 'quote', text: 'Nobody was in danger.' },
    ])
  })

  test('paragraphs wrapped at a fixed width are joined again', () => {
    const wrapped = [
      'The lock was closed on Monday after divers found a crack in the',
      'upper gate. It had not been there in the autumn, when the last',
      'inspection took place, the office said in a long state-',
      'ment that it sent to the papers.',
      '',
      'The statement is the second one this year and names no cause of',
      'the damage, which the office wants to find before summer.',
    ].join('\n')
    expect(extractText(wrapped).blocks.map((block) => block.text)).toEqual([
      'The lock was closed on Monday after divers found a crack in the upper gate. It had not been there in the autumn, when the last inspection took place, the office said in a long statement that it sent to the papers.',
      'The statement is the second one this year and names no cause of the damage, which the office wants to find before summer.',
    ])
  })

  test('cells parted by tabs are a table', () => {
    const { blocks } = extractText(`${sentence}\n\nYear\tBoats\n2021\t11,400\n2022\t12,050`)
    expect(blocks[1]).toEqual({
      kind: 'table',
      text: 'Year\tBoats\n2021\t11,400\n2022\t12,050',
      rows: [
        ['Year', 'Boats'],
        ['2021', '11,400'],
        ['2022', '12,050'],
      ],
    })
  })

  test.each(['', ' \n\n\t', '* * *\n---'])('nothing to read gives no blocks: %j', (raw) => {
    expect(extractText(raw)).toMatchObject({ title: null, blocks: [] })
  })
})

describe('what a text states about its date', () => {
  const text = (line: string) =>
    `Menu\nLock at Oster closed for weeks\n${line}\n\nThe lock was closed on Monday after divers found a crack in the upper gate.\n\nThe office in Hallen says that it will take until June to repair it.`

  test.each([
    ['Published 6 May 2024', '2024-05-06', null],
    ['May 6, 2024 at 5:20 pm EDT', '2024-05-06T17:20-04:00', null],
    ['Published: May 2024', '2024-05', null],
    ['Posted on 6. Mai 2024 | Updated 2024-05-07', '2024-05-06', '2024-05-07'],
    ['Updated: 7 May 2024, 09:15 GMT', null, '2024-05-07T09:15Z'],
    ['31/05/2024', '2024-05-31', null],
    ['05/06/2024', null, null],
    ['31 February 2024', null, null],
    ['2 hours ago', null, null],
  ])('%s', (line, published, updated) => {
    expect(extractText(text(line))).toMatchObject({ published, updated })
  })

  test('a date in a sentence of the body is not the article’s', () => {
    expect(
      extractText(text('The gate was last repaired on 3 March 2011, the office says.')).published,
    ).toBeNull()
  })
})

test.each([
  ['en', 'The lock was closed on Monday after divers found a crack in the upper gate of it.'],
  [
    'de',
    'Die Schleuse ist seit Montag geschlossen, weil Taucher in dem oberen Tor einen Riss gefunden haben.',
  ],
  ['fr', 'L’écluse est fermée depuis lundi parce que des plongeurs ont trouvé une fissure dans la porte.'],
  ['ja', '月曜日から水門は閉まっている。潜水士が上の扉にひびを見つけたからだ。'],
  [null, 'Oster Hallen Lund Sorn Karsell Reach Brandt Weller Holm Lind Oyen Foss Meyer Solum'],
])('the language %s is told from the words', (language, text) => {
  expect(extractText(text).language).toBe(language)
})
