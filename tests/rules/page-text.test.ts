import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractionShape } from '../../server/article/extract/extraction'
import { blockPositions, frozenText, normaliseText, textHash } from '../../server/article/frozen-text'
import { extract } from '../../server/article/page-text'

function aPage(name: string): string {
  return readFileSync(join(process.cwd(), 'tests', 'pages', `${name}.html`), 'utf8')
}

const address = 'https://courier.example/region/weir'

describe('a news page with menus, related links, adverts and comments', () => {
  const extraction = extract(aPage('weir-report'), address)

  test('gives its article block by block and nothing of the site', () => {
    expect(extraction.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['picture', 'Brown water runs over a stone weir'],
      ['caption', 'The weir at Lund on the second day of the flood.'],
      [
        'paragraph',
        'The old weir at Lund moved by less than three millimetres during the flood of February, according to a survey that the river board published on Monday.',
      ],
      [
        'paragraph',
        'Engineers had feared that the stone apron, which was laid in 1874 and repaired twice since, would be washed out below the third pillar.',
      ],
      ['heading', 'What was measured'],
      ['paragraph', 'Divers put 14 sensors on the pillars in January. The board lists three findings:'],
      ['list-item', 'The apron lost no stone.'],
      ['list-item', 'The third pillar leaned by 2.6 millimetres and came back.'],
      ['list-item', 'Silt rose by half a metre.'],
      [
        'quote',
        '“It was built by people who had seen worse water than we have,” said Marta Oyen, the board’s chief engineer.',
      ],
      ['caption', 'Highest levels at Lund, in metres'],
      ['table', 'Year\tLevel\n1997\t4.12\n2013\t4.40\n2024\t4.51'],
      [
        'paragraph',
        'Whether the weir would stand a flood of five metres is not known. The board wants to find out by a model, for which it has asked the ministry for 300,000 crowns.',
      ],
      [
        'paragraph',
        'The next survey is planned for the autumn, when the water is low enough to walk on the apron.',
      ],
    ])
  })

  test('gives a table’s cells and a picture’s whole address', () => {
    expect(extraction.blocks.find((block) => block.kind === 'table')?.rows).toEqual([
      ['Year', 'Level'],
      ['1997', '4.12'],
      ['2013', '4.40'],
      ['2024', '4.51'],
    ])
    expect(extraction.blocks[0]?.address).toBe('https://courier.example/img/weir-800.jpg')
  })

  test('gives what its JSON-LD states before what its meta tags and text state', () => {
    const { blocks, ...stated } = extraction
    expect(blocks.length).toBeGreaterThan(0)
    expect(stated).toEqual({
      title: 'Weir at Lund held through the flood, survey finds',
      byline: ['Ida Brandt', 'Tomas Rehn'],
      published: '2024-03-18T06:30:00+01:00',
      updated: '2024-03-19',
      publisher: 'Reach Courier',
      language: 'en-GB',
      standfirst: null,
      provenance: {
        title: 'json-ld',
        byline: 'json-ld',
        published: 'json-ld',
        updated: 'json-ld',
        publisher: 'json-ld',
        language: 'json-ld',
        standfirst: null,
      },
    })
  })

  test('has the shape that is stored', () => {
    expect(extractionShape.parse(extraction)).toEqual(extraction)
  })
})

