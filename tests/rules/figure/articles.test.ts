import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNumerals, readQuantities } from '../../../server/claim/figure/quantity/quantities'

// Pages as they were saved; without ARTICLES_DIR the project's own.
const folder = process.env.ARTICLES_DIR ?? join(import.meta.dirname, '../../pages')
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

/** Every run of digits with what groups it, by the simplest of scans, and where it stands in code points. */
function digitRuns(text: string) {
  const points = Array.from(text)
  const runs: { words: string; start: number; end: number }[] = []
  for (let at = 0; at < points.length; at++) {
    if (!/\d/.test(points[at] ?? '')) continue
    let end = at
    while (
      /\d/.test(points[end] ?? '') ||
      (/[.,]/.test(points[end] ?? '') && /\d/.test(points[end + 1] ?? ''))
    )
      end++
    runs.push({ words: points.slice(at, end).join(''), start: at, end })
    at = end
  }
  return runs
}

test('there are articles, and they are full of numbers', () => {
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.flatMap(digitRuns).length).toBeGreaterThan(20)
  expect(texts.flatMap(readQuantities).length).toBeGreaterThan(20)
})

test('each digit of an article is in a number, in a date, or in what is named as neither', () => {
  const missed = texts.flatMap((text) => {
    const numerals = readNumerals(text)
    const points = Array.from(text)
    return points.flatMap((point, index) => {
      const isRead = numerals.some(({ at }) => at.start <= index && index < at.end)
      return /\d/.test(point) && !isRead ? [points.slice(Math.max(0, index - 20), index + 20).join('')] : []
    })
  })
  expect(missed).toEqual([])
})

/** Words that write a number; "one" is left out, as it is a pronoun more often than not. */
const numberWords = new RegExp(
  `\\b(?:${[
    ...['two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|thirds?|quarters?'],
    ...['(?:thir|four|fif|six|seven|eigh|nine)teen', '(?:twen|thir|for|fif|six|seven|eigh|nine)ty'],
    ...['dozens?|scores|hundreds?|thousands?|millions?|billions?|trillions?'],
  ].join('|')})\\b`,
  'gi',
)

/** Where these words count nothing: what is the third of its kind. */
const ordinals = ['third country', 'third countries', 'third generation', 'third such']

test('each number written in words is read, or named as one that counts nothing', () => {
  const found = texts.flatMap((text) => {
    const numerals = readNumerals(text)
    return [...text.matchAll(numberWords)].map(({ index }) => {
      const start = Array.from(text.slice(0, index)).length
      const isRead = numerals.some(({ at }) => at.start <= start && start < at.end)
      return isRead || ordinals.some((words) => text.startsWith(words, index))
        ? null
        : text.slice(Math.max(0, index - 20), index + 20)
    })
  })
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter((words) => words !== null)).toEqual([])
})

test('a number that stands alone in digits has their value, whatever surrounds it', () => {
  const wrong = texts.flatMap((text) => {
    const quantities = readQuantities(text)
    return digitRuns(text).flatMap(({ words, start, end }) => {
      const quantity = quantities.find(({ at }) => at.start <= start && end <= at.end)
      const isPlain =
        quantity &&
        quantity.kind !== 'date' &&
        !/[½¼¾]|million|billion|thousand|\dm|bn/.test(quantity.reported)
      const value = Number(words.replace(/,/g, ''))
      return isPlain && value !== quantity.low && value !== quantity.high
        ? [`${words}: ${quantity.low}..${quantity.high}`]
        : []
    })
  })
  expect(wrong).toEqual([])
})

test('no number is invented: each one has its digits or its words where it says it stands', () => {
  const invented = texts.flatMap((text) => {
    const points = Array.from(text)
    return readQuantities(text).filter(({ at, reported }) => {
      const stands = points.slice(at.start, at.end).join('')
      return (
        stands !== reported ||
        !/\d|[½¼¾]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|third|quarter|fifth|January|February|March|April|May|June|July|August|September|October|November|December)\b|[가-힣]/i.test(
          reported,
        )
      )
    })
  })
  expect(invented).toEqual([])
})

test('four digits without a comma are a year where they are no count', () => {
  const years = texts.flatMap((text) =>
    readQuantities(text).filter(({ reported }) => /^(?:19|20)\d\d$/.test(reported)),
  )
  expect(years.length).toBeGreaterThan(0)
  expect(years.filter(({ kind, counted }) => kind !== 'date' && !counted)).toEqual([])
})
