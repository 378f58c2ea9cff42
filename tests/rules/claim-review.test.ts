import { expect, test } from 'vitest'
import { verdicts } from '../../db/vocabulary'
import { canonicalHash } from '../../server/canonical-hash'
import type { Claim } from '../../server/claim/claim'
import { claimReviewOf, jsonInHtml, whyNoClaimReview } from '../../server/publication/claim-review'
import { checkClaimReview } from '../../server/publication/claim-review-rules'
import { beforeTheLog, nextEntry } from '../../server/publication/log/log'
import { claimPage, versionPage } from '../../server/publication/pages/claim/claim-page'
import { editionOf } from '../../server/publication/pages/edition'
import type { PublicDesk, PublicVersion } from '../../server/publication/publication'
import { frozenClaim } from '../../server/review/submission'
import { aClaim } from '../newsroom'

const desk: PublicDesk = {
  slug: 'meridian',
  name: 'Meridian Fact Desk',
  timeZone: 'Europe/Berlin',
  language: 'en',
  isDemo: false,
}
const origin = 'https://meridian.example'
const now = new Date('2026-04-01T00:00:00Z')

function aVersion(parts: Partial<Claim> = {}, version = 1): PublicVersion {
  const claim = frozenClaim(aClaim(parts))
  const publishedAt = new Date(`2026-03-${10 + version}T10:20:00Z`)
  const hash = canonicalHash(claim)
  const body = {
    claim: 12,
    version,
    contentHash: hash,
    desk: desk.slug,
    at: publishedAt.toISOString(),
    key: 'k',
  }
  return {
    ...{ claimId: claim.claimId, number: 12, version, hash, publishedAt },
    kind: version === 1 ? 'first' : 'factual',
    publicNote: version === 1 ? '' : 'A figure was corrected.',
    underReview: null,
    log: { ...nextEntry(null, 'publication', body), previousHash: beforeTheLog, signature: 'ab' },
    content: {
      claim,
      topics: [],
      context: { before: 'called ', after: '.' },
      authors: ['Lena Sørby'],
      approvedBy: ['Ruth Adeyemi'],
      article: {
        ...{ id: 'article', number: 3, title: 'Two thousand driven out', publisher: 'The Northern Ledger' },
        ...{ published: '2026-03-05', byline: [], address: 'https://ledger.example/karsell', language: 'en' },
        ...{ isOwn: false, revision: 1 },
      },
    },
  }
}

const edition = (of: PublicDesk = desk, at = origin) =>
  editionOf(of, { origin: at, stylesheet: '/assets/public-1.css' })
const pageOf = (versions: PublicVersion[]) => ({ html: claimPage(versions, edition()), now })

test.each(verdicts)('a claim page with the verdict %s breaks no rule of ClaimReview', (verdict) => {
  expect(checkClaimReview(pageOf([aVersion({ verdict, notKnown: 'When.' })]))).toEqual([])
})

test('only verdicts that stand in an order have a number', () => {
  const rating = (verdict: Claim['verdict']) =>
    claimReviewOf([aVersion({ verdict })], desk, origin)?.reviewRating
  expect(rating('mostly-true')).toMatchObject({ ratingValue: 4, bestRating: 5, worstRating: 1 })
  expect(rating('misleading')).not.toHaveProperty('ratingValue')
  expect(rating('unproven')).not.toHaveProperty('ratingValue')
})

test('a corrected claim keeps its first date and says when it changed', () => {
  const versions = [aVersion({ verdict: 'false' }, 2), aVersion({ verdict: 'true' }, 1)]
  expect(claimReviewOf(versions, desk, origin)).toMatchObject({
    datePublished: '2026-03-11T10:20:00.000Z',
    dateModified: '2026-03-12T10:20:00.000Z',
    reviewRating: { alternateName: 'False' },
  })
  expect(checkClaimReview(pageOf(versions))).toEqual([])
})

test('what nobody is named for has no author', () => {
  expect(claimReviewOf([aVersion({ speaker: ' ' })], desk, origin)?.itemReviewed).not.toHaveProperty('author')
})

