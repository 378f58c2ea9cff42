// What the places of a claim's page hold in which the page's own words stand among those of the record.
import { elementsIn, isA, wordsOf } from '../markup.mjs'
import { heading, inParts, onlyOf, says, strange, within } from './told.mjs'

export const labelsOf = ({ scale }) => (scale ?? []).map(({ label }) => label)

/** Heading, stamp and meaning, and whose check it is. */
export function strangeInHead(head, { isRetracted, content }) {
  const { claim, scale, article, topics, authors, approvedBy } = content
  const own = scale?.find(({ verdict }) => verdict === claim.verdict)
  const lines = ['p.slug', 'h1', 'p.stamp?', 'p.meaning?', 'p.cl-ver*']
  const named = [...(topics ?? []), ...(claim.topics ?? [])]
  return inParts(
    head,
    'below its heading',
    lines,
    ({ 'p.slug': slug, 'p.stamp': stamp, 'p.meaning': meaning, 'p.cl-ver': [made, about, ...more] }) => [
      ...within(slug, 'above its heading', { words: [article.title], most: 100 }),
      ...onlyOf(slug, 'above its heading', ['a', 'bdi']),
      ...(stamp ? within(stamp, 'on its stamp', { words: [own?.label], most: own ? 40 : 80 }) : []),
      ...(stamp ? onlyOf(stamp, 'on its stamp', ['span', 'svg', 'use']) : []),
      ...(meaning
        ? within(meaning, 'below its stamp', {
            words: [isRetracted ? own?.label : own?.meaning],
            most: own ? 100 : 160,
          })
        : []),
      ...(meaning ? onlyOf(meaning, 'below its stamp', []) : []),
      ...(made ? within(made, 'below its heading', { words: [...authors, ...approvedBy], most: 140 }) : []),
      ...(made ? onlyOf(made, 'below its heading', ['time']) : []),
      ...(about ? within(about, 'among its topics', { words: named, most: 40 + named.length }) : []),
      ...more.map((line) => strange('below its heading', wordsOf(line))),
    ],
  )
}

/** The words that were checked with what stands around them, and where they are read. */
export function strangeInQuote(figure, { claim, article }, quoted) {
  const hosts = claim.appearances.flatMap(({ address }) => hostOf(address) ?? [])
  const said = Object.values(claim.figure ?? {}).filter((value) => typeof value === 'string')
  const words = [claim.speaker, claim.date, article.title, article.publisher, ...hosts, ...said]
  return inParts(figure, 'beside its quote', ['blockquote', 'figcaption'], ({ blockquote, figcaption }) => [
    ...says(blockquote, 'around its quote', quoted),
    ...within(figcaption, 'below its quote', { words, most: 400 }),
    ...onlyOf(figcaption, 'below its quote', ['a', 'bdi', 'span', 'time']),
  ])
}

function hostOf(address) {
  try {
    return new URL(address.trim()).host
  } catch {
    return null
  }
}

/** The reasons word for word, each citation as the number of its source; then the day until which that was known. */
export function strangeInReasons(section, { rationale, sources, asKnownAt }) {
  const [h2, ...rest] = elementsIn(section)
  const known = rest.findLast((one) => isA(one, 'p.known'))
  const blocks = rest.filter((one) => one !== known)
  const reasons = {
    name: 'div',
    inside: [...section.inside.filter((one) => typeof one === 'string'), ...blocks],
  }
  const markup = ['div', 'p', 'blockquote', 'ul', 'ol', 'li', 'strong', 'em', 'a']
  return [
    ...(h2?.name === 'h2' ? heading(h2, 'of its reasons') : [strange('in its reasons', wordsOf(section))]),
    ...says(reasons, 'in its reasons', proseOf(rationale, sources)),
    ...onlyOf(reasons, 'in its reasons', markup),
    ...(known && !asKnownAt ? [strange('in its reasons', wordsOf(known))] : []),
    ...(known ? within(known, 'below its reasons', { most: 80 }) : []),
  ]
}

function proseOf(node, sources) {
  if (typeof node.text === 'string') return node.text
  if (node.type === 'citation') {
    const number = sources.findIndex(({ id }) => id === node.attrs.source) + 1
    return number ? String(number) : ''
  }
  return (node.content ?? []).map((child) => proseOf(child, sources)).join('')
}

/** How the check is passed on: the words to cite it by have its statement. */
export const strangeBeside = (aside, { claim, scale }) =>
  elementsIn(aside).flatMap((section) =>
    inParts(section, 'beside it', ['h2', 'p?', 'ul?', 'p.address?', 'p.citeas?', 'p.meta?'], (parts) => [
      ...heading(parts.h2, 'beside it'),
      ...['p.address', 'p.citeas', 'p.meta'].flatMap((word) =>
        parts[word]
          ? within(parts[word], 'beside it', { words: [claim.statement, ...labelsOf({ scale })], most: 400 })
          : [],
      ),
    ]),
  )