describe('what pages of other kinds state', () => {
  test('meta tags of a journal, with a date no more precise than its month', () => {
    const { blocks, ...stated } = extract(aPage('harbour-journal'), 'https://journal.example/sand')
    expect(blocks).toHaveLength(3)
    expect(stated).toMatchObject({
      title: 'Sand in the outer harbour',
      byline: ['Lena Foss', 'Karl Meyer'],
      published: '2024-02',
      updated: null,
      publisher: 'Harbour Journal',
      language: 'de',
      provenance: {
        title: 'meta',
        byline: 'meta',
        published: 'meta',
        updated: null,
        publisher: 'meta',
        language: 'meta',
      },
    })
  })

  test('an old page laid out in a table states the rest in its text and its address', () => {
    const { blocks, ...stated } = extract(
      aPage('village-notice'),
      'https://sorn.example/2024/05/17/bridge.html',
    )
    expect(blocks.map((block) => [block.kind, block.text.slice(0, 12)])).toEqual([
      ['paragraph', 'The bridge a'],
      ['paragraph', 'The road off'],
      ['paragraph', 'Lorries are '],
    ])
    expect(stated).toMatchObject({
      title: 'Bridge at Sorn closed to lorries',
      byline: ['Greta Solum'],
      published: '2024-05-17',
      updated: null,
      publisher: 'Sorn Notices',
      language: 'en',
    })
  })

  test('a page that states no date and no publisher gives none', () => {
    const { published, updated, publisher, byline, provenance } = extract(
      '<html><body><h1>The mill</h1><p>The mill at Sorn has turned since 1874, and on 3 May 1990 it stopped for a day.</p></body></html>',
      'https://sorn.example/mill',
    )
    expect({ published, updated, publisher, byline }).toEqual({
      published: null,
      updated: null,
      publisher: null,
      byline: [],
    })
    expect(provenance.published).toBeNull()
  })

  test('a page that leaves its body tag out is read as a page', () => {
    const html =
      '<!doctype html><html lang="en"><head><title>Mill stops - Sorn Notices</title></head><h1>Mill stops</h1><p>The mill at Sorn stopped on Monday because the water was too low for its wheel.</p></html>'
    const { title, publisher, blocks } = extract(html, address)
    expect({ title, publisher, text: blocks.map((block) => block.text) }).toEqual({
      title: 'Mill stops',
      publisher: 'Sorn Notices',
      text: ['The mill at Sorn stopped on Monday because the water was too low for its wheel.'],
    })
  })

  test('a page of a few words gives them', () => {
    const html = '<body><ul><li><a href="/">Home</a></li></ul>The mill stands still.</body>'
    expect(extract(html, address).blocks).toEqual([{ kind: 'paragraph', text: 'The mill stands still.' }])
  })

  test('words in another language than the tags claim are believed', () => {
    const html = `<html lang="en"><body><p>${'Der Sand im Hafen ist in den letzten Jahren um einen Meter gestiegen, und das Amt weiß nicht, woher er kommt. '.repeat(3)}</p></body></html>`
    expect(extract(html, address).language).toBe('de')
  })

  test('JSON-LD that does not parse is left aside', () => {
    const html =
      '<html><head><title>x</title><meta property="og:title" content="Mill stops"><script type="application/ld+json">{"@type":</script></head><body><p>The mill stopped.</p></body></html>'
    expect(extract(html, address)).toMatchObject({ title: 'Mill stops', provenance: { title: 'meta' } })
  })

  test('an article that only JSON-LD carries is read from there', () => {
    const body = Array.from(
      { length: 12 },
      (_, day) => `On day ${day} the water at Lund stood where it had stood before.`,
    )
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Twelve days',
      articleBody: body.join('\n\n'),
    })
    const html = `<html><head><script type="application/ld+json">${data}</script></head><body><div id="app">Loading</div></body></html>`
    expect(extract(html, address).blocks.map((block) => block.text)).toEqual(body)
  })
})

describe('HTML that is not a whole page', () => {
  test('a pasted piece is read from its first to its last block', () => {
    const { blocks } = extract(aPage('pasted-piece'), 'about:blank')
    expect(blocks).toEqual([
      { kind: 'heading', text: 'Fewer eels in the upper Reach' },
      {
        kind: 'paragraph',
        text: 'The traps at the mill caught 212 eels this spring, against 390 a year ago.',
      },
      { kind: 'list-item', text: 'March: 40' },
      { kind: 'list-item', text: 'April: 172' },
      { kind: 'paragraph', text: 'Nobody knows why.' },
    ])
  })

  test.each(['Two plain words', '<b>One bold line</b> and more', '<div>Words<br><br>More words</div>'])(
    '%s',
    (html) => {
      const { blocks } = extract(html, '')
      expect(blocks.map((block) => block.text).join(' ')).toBe(
        html
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
    },
  )

  test.each(['', '   ', '<p></p>', '<html></html>', '<html><body></body></html>', aPage('nothing-there')])(
    'a hopeless page gives no blocks (%#)',
    (html) => {
      expect(extract(html, address).blocks).toEqual([])
    },
  )
})

describe('frozen text', () => {
  test('is every block in NFC, joined by an empty line', () => {
    expect(frozenText([{ text: 'Cafe\u0301' }, { text: '' }, { text: 'a\tb' }])).toBe('Café\n\n\n\na\tb')
  })

  test('has each block where its position in code points says', () => {
    const blocks = [{ text: 'A 🚢 waits' }, { text: '' }, { text: 'Cafe\u0301' }]
    const points = [...frozenText(blocks)]
    const found = blockPositions(blocks).map(({ start, end }) => points.slice(start, end).join(''))
    expect(found).toEqual(['A 🚢 waits', '', 'Café'])
  })

  test('is hashed by SHA-256 over UTF-8', () => {
    expect(textHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test('holds nothing invisible and no doubled spaces', () => {
    expect(normaliseText(' one\u00a0 two\u200b\n three\u00ad ')).toBe('one two three')
  })
})