test.each([
  ['the desk is the demo', {}, { ...desk, isDemo: true }, origin, 'claim-review-demo'],
  ['the origin is not https', {}, desk, 'http://meridian.example', 'claim-review-origin'],
  ['the claim stands nowhere', { appearances: [] }, desk, origin, 'claim-review-appearance'],
  [
    'the claim stands on this site alone',
    { appearances: [{ id: 'own', address: 'https://meridian.example/own', date: '' }] },
    desk,
    origin,
    'claim-review-appearance',
  ],
  ['the statement is long', { statement: 'word '.repeat(41) }, desk, origin, 'claim-review-statement'],
  [
    'the statement begins with a verdict',
    { statement: 'False: it was.' },
    desk,
    origin,
    'claim-review-statement',
  ],
  ['the claim is dated after its check', { saidAt: '2026-03-12' }, desk, origin, 'claim-review-date'],
])('there is no ClaimReview when %s', (_, parts, of, at, code) => {
  const version = aVersion(parts)
  expect(whyNoClaimReview(version, of, at)?.code).toBe(code)
  expect(claimPage([version], edition(of, at))).not.toContain('<script')
})

test('a statement may begin with a word that only begins like a verdict', () => {
  expect(whyNoClaimReview(aVersion({ statement: 'Falsework held the dam.' }), desk, origin)).toBeNull()
})

test('a version under its own address has no ClaimReview', () => {
  expect(versionPage(aVersion(), [], edition())).not.toContain('<script')
})

test('nothing in the data can end the script or become markup', () => {
  const json = jsonInHtml({ text: '</script><b>&\u2028\u2029' })
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(json)).toEqual({ text: '</script><b>&\u2028\u2029' })
})

const good = pageOf([aVersion({ verdict: 'false' })])
const without = (from: string | RegExp, to: string) => ({ html: good.html.replace(from, to), now })

test.each<[number, string, { html: string; now: Date }]>([
  [1, 'two of them', without('</head>', '<script type="application/ld+json">{}</script></head>')],
  [2, 'another context', without('"https://schema.org"', '"http://schema.org"')],
  [3, 'no claim', without(/"claimReviewed":"[^"]*"/, '"claimReviewed":" "')],
  [4, 'a verdict before the claim', without('"claimReviewed":"', '"claimReviewed":"False. ')],
  [5, 'a verdict of no scale', without('"alternateName":"False"', '"alternateName":"Pants on fire"')],
  [6, 'a number without bounds', without('"bestRating":5,', '')],
  [7, 'a number that belongs to another verdict', without('"ratingValue":1', '"ratingValue":5')],
  [
    8,
    'an address that is not the page’s',
    without('rel="canonical" href="https:', 'rel="canonical" href="http:'),
  ],
  [10, 'no address of the desk', without('"url":"https://meridian.example"}', '"url":""}')],
  [11, 'something else reviewed', without('"@type":"Claim"', '"@type":"Thing"')],
  [12, 'an author without a name', without('"name":"The prime minister"', '"name":""')],
  [13, 'no appearance elsewhere', without(/https:\/\/ledger\.example/g, 'https://meridian.example')],
  [14, 'a time without a zone', without('T10:20:00.000Z","dateModified', 'T10:20:00","dateModified')],
  [14, 'a time to come', { html: good.html, now: new Date('2026-03-01T00:00:00Z') }],
  [15, 'another language than the page', without('lang="en"', 'lang="de"')],
  [16, 'a verdict that nobody sees', without('</span>False</span>', '</span>True</span>')],
  [17, 'an open bracket', without('"claimReviewed":"', '"note":"<b>","claimReviewed":"')],
  [18, 'a script', without('</body>', '<script src="/x.js"></script></body>')],
])('rule %i finds %s', (rule, _, page) => {
  expect(page.html === good.html && page.now === now).toBe(false)
  expect(checkClaimReview(page)).toContain(rule)
})

test('while a claim is under review, and once it is retracted, search engines get no rating of it', () => {
  const version = aVersion()
  const doubted = { ...version, underReview: { line: 'We look at it again.', at: now } }
  expect(whyNoClaimReview(doubted, desk, origin)).toEqual({ code: 'claim-review-under-review' })
  const retracted = { ...version, kind: 'retraction' as const }
  expect(whyNoClaimReview(retracted, desk, origin)).toEqual({ code: 'claim-review-retracted' })
  expect(claimReviewOf([retracted, version], desk, origin)).toBeNull()
})
