import { expect, test } from 'vitest'
import { extractPdf } from '../../server/article/extract/file/pdf/pdf-text'
import { isParted } from '../../server/article/extract/file/read-english'
import { aPdf, column, type Placed } from '../write-files'

const readBytes = (bytes: Buffer) => extractPdf(new Uint8Array(bytes), isParted)
const read = async (pages: Placed[][]) => (await readBytes(aPdf(pages))).extraction
const texts = async (pages: Placed[][]) => (await read(pages)).blocks.map(({ text }) => text)

const first = [
  'Two thousand people were driven from their homes when the dam at Karsell gave',
  'way on Monday morning, shortly before the market opened its gates, and nobody in',
  'the ministry had acted.',
]
const second = [
  'The government has set aside fourteen million marks, which the prime minister on',
  'Tuesday called the largest package since independence.',
]

test('lines become paragraphs at the gaps between them', async () => {
  const page = [...column(first, { x: 60, y: 700 }), ...column(second, { x: 60, y: 655 })]
  expect(await texts([page])).toEqual([first.join(' '), second.join(' ')])
})

test('a first line that stands in begins a paragraph', async () => {
  const [head = '', ...rest] = second
  const page = [
    ...column(first, { x: 60, y: 700 }),
    { text: head, x: 74, y: 664 },
    ...column(rest, { x: 60, y: 652 }),
  ]
  expect(await texts([page])).toEqual([first.join(' '), second.join(' ')])
})

test('the largest words are the title, larger ones headings', async () => {
  const page = [
    { text: 'Dam gives way', x: 60, y: 760, size: 22 },
    ...column(first, { x: 60, y: 700 }),
    { text: 'What was known', x: 60, y: 645, size: 14 },
    ...column(second, { x: 60, y: 620 }),
  ]
  const { title, blocks } = await read([page])
  expect(title).toBe('Dam gives way')
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'paragraph'])
})

const left = [
  'The dam was built in the',
  'year after the war, when',
  'the valley had no power',
  'and the town had no say',
  'in what was built above.',
]
const right = [
  'It was meant to hold for',
  'a hundred years. It held',
  'for sixty, with cracks in',
  'the northern wall since',
  'the spring of 2019.',
]

test('two columns are read one after the other, what stands across them first', async () => {
  const page = [
    {
      text: 'A wide line across both of the columns says where all of this was written down',
      x: 60,
      y: 700,
      size: 11,
    },
    ...column(left, { x: 60, y: 670 }),
    ...column(right, { x: 320, y: 670 }),
  ]
  expect((await texts([page])).join(' ')).toBe(
    `A wide line across both of the columns says where all of this was written down ${left.join(' ')} ${right.join(' ')}`,
  )
})

test('a sentence goes on in the next column and on the next page', async () => {
  const cut = [...left.slice(0, 4), 'and no one could say why']
  const pages = [
    [...column(cut, { x: 60, y: 670 })],
    [...column(['it was never mended.', ...right], { x: 60, y: 670 })],
  ]
  expect((await texts(pages))[0]).toContain('no one could say why it was never mended.')
})

test('heads, feet and page numbers that run along are left out', async () => {
  const pages = [1, 2, 3].map((number) => [
    { text: 'The Ledger  Special report', x: 60, y: 810 },
    ...column(
      first.map((line) => `${line} ${number}`),
      { x: 60, y: 700 },
    ),
    { text: `Page ${number}`, x: 280, y: 30 },
  ])
  const all = (await texts(pages)).join('\n')
  expect(all).not.toMatch(/Ledger|Page/)
  expect(all).toContain('Two thousand people')
})

test('a hyphen at the end of a line goes where the word stands elsewhere in one piece', async () => {
  const page = column(
    [
      'The govern-',
      'ment and the well-',
      'known mayor met. The government paid for all that was',
      'lost in the flood.',
    ],
    { x: 60, y: 700 },
  )
  expect(await texts([page])).toEqual([
    'The government and the well-known mayor met. The government paid for all that was lost in the flood.',
  ])
})

test('a hyphen that parts an English word at the end of a line goes, one between two words stays', async () => {
  const page = column(
    [
      'It was the first post-',
      'war flood that the engin-',
      'eers of the govern-',
      'ment had to deal with, and the long-',
      'planned wall was not there.',
    ],
    { x: 60, y: 700 },
  )
  expect(await texts([page])).toEqual([
    'It was the first post-war flood that the engineers of the government had to deal with, and the long-planned wall was not there.',
  ])
})

test('items of a list are blocks of their own', async () => {
  const page = [
    ...column(first, { x: 60, y: 700 }),
    ...column(['1. The wall had cracks.', '2. The sluice was shut.'], { x: 60, y: 650 }),
  ]
  const { blocks } = await read([page])
  expect(blocks.slice(1)).toEqual([
    { kind: 'list-item', text: '1. The wall had cracks.' },
    { kind: 'list-item', text: '2. The sluice was shut.' },
  ])
})

test('the pages’ own text is there to be looked at beside the blocks', async () => {
  const { shown } = await readBytes(
    aPdf([column(first, { x: 60, y: 700 }), column(second, { x: 60, y: 700 })]),
  )
  expect(shown.split('\f')).toEqual([first.join('\n'), second.join('\n')])
})

test.each([
  ['that is cut short', aPdf([column(first, { x: 60, y: 700 })]).subarray(0, 80), 'file-damaged'],
  ['without words', aPdf([[]]), 'file-scanned'],
  [
    'that is locked',
    aPdf(
      [column(first, { x: 60, y: 700 })],
      `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<00> <00>]`,
    ),
    'file-locked',
  ],
])('a PDF %s is refused with that', async (_, bytes, code) => {
  await expect(readBytes(bytes)).rejects.toMatchObject({ refusal: { code } })
})
