import type { Figure as Typed } from '../../server/claim/figure/figure'
import { copiedAmong } from '../../server/dossier/copied/copied'
import { measuresOf } from '../../server/dossier/disagreement/disagreement'
import { failingSums } from '../../server/dossier/sums/sums'
import { told } from '../rules/copied/reports'
import { articleOf } from '../rules/sums/article-of'
import { planted } from '../rules/sums/planted'
import { sound } from '../rules/sums/sound'
import { type Figure, percentile, rounded } from './figures'

/**
 * How many of the planted mistakes are found and how many sound articles raise an alarm; how long the largest dossier
 * takes: its figures held against each other, and its articles.
 */
export async function measureSums(): Promise<Figure[]> {
  const found = planted.filter(({ text, code, language = 'en' }) =>
    failingSums(articleOf(text, { language })).some((finding) => finding.code === code),
  )
  const alarmed = sound.filter(
    ({ text, language = 'en', published = '2026-03-14' }) =>
      failingSums(articleOf(text, { language, published })).length > 0,
  )
  return [
    {
      ...{ name: 'planted mistakes that are found', value: (100 * found.length) / planted.length, unit: '%' },
      ...{ bound: 100, atLeast: true, note: `of ${planted.length}` },
    },
    {
      ...{ name: 'sound articles that raise an alarm', value: alarmed.length, unit: '' },
      ...{ bound: 0, note: `of ${sound.length}` },
    },
    {
      ...{ name: '2,000 figures held against each other, median', unit: 'ms' },
      value: medianOf(() => measuresOf(figures)),
    },
    {
      ...{ name: 'who copied whom among 50 articles, median', unit: 'ms' },
      value: medianOf(() => copiedAmong(articles)),
    },
  ]
}

function medianOf(act: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now()
    act()
    return performance.now() - start
  })
  return rounded(percentile(times, 0.5))
}

/** A hundred things counted twenty times each, half of them alike. */
const figures = Array.from({ length: 2000 }, (_, at) => ({ claimId: `claim ${at}`, figure: aFigure(at) }))

function aFigure(at: number): Typed {
  const value = 500 + (Math.floor(at / 100) % 10)
  return {
    ...{ reported: String(value), at: { start: 0, end: 3 }, low: value, high: value, exactness: 'exactly' },
    ...{ unit: '', counted: `people in camp ${at % 100}`, scope: '', per: '', place: '', saidBy: '' },
    ...{ from: null, to: null },
  }
}

/** Ten reports of forty sentences, each copied four times with its last sentences left out. */
const articles = Array.from({ length: 50 }, (_, at) => {
  const sentences = Array.from({ length: 40 - Math.floor(at / 10) }, (_, nth) =>
    aSentence((at % 10) * 40 + nth),
  )
  return told(`article ${at}`, sentences, { published: `2026-03-${10 + Math.floor(at / 10)}` })
})

/** Twenty words of three thousand, as the number of the sentence alone decides. */
function aSentence(number: number): string {
  const words = Array.from({ length: 20 }, (_, at) => {
    return `word${(mixed(number * 20 + at + 1) % 3000).toString(36)}`
  })
  return `The ${words.join(' ')}.`
}

/** The last step of MurmurHash3: numbers that follow each other come out far apart. */
function mixed(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
