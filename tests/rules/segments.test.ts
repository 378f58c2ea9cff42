import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellRuns, claimAt, markedLines, segmentsOf } from '../../server/claim/segments'

const quote = (id: string, start: number, end: number) => ({ id, start, end })
const cut = (length: number, ...quotes: { id: string; start: number; end: number }[]) =>
  segmentsOf({ start: 0, end: length }, markedLines(quotes)).map(({ start, end, claims }) => [
    start,
    end,
    claims.map(({ id }) => id).join(' '),
  ])

describe('cutting a text where claims begin and end', () => {
  test('a text without claims is one segment', () => {
    expect(cut(10)).toEqual([[0, 10, '']])
  })

  test('overlapping claims share a segment of their own', () => {
    expect(cut(30, quote('a', 0, 20), quote('b', 10, 25))).toEqual([
      [0, 10, 'a'],
      [10, 20, 'b a'],
      [20, 25, 'b'],
      [25, 30, ''],
    ])
  })

  test('a claim inside another cuts it in three', () => {
    expect(cut(20, quote('a', 0, 20), quote('b', 5, 8))).toEqual([
      [0, 5, 'a'],
      [5, 8, 'b a'],
      [8, 20, 'a'],
    ])
  })

  test('claims that only touch share nothing', () => {
    expect(cut(20, quote('a', 0, 10), quote('b', 10, 20))).toEqual([
      [0, 10, 'a'],
      [10, 20, 'b'],
    ])
  })

  test('a claim across two blocks marks its part of each', () => {
    const marked = markedLines([quote('a', 5, 25)])
    const first = segmentsOf({ start: 0, end: 10 }, marked)
    const second = segmentsOf({ start: 12, end: 30 }, marked)
    expect(first.map(({ start, end, claims }) => [start, end, claims.length])).toEqual([
      [0, 5, 0],
      [5, 10, 1],
    ])
    expect(second.map(({ start, end, claims }) => [start, end, claims.length])).toEqual([
      [12, 25, 1],
      [25, 30, 0],
    ])
  })

  test('segments follow each other without gap, and each says exactly which claims cover it', () => {
    const quotes = fc.array(fc.record({ start: fc.nat(50), length: fc.integer({ min: 1, max: 20 }) }))
    fc.assert(
      fc.property(quotes, (made) => {
        const sorted = made
          .map(({ start, length }, index) => quote(String(index), start, start + length))
          .sort((one, other) => one.start - other.start || one.end - other.end)
        const segments = segmentsOf({ start: 5, end: 60 }, markedLines(sorted))
        expect(segments[0]?.start).toBe(5)
        expect(segments.at(-1)?.end).toBe(60)
        for (const [index, segment] of segments.entries()) {
          expect(segment.end).toBeGreaterThan(segment.start)
          expect(segment.start).toBe(segments[index - 1]?.end ?? 5)
          for (let at = segment.start; at < segment.end; at++) {
            const covering = sorted.filter(({ start, end }) => start <= at && at < end)
            expect(segment.claims.map(({ id }) => id).sort()).toEqual(covering.map(({ id }) => id).sort())
          }
        }
      }),
    )
  })
})

describe('lines under the text', () => {
  const lines = (...quotes: ReturnType<typeof quote>[]) => markedLines(quotes).map(({ line }) => line)

  test('the second claim over the same words gets the lower line', () => {
    expect(lines(quote('a', 0, 20), quote('b', 10, 25))).toEqual([0, 1])
  })

  test('a third overlap gets no line', () => {
    expect(lines(quote('a', 0, 20), quote('b', 5, 25), quote('c', 10, 12))).toEqual([0, 1, null])
  })

  test('a line is free again where its claim ends', () => {
    expect(lines(quote('a', 0, 20), quote('b', 10, 40), quote('c', 20, 30), quote('d', 40, 50))).toEqual([
      0, 1, 0, 0,
    ])
  })
})

describe('pointing at a claim', () => {
  test('the shortest claim is opened first', () => {
    const [, shared] = segmentsOf(
      { start: 0, end: 20 },
      markedLines([quote('long', 0, 20), quote('short', 5, 10)]),
    )
    expect(shared?.claims.map(({ id }) => id)).toEqual(['short', 'long'])
  })

  test('pressing again goes through the claims of the passage', () => {
    expect(claimAt(['short', 'long'], null)).toBe('short')
    expect(claimAt(['short', 'long'], 'short')).toBe('long')
    expect(claimAt(['short', 'long'], 'long')).toBe('short')
    expect(claimAt(['short', 'long'], 'elsewhere')).toBe('short')
  })

  test('where there is no claim, none is opened', () => {
    expect(claimAt([], 'open')).toBeNull()
  })
})

describe('cells of a table', () => {
  test('a cell stands where its words stand in the frozen text, in code points', () => {
    const text = 'Tolm\t👩‍🚒 148\nBrennach\té96'
    const points = Array.from(text)
    for (const run of cellRuns(text, 100).flat())
      expect(points.slice(run.start - 100, run.end - 100).join('')).toBe(run.text)
  })

  test('an empty cell keeps its place', () => {
    expect(cellRuns('a\t\tb', 0)).toEqual([
      [
        { start: 0, end: 1, text: 'a' },
        { start: 2, end: 2, text: '' },
        { start: 3, end: 4, text: 'b' },
      ],
    ])
  })
})
