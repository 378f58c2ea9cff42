import { expect, test } from 'vitest'
import {
  type CheckedPage,
  checkClaimReview,
  ruleSentences,
} from '../../server/publication/claim-review-rules'
import { jsonInHtml } from '../../server/publication/markup/json-in-html'
import { claimPage, versionPage } from '../../server/publication/pages/claim/claim-page'
import type { PublicVersion } from '../../server/publication/publication'
import { aPublicVersion, editionFor } from '../public-version'

const now = new Date('2026-04-01T00:00:00Z')
const others = ['https://meridian.example/c/13-another-claim']
const first = aPublicVersion({ verdict: 'false' })
const corrected = aPublicVersion({ verdict: 'mostly-true' }, 2)
const unordered = aPublicVersion({ verdict: 'misleading' })

const pageOf = (versions: [PublicVersion, ...PublicVersion[]]): CheckedPage => ({
  ...{ html: claimPage(versions, editionFor()), now, others },
  sealed: versions[0],
})
const good = {
  first: pageOf([first]),
  corrected: pageOf([corrected, first]),
  unordered: pageOf([unordered]),
  version: { html: versionPage(first, [], editionFor()), now },
  lone: { html: claimPage([first], editionFor()), now },
}
type Good = keyof typeof good

test.each(Object.keys(good) as Good[])('the page that is changed here, %s, breaks no rule before', (name) => {
  expect(checkClaimReview(good[name])).toEqual([])
})

type Change = (page: CheckedPage) => CheckedPage
/** [the rule that is broken, what is wrong, the one change, others that break with it, the page it is made on] */
type Mutation = [rule: number, what: string, change: Change, along?: number[], on?: Good]

const script = /(<script type="application\/ld\+json">)(.*?)(<\/script>)/s
const dataOf = (html: string) => JSON.parse(script.exec(html)?.[2] ?? '{}')
const withJson = (html: string, json: string) =>
  html.replace(script, (_, open: string, __: string, close: string) => open + json + close)

/** Sets one value of the data; undefined takes it out. */
function set(path: string, value: unknown): Change {
  return (page) => {
    const data = dataOf(page.html)
    const names = path.split('.')
    const last = names.pop() ?? ''
    const at = names.reduce((part, name) => part[name], data)
    at[last] = value
    return { ...page, html: withJson(page.html, jsonInHtml(data)) }
  }
}

const put = (from: string | RegExp, to: string): Change => {
  return (page) => ({ ...page, html: page.html.replace(from, () => to) })
}
const raw = (text: string): Change => put('"claimReviewed":"', `"note":"${text}","claimReviewed":"`)
const facts = (known: Partial<CheckedPage>): Change => {
  return (page) => ({ ...page, ...known })
}

const scriptOf = (data: object) => `<script type="application/ld+json">${jsonInHtml(data)}</script>`
const another = scriptOf({ '@context': 'https://schema.org', '@type': 'ClaimReview' })
const within = scriptOf({ '@type': 'ItemList', itemListElement: [{ item: { '@type': ['ClaimReview'] } }] })

