import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { afterAll, afterEach, expect, test } from 'vitest'
import { claims, outsideChecks, outsideFeeds } from '../../db/schema'
import { importClaimReviewsCommand } from '../../server/command/operator/published/import-claim-reviews'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { addFeed, removeFeed } from '../../server/outside/change-feeds'
import { fetchDue, fetchFeed } from '../../server/outside/fetch-feeds'
import { readAlike, readFeeds } from '../../server/outside/read-outside'
import { checksIn, takeFile } from '../../server/outside/take-checks'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()
const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) server.closeAllConnections()
  await db.delete(outsideFeeds)
})
afterAll(() => {
  delete process.env.IMPORT_ALLOW_PRIVATE
})

/** A ClaimReview as another publisher writes one. */
const aReview = (said: Record<string, unknown> = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://other.example/checks/relief',
  claimReviewed: 'The relief package is the largest in the history of the country.',
  datePublished: '2026-03-07T09:00:00+01:00',
  inLanguage: 'en-GB',
  author: { '@type': 'Organization', name: 'Other Facts' },
  reviewRating: { '@type': 'Rating', alternateName: 'Mostly wrong', ratingValue: 2 },
  ...said,
})

/** As Google's Data Commons has it: each item is a list of reviews. */
const aDataFeed = (...reviews: object[]) => ({
  ...{ '@context': 'http://schema.org', '@type': 'DataFeed' },
  dataFeedElement: reviews.map((review) => ({ '@type': 'DataFeedItem', item: [review] })),
})

type Site = { content: string; type?: string; etag?: string; status?: number }

/** A server of another publisher, which the installation may fetch from. */
async function aSite(site: Site) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    if (site.etag && request.headers['if-none-match'] === site.etag) return response.writeHead(304).end()
    const headers = { 'content-type': site.type ?? 'application/json', ...(site.etag && { etag: site.etag }) }
    response.writeHead(site.status ?? 200, headers).end(site.content)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  process.env.IMPORT_ALLOW_PRIVATE = `127.0.0.1:${port}`
  return { address: `http://127.0.0.1:${port}/feed`, asked, site }
}

async function aDeskThatFetches(address: string) {
  const desk = await aDesk()
  const member = await onDesk('admin', desk)
  const feedId = uuid()
  await addFeed({ member, feedId, address })
  return { desk, member, feedId }
}

const json = (...reviews: object[]) => JSON.stringify(aDataFeed(...reviews))
const ratingsOf = async ({ deskId }: Member) => {
  const rows = await db.select().from(outsideChecks).where(eq(outsideChecks.deskId, deskId))
  return rows.map(({ rating }) => rating).toSorted()
}

/** A claim that a member has marked. */
async function marked(member: Member, statement: string) {
  const claim = aClaim({ statement })
  const { articleId } = await aRoomWith([claim], member)
  return { claimId: claim.id, articleId }
}

test('whoever marks a claim is shown what others found about the like of it, in their words', async () => {
  const other = aReview({ url: 'https://other.example/dams', claimReviewed: 'Two dams hold the river back.' })
  const { address } = await aSite({ content: json(aReview(), other) })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  const { claimId } = await marked(member, 'This relief was the largest package the country ever had.')
  expect(await readAlike(member, claimId)).toEqual([
    {
      publisher: 'Other Facts',
      statement: 'The relief package is the largest in the history of the country.',
      rating: 'Mostly wrong',
      address: 'https://other.example/checks/relief',
      publishedOn: '2026-03-07',
      language: 'en-GB',
    },
  ])
  const apart = await marked(member, 'Unemployment fell by a third in spring.')
  expect(await readAlike(member, apart.claimId)).toEqual([])
})

test('a claim without a statement yet is compared by its quote', async () => {
  const { address } = await aSite({
    content: json(aReview({ claimReviewed: 'The relief was the largest package ever.' })),
  })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  const { claimId } = await marked(member, '')
  await db.update(claims).set({ quote: 'the largest relief package' }).where(eq(claims.id, claimId))
  expect(await readAlike(member, claimId)).toHaveLength(1)
})

test('the same feed again changes nothing, and a verdict that its publisher changed is changed', async () => {
  const { address, site } = await aSite({ content: json(aReview()) })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  const before = await db.select().from(outsideChecks)
  await fetchFeed({ member, feedId })
  expect(await db.select().from(outsideChecks)).toEqual(before)
  site.content = json(aReview({ reviewRating: { alternateName: 'Wrong' } }))
  await fetchFeed({ member, feedId })
  expect(await ratingsOf(member)).toEqual(['Wrong'])
})

test('a feed that has not changed is not sent again', async () => {
  const { address, asked } = await aSite({ content: json(aReview()), etag: '"one"' })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  await fetchFeed({ member, feedId })
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"one"'])
  expect(await readFeeds(member.deskId)).toMatchObject([{ taken: 1, fault: null }])
})

