// A source as a claim's page lists it, beside the one in its record.
import { wordsOf } from '../markup.mjs'
import { inParts, onlyOf, says, strange, within } from './told.mjs'

const among = 'among its sources'

/** What an item of the list says beside its source. */
export function strangeInSource(item, { source, number, evidence }) {
  const words = ['span.ref', 'a.t?', 'span.t?', 'span.stance?', 'p.q?', 'p.m*']
  const archived = evidence.filter((snapshot) => snapshot.source === source.id)
  return inParts(item, among, words, (parts) => [
    ...says(parts['span.ref'], among, String(number)),
    ...strangeInTitle(parts['a.t'] ?? parts['span.t'], source),
    ...strangeInStance(parts['span.stance'], source),
    ...(parts['p.q'] ? says(parts['p.q'], among, `“${source.quote}”`) : []),
    ...strangeInLines(parts['p.m'], source, archived),
  ])
}

/** Its title leads where the record says; what came without a link is called by who said it, or in the page's words. */
function strangeInTitle(title, { title: said, address, unlinked, confidential }) {
  if (!title) return []
  const href = title.attributes.get('href')
  const isElsewhere = href !== undefined && href !== addressOf(address)
  const isPlain = said.trim() && !unlinked && !confidential
  return [
    ...(isPlain
      ? says(title, among, said)
      : within(title, among, { words: [said, address, unlinked?.who, unlinked?.role], most: 60 })),
    ...(isElsewhere ? [strange(`${among}, with a link to ${href}`, wordsOf(title))] : []),
    ...onlyOf(title, among, []),
  ]
}

function addressOf(address) {
  try {
    return new URL(address.trim()).href
  } catch {
    return null
  }
}

function strangeInStance(stance, source) {
  if (!stance) return []
  const isOwn = stance.classes[1] === source.stance
  return [...(isOwn ? [] : [strange(among, wordsOf(stance))]), ...within(stance, among, { most: 30 })]
}

/** What kind of source it is and where the words stand, then a line for each archived copy, with its hash. */
function strangeInLines([about, ...copies], { publisher, date, place, confidential }, archived) {
  const words = [publisher, date, place, confidential?.reason]
  return [
    ...(about ? [...within(about, among, { words, most: 160 }), ...onlyOf(about, among, [])] : []),
    ...copies.flatMap((copy) => {
      const own = archived.find(({ sha256 }) => wordsOf(copy).includes(sha256))
      if (!own) return [strange(among, wordsOf(copy))]
      return [
        ...within(copy, among, { words: [own.sha256], most: 200 }),
        ...onlyOf(copy, among, ['a', 'code']),
      ]
    }),
    ...(copies.length > archived.length ? [strange(among, copies.map(wordsOf).join(' '))] : []),
  ]
}