const mutations: Mutation[] = [
  [1, 'two of them', put('</head>', `${another}</head>`)],
  [1, 'one more inside of a list', put('</head>', `${within}</head>`)],
  [1, 'none', put(script, '')],
  [1, 'one on a version’s own page', put('</head>', `${another}</head>`), [], 'version'],
  [1, 'one on a page of something else', put('/c/12-', '/a/12-'), [], 'lone'],
  [2, 'another context', set('@context', 'http://schema.org')],
  [2, 'no context', set('@context', undefined)],
  [2, 'another type', set('@type', 'Review')],
  [2, 'something that is no JSON', put('"@context"', "'@context'")],
  [
    3,
    'space before the claim',
    set('claimReviewed', ' It is the largest relief package since independence.'),
    [20],
  ],
  [3, 'no claim', set('claimReviewed', undefined), [16, 20]],
  [3, 'no address', set('url', undefined), [8]],
  [3, 'no word for the verdict', set('reviewRating.alternateName', undefined), [5, 7, 16, 20]],
  [3, 'space after the verdict', set('reviewRating.alternateName', 'False '), [5, 7, 16, 20]],
  [4, 'a claim of 201 characters', set('claimReviewed', 'x'.repeat(201)), [16, 20]],
  [4, 'a verdict before the claim', set('claimReviewed', 'False: it was.'), [16, 20]],
  [4, 'a verdict’s short name before the claim', set('claimReviewed', 'Mostly true, they say.'), [16, 20]],
  [5, 'a verdict of no scale', set('reviewRating.alternateName', 'Pants on fire'), [7, 16, 20]],
  [5, 'a verdict in small letters', set('reviewRating.alternateName', 'false'), [7, 16, 20]],
  [
    5,
    'a scale that calls it otherwise',
    facts({ scale: [{ verdict: 'false', label: 'Made up', meaning: 'It is not so.' }] }),
    [7, 20],
  ],
  [6, 'no best number', set('reviewRating.bestRating', undefined), [7]],
  [6, 'no worst number', set('reviewRating.worstRating', undefined), [7]],
  [6, 'bounds without a number', set('reviewRating.ratingValue', undefined), [7]],
  [6, 'a number as text', set('reviewRating.ratingValue', '1'), [7]],
  [6, 'half a number', set('reviewRating.ratingValue', 1.5), [7]],
  [6, 'a number below the worst', set('reviewRating.ratingValue', 0), [7]],
  [6, 'a worst of 0', set('reviewRating.worstRating', 0), [7]],
  [6, 'a best that is the worst', set('reviewRating.bestRating', 1), [7]],
  [7, 'the number of another verdict', set('reviewRating.ratingValue', 5)],
  [7, 'the word of another verdict', set('reviewRating.alternateName', 'True'), [16, 20]],
  [7, 'a best of another scale', set('reviewRating.bestRating', 10)],
  [
    7,
    'a number for Misleading',
    set('reviewRating', {
      '@type': 'Rating',
      alternateName: 'Misleading / missing context',
      ratingValue: 2,
      bestRating: 5,
      worstRating: 1,
    }),
    [],
    'unordered',
  ],
  [7, 'no number for False', set('reviewRating', { '@type': 'Rating', alternateName: 'False' })],
  [8, 'a canonical link without https', put('rel="canonical" href="https:', 'rel="canonical" href="http:')],
  [8, 'an address without https', set('url', 'http://meridian.example/c/12')],
  [8, 'an address without a host', set('url', '/c/12')],
  [8, 'the address of an older slug', set('url', 'https://meridian.example/c/12-older-words')],
  [9, 'the address of another claim', set('url', others[0]), [8]],
  [9, 'an address that another page has', facts({ others: [dataOf(good.first.html).url] })],
  [10, 'no author', set('author', undefined)],
  [10, 'an author without a name', set('author.name', ' ')],
  [10, 'an author whose address is a mailbox', set('author.url', 'mailto:desk@meridian.example')],
  [11, 'something else reviewed', set('itemReviewed.@type', 'CreativeWork')],
  [11, 'nothing reviewed', set('itemReviewed', undefined), [13]],
  [12, 'a speaker without a name', set('itemReviewed.author.name', '')],
  [12, 'a speaker of spaces', set('itemReviewed.author.name', '  ')],
  [12, 'a speaker of null', set('itemReviewed.author', null)],
  [
    13,
    'appearances on this host alone',
    put(/"url":"https:\/\/ledger\.example/g, '"url":"https://meridian.example'),
  ],
  [13, 'appearances without a host', put(/"url":"https:\/\/ledger\.example/g, '"url":"urn:ledger')],
  [14, 'a time without a zone', set('datePublished', '2026-03-11T10:20:00')],
  [14, 'a claim from after its check', set('itemReviewed.datePublished', '2026-03-13')],
  [14, 'a claim’s date in words', set('itemReviewed.datePublished', 'March 5, 2026')],
  [14, 'a check from the future', facts({ now: new Date('2026-03-11T10:14:59Z') })],
  [
    14,
    'a change before the first version',
    set('datePublished', '2026-03-12T10:20:00.001Z'),
    [],
    'corrected',
  ],
  [15, 'another language than the page', put('lang="en"', 'lang="de"')],
  [15, 'a language by its name', set('inLanguage', 'English')],
  [15, 'no language', set('inLanguage', undefined)],
  [16, 'another verdict on the page', put('</span>False</span>', '</span>True</span>')],
  [16, 'another claim on the page', put('<h1>It is', '<h1>It was')],
  [17, 'an open bracket', raw('<b')],
  [17, 'a closing bracket', raw('b>')],
  [17, 'an ampersand', raw('a & b')],
  [17, 'a line separator', raw('\u2028')],
  [18, 'a script', put('</body>', '<script src="/x.js"></script></body>')],
  [18, 'a script of modules', put('</head>', '<SCRIPT type="module">1</SCRIPT></head>')],
  [18, 'an attribute that runs', put('<body ', '<body onload="run()" ')],
  [19, 'data of a check that is retracted', facts({ sealed: { ...first, kind: 'retraction' } })],
  [19, 'data of what is not published', facts({ sealed: null })],
  [
    20,
    'the statement of the version before',
    facts({ sealed: aPublicVersion({ statement: 'It is the second largest.', verdict: 'false' }) }),
  ],
  [20, 'the verdict of the version before', facts({ sealed: first }), [], 'corrected'],
  [
    20,
    'the time of the version before',
    set('dateModified', first.publishedAt.toISOString()),
    [],
    'corrected',
  ],
  [20, 'no correction where one was told', set('correction', undefined), [], 'corrected'],
  [20, 'a correction in other words', set('correction.0.text', 'A comma.'), [], 'corrected'],
]

test.each(mutations)('rule %i finds %s', (rule, _, change, along = [], on = 'first') => {
  const page = change(good[on])
  expect(page).not.toEqual(good[on])
  expect(checkClaimReview(page)).toEqual([rule, ...along].toSorted((one, other) => one - other))
})

test('each of the 20 rules is broken at least twice here, and says what it asks', () => {
  const rules = Object.keys(ruleSentences).map(Number)
  expect(rules).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  for (const rule of rules) expect(mutations.filter(([broken]) => broken === rule).length).toBeGreaterThan(1)
})

test('data of another kind are no ClaimReview, on the page of a claim and elsewhere', () => {
  const list = scriptOf({ '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: [] })
  for (const page of [good.first, good.version])
    expect(checkClaimReview(put('</head>', `${list}</head>`)(page))).toEqual([])
})

test('a retracted check whose page has no data breaks no rule', () => {
  const retracted: PublicVersion = { ...corrected, kind: 'retraction' }
  expect(checkClaimReview(pageOf([retracted, first]))).toEqual([])
})
