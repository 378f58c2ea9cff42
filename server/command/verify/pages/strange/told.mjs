// How it is told that a page says something beside its record, and how a place is held against words.
import { allIn, elementsIn, partsOf, wordsOf } from '../markup.mjs'
import { folded } from '../page-text.mjs'

const longest = 120

/** The sentence about words that stand on a page beside what is sealed. */
export function strange(place, words) {
  const said = words.replace(/\s+/gu, ' ').trim()
  const shown = said.length > longest ? `${said.slice(0, longest).toWellFormed()}…` : said
  return `the page says beside what is sealed, ${place}: ${shown}`
}

/** An element says these words and no others. */
export const says = (element, place, words) =>
  folded(wordsOf(element)) === folded(words) ? [] : [strange(place, wordsOf(element))]

/** Besides words of the record an element says no more than so many letters of the page's own, spaces apart. */
export function within(element, place, { words = [], most }) {
  // Longer ones first: of two that begin alike the shorter would leave the end of the longer.
  const known = words
    .filter(Boolean)
    .map(bare)
    .filter(Boolean)
    .toSorted((one, other) => other.length - one.length)
  const left = known.reduce((text, said) => text.replaceAll(said, ''), bare(wordsOf(element)))
  return left.length <= most ? [] : [strange(place, wordsOf(element))]
}

// Words of two directions in a row are set apart by letters that nobody sees.
const bare = (text) => folded(text.normalize('NFC')).replace(/[\u2066-\u2069]/g, '')

/** Only elements of these names stand inside of one; bars over removed words are spans. */
export const onlyOf = (element, place, names) =>
  allIn(element).every(({ name, classes }) => names.includes(name) || classes.includes('blacked'))
    ? []
    : [strange(place, wordsOf(element))]

/** What stands in a place by the words for it, looked at by parts; a place that holds anything else is strange. */
export function inParts(element, place, words, look) {
  const parts = partsOf(element, words)
  return parts ? look(parts) : [strange(place, wordsOf(element))]
}

/** As many items as there are things, each looked at beside its own. */
export function inItems(list, place, things, look) {
  const items = elementsIn(list)
  if (items.length !== things.length || items.some(({ name }) => name !== 'li'))
    return [strange(place, wordsOf(list))]
  return items.flatMap((item, index) => look(item, things[index], index))
}

/** The heading of a place, in the words of the page's language. */
export const heading = (element, place) => [
  ...within(element, `in the heading ${place}`, { most: 60 }),
  ...onlyOf(element, `in the heading ${place}`, ['span']),
]

/** A line of a place that begins in the page's words and goes on in somebody's, which stand apart. */
export function ledBy(line, place, { said, most }) {
  const [own] = elementsIn(line).filter(({ name }) => name === 'bdi')
  return [
    ...(own && said !== undefined ? says(own, place, said) : []),
    ...within(line, place, { words: own ? [wordsOf(own)] : [], most }),
    ...onlyOf(line, place, ['b', 'bdi', 'a', 'time']),
    ...(elementsIn(line).filter(({ name }) => name === 'bdi').length > 1
      ? [strange(place, wordsOf(line))]
      : []),
  ]
}