test('what is no whole check is left out and counted by its reason, and the others are taken', async () => {
  const bad = [
    aReview({ url: 'javascript:alert(1)' }),
    aReview({ url: 'https://other.example/a', claimReviewed: '' }),
    aReview({ url: 'https://other.example/b', reviewRating: { ratingValue: 1 } }),
    aReview({ url: 'https://other.example/c', reviewRating: null }),
    aReview({ url: 'https://other.example/d', claimReviewed: 'x'.repeat(2_001) }),
    aReview({ url: 'http://127.0.0.1:3000/c/1' }),
  ]
  const { address } = await aSite({ content: json(...bad, aReview()) })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  expect(await readFeeds(member.deskId)).toMatchObject([
    { taken: 1, skipped: { address: 1, statement: 1, rating: 2, long: 1, own: 1 } },
  ])
})

test('a single page is read by its JSON-LD, also where another script of it is broken', async () => {
  const script = (content: string) => `<script type="application/ld+json">${content}</script>`
  const content = `<html><body>${script('{ broken')}${script(JSON.stringify({ '@graph': [aReview({ author: undefined })] }))}</body></html>`
  const { address } = await aSite({ content, type: 'text/html' })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  const [check] = await db.select().from(outsideChecks)
  expect(check).toMatchObject({ publisher: 'other.example', rating: 'Mostly wrong' })
})

test.each([
  ['nothing is there', { content: '', status: 404 }, 'page-missing'],
  ['there is no ClaimReview', { content: '{"a":1}' }, 'feed-empty'],
  ['it is no JSON', { content: 'hello' }, 'feed-empty'],
])('where %s the feed says so, and what was fetched before stays', async (_, then, fault) => {
  const { address, site } = await aSite({ content: json(aReview()) })
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  Object.assign(site, then)
  await fetchFeed({ member, feedId })
  expect(await readFeeds(member.deskId)).toMatchObject([{ taken: 1, fault }])
  expect(await ratingsOf(member)).toEqual(['Mostly wrong'])
})

test('nothing is fetched from inside the house', async () => {
  const { address } = await aSite({ content: json(aReview()) })
  process.env.IMPORT_ALLOW_PRIVATE = ''
  const { member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  expect(await readFeeds(member.deskId)).toMatchObject([{ taken: 0, fault: 'address-private' }])
})

test('each night every feed is fetched once, however many processes look', async () => {
  const { address, asked } = await aSite({ content: json(aReview()) })
  await aDeskThatFetches(address)
  const now = new Date()
  await Promise.all([fetchDue(now), fetchDue(now), fetchDue(now)])
  expect(asked).toHaveLength(1)
  expect(await fetchDue(now)).toBe(0)
  await fetchDue(new Date(now.getTime() + 24 * 60 * 60_000))
  expect(asked).toHaveLength(2)
})

test('a check that two feeds have is shown once, and goes with the last of them', async () => {
  const { address } = await aSite({ content: json(aReview()) })
  const { member, feedId } = await aDeskThatFetches(address)
  const second = uuid()
  await addFeed({ member, feedId: second, address: `${address}/again` })
  await fetchDue(new Date())
  const { claimId } = await marked(member, 'The relief package is the largest in history.')
  expect(await readAlike(member, claimId)).toHaveLength(1)
  await removeFeed({ member, feedId })
  expect(await readAlike(member, claimId)).toHaveLength(1)
  await removeFeed({ member, feedId: second })
  expect(await readAlike(member, claimId)).toEqual([])
})

test('another desk is shown nothing of it, nor is who may not know of the article', async () => {
  const { address } = await aSite({ content: json(aReview()) })
  const { desk, member, feedId } = await aDeskThatFetches(address)
  await fetchFeed({ member, feedId })
  const { claimId, articleId } = await marked(member, 'The relief package is the largest in history.')
  const stranger = await onDesk('admin', await aDesk())
  expect(await readAlike(stranger, claimId)).toEqual([])
  expect(await refusalOf(fetchFeed({ member: stranger, feedId }))).toBe('feed-unknown')
  expect(await refusalOf(removeFeed({ member: stranger, feedId }))).toBe('feed-unknown')
  const colleague = await onDesk('editor', desk)
  expect(await readAlike(colleague, claimId)).toHaveLength(1)
  await limitArticle({ member, articleId, was: null, members: [member.id] })
  expect(await readAlike(colleague, claimId)).toEqual([])
})

test('a file is taken in by the operator’s tool, twice with the same end', async () => {
  const desk = await aDesk()
  const member = await onDesk('admin', desk)
  const file = join(mkdtempSync(join(tmpdir(), 'checks-')), 'feed.json')
  writeFileSync(file, json(aReview(), aReview({ claimReviewed: '' })))
  const whose = ['--desk', desk.slug, '--member', `${member.personId}@desk.example`]
  const run = () => importClaimReviewsCommand.run([file, ...whose])
  expect(await run()).toEqual({ added: 1, changed: 0, same: 0, skipped: { statement: 1 } })
  expect(await run()).toEqual({ added: 0, changed: 0, same: 1, skipped: { statement: 1 } })
  const { address } = await aSite({ content: json(aReview({ url: 'https://other.example/second' })) })
  expect(await importClaimReviewsCommand.run([address, ...whose])).toMatchObject({ added: 1 })
  expect(await ratingsOf(member)).toEqual(['Mostly wrong', 'Mostly wrong'])
})

test('who is no admin takes nothing in', async () => {
  const editor = await onDesk('editor', await aDesk())
  const found = checksIn(json(aReview()))
  if (!found) throw new Error('the feed has a check')
  expect(await refusalOf(takeFile(editor, found))).toBe('role-too-low')
})
