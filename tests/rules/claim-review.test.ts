import { expect, test } from 'vitest'
import { verdicts } from '../../db/vocabulary'
import type { Claim } from '../../server/claim/claim'
import { claimReviewOf, whyNoClaimReview } from '../../server/publication/claim-review'
import { checkClaimReview } from '../../server/publication/claim-review-rules'
import { beginsWithVerdict } from '../../server/publication/markup/begins-with-verdict'
import { jsonInHtml } from '../../server/publication/markup/json-in-html'
import { shownOf, shownOn } from '../../server/publication/markup/shown'
import { claimPage, versionPage } from '../../server/publication/pages/claim/claim-page'
import type { PublicVersion } from '../../server/publication/publication'
import { words } from '../../server/words'
import {
  aPublicVersion as aVersion,
  editionFor as edition,
  publicDesk,
  publicOrigin,
} from '../public-version'

const desk = publicDesk
const origin = publicOrigin
const now = new Date('2026-04-01T00:00:00Z')
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
  ['the claim is dated on no day', { saidAt: '2025-13-40' }, desk, origin, 'claim-review-rule'],
  ['the desk has no name', {}, { ...desk, name: ' ' }, origin, 'claim-review-rule'],
])('there is no ClaimReview when %s', (_, parts, of, at, code) => {
  const version = aVersion(parts)
  expect(whyNoClaimReview([version], of, at)?.code).toBe(code)
  expect(claimPage([version], edition(of, at))).not.toContain('<script')
})

test('a rule that the page alone breaks leaves it without data', () => {
  const version = aVersion()
  expect(whyNoClaimReview([version], desk, origin)).toBeNull()
  // Its stamp is in another language than its data.
  const html = claimPage([version], { ...edition(), say: words('ko') })
  expect(html).toContain('오해 소지')
  expect(html).not.toContain('<script')
})

test('what is told before a page is made is what is found on it', () => {
  for (const version of [aVersion(), aVersion({ statement: ' A  <b>\u00a0&amp; \n“c” ' }), aVersion({}, 2)])
    expect(shownOf(version, desk, origin)).toEqual(shownOn(claimPage([version], edition())))
})

test('a statement may begin with a word that only begins like a verdict', () => {
  expect(whyNoClaimReview([aVersion({ statement: 'Falsework held the dam.' })], desk, origin)).toBeNull()
})

test.each([
  ['मनगढ़ंत', 'मनगढ़ंत: पुल', 'मनगढ़ंतें'],
  ['Made-up?! (ours)', 'Made-up?! (ours). It is', 'Made-up words'],
])('a desk may call a verdict %s, whatever letters and signs that has', (label, rated, told) => {
  const scale = [{ verdict: 'false' as const, label, meaning: 'It is not so.' }]
  expect(beginsWithVerdict(rated, scale)).toBe(true)
  expect(beginsWithVerdict(told, scale)).toBe(false)
})

test('a version under its own address has no ClaimReview', () => {
  expect(versionPage(aVersion(), [], edition())).not.toContain('<script')
})

test('nothing in the data can end the script or become markup', () => {
  const json = jsonInHtml({ text: '</script><b>&\u2028\u2029' })
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(json)).toEqual({ text: '</script><b>&\u2028\u2029' })
})

test('while a claim is under review, and once it is retracted, search engines get no rating of it', () => {
  const version = aVersion()
  const doubted = { ...version, underReview: { line: 'We look at it again.', at: now } }
  expect(whyNoClaimReview([doubted], desk, origin)).toEqual({ code: 'claim-review-under-review' })
  const retracted = { ...version, kind: 'retraction' as const }
  expect(whyNoClaimReview([retracted], desk, origin)).toEqual({ code: 'claim-review-retracted' })
  expect(claimReviewOf([retracted, version], desk, origin)).toBeNull()
})

test('readers’ corrections stand in the data, newest first, and a clarification is none', () => {
  const third = { ...aVersion({}, 3), kind: 'verdict-change' as const, publicNote: ' We had it wrong. ' }
  const second = { ...aVersion({}, 2), kind: 'clarification' as const, publicNote: 'The year is named.' }
  const review = claimReviewOf([third, second, aVersion()], desk, origin)
  expect(review).toMatchObject({
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'We had it wrong.',
        datePublished: '2026-03-13T10:20:00.000Z',
        url: 'https://meridian.example/c/12/v/3',
      },
    ],
  })
  expect(claimReviewOf([second, aVersion()], desk, origin)).not.toHaveProperty('correction')
})

test.each([
  ['picture', 'ImageObject'],
  ['video', 'VideoObject'],
] as const)('of a %s the data say where it stands, and no category that no editor gave it', (kind, type) => {
  const review = claimReviewOf([aVersion({ kind, verdict: 'true' })], desk, origin)
  expect(review).toMatchObject({
    associatedMediaReview: {
      '@type': 'MediaReview',
      author: { name: 'Meridian Fact Desk' },
      itemReviewed: {
        '@type': 'MediaReviewItem',
        interpretedAsClaim: { name: 'It is the largest relief package since independence.' },
        mediaItemAppearance: [{ '@type': type, url: 'https://ledger.example/karsell' }],
      },
    },
  })
  expect(JSON.stringify(review)).not.toContain('mediaAuthenticityCategory')
  expect(checkClaimReview(pageOf([aVersion({ kind })]))).toEqual([])
})

test('a claim about no picture and no video has no MediaReview', () => {
  expect(claimReviewOf([aVersion({ kind: 'number' })], desk, origin)).not.toHaveProperty(
    'associatedMediaReview',
  )
})
