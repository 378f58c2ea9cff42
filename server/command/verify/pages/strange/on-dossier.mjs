// The places of a dossier's page, and what its record lets stand in each. Its figures are those of its claims, by their records.
import { allIn, elementsIn, isA, wordsOf } from '../markup.mjs'
import { folded } from '../page-text.mjs'
import { heading, inItems, inParts, ledBy, onlyOf, says, strange, within } from './told.mjs'

/** Which place of a dossier's page an element is. */
export const nameOfDossierPlace = (element) =>
  isA(element, 'section.pub-sec')
    ? (element.attributes.get('aria-labelledby') ?? element.attributes.get('id'))
    : `${element.name}.${element.classes[0]}`

/** The places in their order, as those of a claim's page. */
export function dossierPlaces({ content, isVersion }) {
  const { articles, explanations = [], retraction } = content
  const place = (name, words, look) => [name, (element) => inParts(element, `in its ${name}`, words, look)]
  return [
    [
      'p.older',
      (line) => (isVersion ? within(line, 'above it', { most: 100 }) : [strange('above it', wordsOf(line))]),
    ],
    [
      'section.dos-retracted',
      (note) => (retraction ? strangeInRetraction(note, retraction) : [strange('above it', wordsOf(note))]),
    ],
    place('header.pub-head', ['p.slug', 'h1', 'p.pub-stand', 'p.meta'], (parts) =>
      // The last has the desk's name.
      Object.entries({ 'p.slug': 60, 'p.pub-stand': 200, 'p.meta': 400 }).flatMap(([word, most]) => [
        ...within(parts[word], 'around its heading', { most }),
        ...onlyOf(parts[word], 'around its heading', []),
      ]),
    ),
    ['p.pub-sec', (line) => within(line, 'in place of figures', { most: 200 })],
    ['section.dos-group', (group) => strangeInGroup(group, explanations), true],
    place('articles', ['h2', 'ul.dos-articles'], ({ h2, 'ul.dos-articles': list }) => [
      ...heading(h2, 'of its articles'),
      ...inItems(list, 'among its articles', articles, strangeInArticle),
    ]),
    place('versions', ['h2', 'ul'], ({ h2 }) => heading(h2, 'of its versions')),
    place('answers', ['h2', 'ol.pub-list'], ({ h2 }) => heading(h2, 'of its answers to readers')),
    place('sealed', ['h2', 'p', 'ul.ways'], ({ h2, p }) => [
      ...heading(h2, 'of its seal'),
      ...within(p, 'in its seal', { most: 200 }),
    ]),
    place('cite', ['h2', 'p.citeas'], ({ h2, 'p.citeas': line }) => [
      ...heading(h2, 'of its citation'),
      ...within(line, 'in its citation', { words: [content.name], most: 400 }),
      ...onlyOf(line, 'in its citation', []),
    ]),
    place('take', ['h2', 'ul.ways'], ({ h2 }) => heading(h2, 'of its files')),
  ]
}

const strangeInRetraction = (note, { text, by, approvedBy }) =>
  inParts(note, 'in its retraction', ['p', 'p.meta'], ({ p, 'p.meta': about }) => [
    ...ledBy(p, 'in its retraction', { said: text, most: 100 }),
    ...within(about, 'in its retraction', { words: [by, approvedBy], most: 100 }),
    ...onlyOf(about, 'in its retraction', []),
  ])

const strangeInArticle = (item, { title, publisher }) => {
  const [name, ...about] = item.inside.filter((one) => typeof one !== 'string' || folded(one))
  const isOwn = typeof name === 'string' || name.name === 'a'
  return [
    ...(isOwn ? says(name, 'among its articles', title) : [strange('among its articles', wordsOf(item))]),
    ...about.flatMap((one) =>
      isA(one, 'span.meta')
        ? within(one, 'among its articles', { words: [publisher], most: 60 })
        : [strange('among its articles', wordsOf(one))],
    ),
    ...(about.length > 1 ? [strange('among its articles', wordsOf(item))] : []),
  ]
}

/** Why figures differ stands there as it was approved; whatever else a card says are figures and who said them. */
function strangeInGroup(group, explanations) {
  const words = [
    'h2',
    'section.fig-scroll?',
    'section.tscroll',
    'p.meta?',
    'div.dos-flag*',
    'div.dos-remarks?',
    'details.dos-more*',
  ]
  return inParts(group, 'among its figures', words, (parts) => {
    const { 'div.dos-flag': flags, 'div.dos-remarks': remarks, 'details.dos-more': more } = parts
    return [
      ...flags.flatMap(strangeOnCard),
      ...(remarks ? strangeInRemarks(remarks) : []),
      ...[...flags, ...more].flatMap((one) => strangeExplained(one, explanations)),
    ]
  })
}

/** What a second look is asked for: figures and who said them, in one sentence each. */
const strangeInRemarks = (remarks) =>
  inParts(remarks, 'below its figures', ['h3', 'p.meta', 'div.dos-flag*'], (parts) => [
    ...heading(parts.h3, 'below its figures'),
    ...within(parts['p.meta'], 'below its figures', { most: 200 }),
    ...parts['div.dos-flag'].flatMap((one) =>
      inParts(one, 'below its figures', ['span.flag', 'div'], ({ div }) =>
        inParts(div, 'below its figures', ['h4', 'p'], ({ h4, p }) => [
          ...heading(h4, 'below its figures'),
          ...onlyOf(p, 'below its figures', []),
        ]),
      ),
    ),
  ])

const strangeOnCard = (card) =>
  inParts(card, 'beside its figures', ['span.flag', 'div'], ({ div }) =>
    inParts(div, 'beside its figures', ['h3', 'ul', 'p.meta?', 'div*'], () => []),
  )

/** Every paragraph of an explanation is one that the record has. */
function strangeExplained(place, explanations) {
  const lines = allIn(place).filter(
    ({ name, inside }) => name === 'p' && inside.some((one) => one.name === 'b'),
  )
  return lines.flatMap((line) => {
    const [lead] = elementsIn(line)
    const text = line.inside
      .filter((one) => one !== lead)
      .map(wordsOf)
      .join('')
    const isApproved = explanations.some((one) => folded(one.text) === folded(text))
    return isApproved
      ? within(lead, 'as a reason', { most: 60 })
      : [strange('as an explanation', wordsOf(line))]
  })
}
