// The places of a claim's page, and what its record lets stand in each.
import { allIn, elementsIn, isA, wordsOf } from '../markup.mjs'
import { labelsOf, strangeBeside, strangeInHead, strangeInQuote, strangeInReasons } from './in-claim.mjs'
import { strangeInSource } from './in-source.mjs'
import { heading, inItems, inParts, ledBy, onlyOf, says, strange, within } from './told.mjs'

/** Which place of a claim's page an element is. */
export function nameOfClaimPlace(element) {
  const { name, classes, attributes } = element
  if (isA(element, 'section.standing')) return attributes.has('aria-labelledby') ? 'removed' : 'standing'
  if (!isA(element, 'section.pub-sec')) return `${name}.${classes[0]}`
  if (attributes.has('id')) return attributes.get('id')
  if (classes.includes('body')) return 'reasons'
  const holds = (word) => elementsIn(element).some((one) => isA(one, word))
  if (holds('p.answer')) return 'answer'
  if (holds('ol.sources')) return 'sources'
  return holds('blockquote') ? 'dissent' : 'not known'
}

/**
 * The places in their order, each as `[name, what is strange in it, whether there may be several]`. `version` is the shown
 * one; what is under review or answered stands on the newest page alone.
 */
export function claimPlaces({ kind, publicNote, version, content, isVersion }) {
  const { claim, context, dissent } = content
  const isRetracted = kind === 'retraction'
  const { exact } = claim.selectors.quote
  const place = (name, words, look, isMany) => [
    name,
    (element) => inParts(element, `in its ${name}`, words, look),
    isMany,
  ]
  const never = (element) => [strange('in a place that this record has not', wordsOf(element))]
  const when = (isSo, [name, look]) => [name, isSo ? look : never]
  return [
    when(isVersion, [
      'p.older',
      (line) => [...within(line, 'above it', { most: 100 }), ...onlyOf(line, 'above it', ['a'])],
    ]),
    when(
      isRetracted || !isVersion,
      place('standing', ['p', 'p.meta'], ({ p, 'p.meta': more }) => [
        ...ledBy(p, 'in its standing', { said: isRetracted ? publicNote : undefined, most: 100 }),
        ...within(more, 'in its standing', { most: 200 }),
      ]),
    ),
    place('removed', ['p', 'p.meta'], ({ p }) => ledBy(p, 'in its removal', { most: 100 }), true),
    ['header.pub-head', (head) => strangeInHead(head, { isRetracted, content })],
    when(kind !== 'first' && !isRetracted, [
      'section.corr-note',
      (note) =>
        inParts(note, 'in its note', ['p'], ({ p }) =>
          ledBy(p, 'in its note', { said: publicNote, most: 120 }),
        ),
    ]),
    [
      'figure.cl-quote',
      (figure) => strangeInQuote(figure, content, `${context?.before ?? ''}${exact}${context?.after ?? ''}`),
    ],
    place('answer', ['h2', 'p.answer'], ({ h2 }) => heading(h2, 'of its answer')),
    ['reasons', (section) => strangeInReasons(section, claim)],
    when(
      dissent && !isRetracted,
      place('dissent', ['h2', 'p', 'blockquote'], ({ h2, p, blockquote }) => [
        ...heading(h2, 'of its dissent'),
        ...within(p, 'in its dissent', { words: [dissent.by, ...labelsOf(content)], most: 120 }),
        ...says(blockquote, 'in its dissent', dissent.reason),
      ]),
    ),
    when(
      claim.notKnown.trim(),
      place('not known', ['h2', 'p'], ({ h2, p }) => [
        ...heading(h2, 'of what is not known'),
        ...says(p, 'in what is not known', claim.notKnown),
      ]),
    ),
    place('sources', ['h2', 'ol.sources'], ({ h2, 'ol.sources': list }) => [
      ...heading(h2, 'of its sources'),
      ...inItems(list, 'among its sources', claim.sources, (item, source, index) =>
        strangeInSource(item, { source, number: index + 1, evidence: content.evidence ?? [] }),
      ),
    ]),
    place('searches', ['h2', 'ul.asked'], ({ h2, 'ul.asked': list }) => [
      ...heading(h2, 'of its searches'),
      ...inItems(list, 'among its searches', claim.searches ?? [], strangeInSearch),
    ]),
    place('replies', ['h2', 'ul.asked'], ({ h2, 'ul.asked': list }) => [
      ...heading(h2, 'of its replies'),
      ...inItems(list, 'among its replies', claim.replies ?? [], strangeInReply),
    ]),
    place('versions', ['h2', 'ol.versions'], ({ h2, 'ol.versions': list }) => [
      ...heading(h2, 'of its versions'),
      ...inItems(
        list,
        'among its versions',
        Array.from({ length: version }, (_, at) => version - at),
        strangeInVersion,
      ),
    ]),
    // What was not sealed with it, and a place that all pages have: neither may look like a part of the check.
    place('dossiers', ['h2', 'ul'], () => []),
    place('answers', ['h2', 'ol.pub-list'], ({ h2 }) => heading(h2, 'of its answers to readers')),
    ['section.verify', (section) => inParts(section, 'in its seal', ['h2', 'p', 'dl.seal'], () => [])],
    ['aside.pub-aside', (aside) => strangeBeside(aside, content)],
  ]
}

const strangeInSearch = (item, { what, where, when, through }) =>
  inParts(item, 'among its searches', ['p', 'p.meta?'], ({ p, 'p.meta': about }) => [
    ...says(p, 'among its searches', what),
    ...(about ? within(about, 'among its searches', { words: [where, when, through], most: 40 }) : []),
  ])

const strangeInReply = (item, { whom, answer, ...days }) =>
  inParts(item, 'among its replies', ['p', 'blockquote?'], ({ p, blockquote }) => [
    ...within(p, 'among its replies', { words: [whom, ...Object.values(days)], most: 160 }),
    ...(blockquote ? says(blockquote, 'among its replies', answer) : []),
  ])

/** Notes and lines of each version stand apart: they are those of records that are looked at by themselves. */
const strangeInVersion = (item, version) =>
  inParts(item, 'among its versions', ['span.vn', 'span', 'span.meta'], ({ 'span.vn': number, span }) => [
    ...says(number, 'among its versions', String(version)),
    ...within(span, 'among its versions', {
      words: allIn(span)
        .flatMap((one) => (one.name === 'bdi' ? wordsOf(one) : []))
        .slice(0, 2),
      most: 200,
    }),
  ])
