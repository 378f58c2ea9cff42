import type { Exactness } from '../../../../../db/vocabulary/figure'

/** The words of English numbers. Another language gets a file like this one. */

const list = (words: string) => words.split(' ')

const ones = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
const tens = list('twenty thirty forty fifty sixty seventy eighty ninety')

/** Number words below a hundred. */
export const smallWords = new Map<string, number>([
  ...ones.map((word, index) => [word, index] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
])

/** What multiplies the number before it. */
export const magnitudes = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
])

/** The same in short, written at the digits: "2bn", "$5m". */
export const shortMagnitudes: Record<string, number> = {
  ...{ k: 1e3, K: 1e3, m: 1e6, mn: 1e6, mln: 1e6, M: 1e6 },
  ...{ b: 1e9, bn: 1e9, B: 1e9, tn: 1e12, trn: 1e12, T: 1e12 },
}

/** Parts of one, as words after a number: "two thirds". */
export const partWords: Record<string, number> = {
  ...{ half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4 },
  ...{ fifth: 5, fifths: 5, sixth: 6, sixths: 6, seventh: 7, sevenths: 7, eighth: 8, eighths: 8 },
  ...{ ninth: 9, ninths: 9, tenth: 10, tenths: 10 },
}

/** Words whose plural alone is a size: at least two of it, and not yet ten. A dozen's plural ends where hundreds begin. */
export const vaguePlurals: Record<string, [number, number]> = {
  tens: [20, 99],
  dozens: [24, 99],
  scores: [40, 99],
  hundreds: [200, 999],
  thousands: [2_000, 9_999],
  millions: [2_000_000, 9_999_999],
  billions: [2_000_000_000, 9_999_999_999],
  trillions: [2_000_000_000_000, 9_999_999_999_999],
}

/** Words for few, as how many times the magnitude after them they are: "several hundred". */
export const vagueTimes: Record<string, [number, number]> = {
  'a couple of': [2, 2],
  'a couple': [2, 2],
  'a few': [2, 5],
  few: [2, 5],
  several: [3, 9],
  many: [3, 9],
}

/** What says before a number how exact it is; of two that fit, the longer one counts. */
export const before: [string, Exactness][] = [
  ...said('exactly', 'exactly|precisely|a total of|a combined'),
  ...said(
    'about',
    'about|around|roughly|approximately|approx\\.?|some|nearly|almost|an estimated|estimated|circa|ca\\.|c\\.|close to|in the region of|on the order of|~|≈|an average of|on average|just about|something like|more or less|nearer|perhaps|maybe',
  ),
  ...said(
    'more-than',
    'more than|over|above|exceeding|exceeds|exceeded|upwards? of|greater than|higher than|just over|well over|far more than|just above|in excess of|north of|topped|surpassed|>',
  ),
  ...said(
    'at-least',
    'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum|at the very least|≥|>=|at a minimum',
  ),
  ...said(
    'at-most',
    'at most|no more than|not more than|a maximum of|maximum|at the most|≤|<=|no higher than|not exceeding',
  ),
  ...said('up-to', 'up to|as many as|as much as|as high as'),
  ...said(
    'fewer-than',
    'fewer than|less than|under|below|just under|well under|just below|lower than|not quite|short of|<',
  ),
]

/** What says so behind it. */
export const behind: [string, Exactness][] = [
  ...said(
    'at-least',
    '\\+|-plus| plus| or more| or over| and over| and above| or above| or greater| or higher| at least| at the very least| and counting',
  ),
  ...said('at-most', ' or less| or fewer| or under| or below| at most| at the most| or lower| maximum'),
  ...said('about', ' or so|-odd| odd|-ish| or thereabouts| approximately| roughly'),
]

function said(exactness: Exactness, ways: string): [string, Exactness][] {
  return ways.split('|').map((way) => [way, exactness])
}

export const months = list(
  'january february march april may june july august september october november december',
)
export const monthPattern =
  'Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?'

/** Words that end what is counted: they are no part of its name. */
export const notCounted = new Set(
  list(
    'a an the this that these those his her its their our my your of in at on from to by for with without since after before until till during as than then and or but nor so if when while where who whom whose which what why how were was is are be been being am has have had do does did will would could can may might must shall should said says say told not no nor also still now yet later earlier ago more less fewer least most about around over under up down out into onto off per each every between among through across against because there here it he she they we i you us them him me both either neither only just even already nearly almost roughly including came come went go left got get made make took take died dead killed missing injured arrested detained displaced gone lost left fled returned total old percent per cent today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday times',
  ),
)

/** Plurals that do not end in s. */
export const oddPlurals = new Set(
  list(
    'people women men children persons police staff cattle sheep fish troops personnel teeth feet mice geese media data aircraft spacecraft livestock folk clergy households policemen policewomen firemen fishermen servicemen servicewomen schoolchildren grandchildren salespeople spokesmen gunmen businessmen countrymen deer crew poultry offspring',
  ),
)
