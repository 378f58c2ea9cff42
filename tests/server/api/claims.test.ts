import { expect, test } from 'vitest'
import { answerDocument } from '../../../app/(public)/api/answer-document'
import { OPTIONS } from '../../../app/(public)/api/v1/[...path]/route'
import { closeDatabase, openDatabase } from '../../../db/client'
import { readHead } from '../../../server/publication/stored/read-head'
import { readPage } from '../../../server/publication/stored/read-page'
import { answerTo } from '../../../server/publication/stored/stored-page'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { databaseUrl, freshDatabase } from '../../database'
import { aClaim, aRationale, aSource } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { documentAt } from './documents'

await freshDatabase()
const room = await aNewsroom()

test('a claim says verdict with definition, sources, quote, and where all of it is read', async () => {
  const sources = [
    aSource({ title: 'Budget speech', stance: 'supports', quote: 'the largest ever', place: 'page 3' }),
    aSource({ title: 'Relief act of 1987', stance: 'refutes', publisher: '' }),
  ]
  const rationale = aRationale('Adjusted for prices, 1987 was larger', sources)
  const { number, path } = await published(room, aClaim({ sources, rationale, topics: ['relief'] }))
  const claim = await documentAt(`/api/v1/claims/${number}`)
  expect(claim).toMatchObject({
    ...{ number, version: 1, kind: 'first', note: null, state: 'published' },
    desk: { slug: room.desk.slug, isDemo: false },
    statement: 'It is the largest relief package since independence.',
    ...{ speaker: 'The prime minister', said: '2026-03-05', asKnownAt: '2026-03-06', notKnown: null },
    quote: { exact: 'the largest relief package since independence' },
    verdict: {
      value: 'misleading',
      label: 'Misleading / missing context',
      meaning: 'Leaves out something that changes the meaning.',
      rating: null,
    },
    reasons: expect.stringContaining('Adjusted for prices, 1987 was larger'),
    sources: [
      { number: 1, stance: 'supports', quote: 'the largest ever', place: 'page 3' },
      { number: 2, title: 'Relief act of 1987', stance: 'refutes', publisher: null },
    ],
    ...{ topics: ['relief'], approvedBy: [room.editor.name], dissent: null },
    ...{ underReview: null, retraction: null, corrections: [] },
    publishedAt: '2026-03-09T10:20:00.000Z',
  })
  expect(new URL(claim.page).pathname).toBe(path)
  const version = await documentAt(new URL(claim.versions[0].address).pathname)
  expect(version.statement).toBe(claim.statement)
  const record = await documentAt(new URL(claim.seal.record).pathname)
  expect(record).toMatchObject({ claim: number, version: 1 })
  expect(claim.seal.contentHash).toBe(claim.versions[0].contentHash)
})

test('doubt, correction and retraction are said at once, and every version stays as it was', async () => {
  const claim = aClaim()
  const { number } = await published(room, claim)
  const at = `/api/v1/claims/${number}`
  const first = await documentAt(`${at}/versions/1`)
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line: 'A reader disagrees.' })
  expect(await documentAt(at)).toMatchObject({
    state: 'under-review',
    underReview: { line: 'A reader disagrees.', since: expect.stringMatching(/^\d{4}-.*Z$/) },
  })
  const change = { kind: 'verdict-change', publicNote: 'We had it wrong.' } as const
  await published(room, { ...claim, verdict: 'true' }, { ...change, at: new Date('2026-03-10T08:00:00Z') })
  const corrected = await documentAt(at)
  expect(corrected).toMatchObject({
    ...{ version: 2, state: 'published', underReview: null, verdict: { value: 'true', rating: 5 } },
    ...{ firstPublishedAt: '2026-03-09T10:20:00.000Z', publishedAt: '2026-03-10T08:00:00.000Z' },
    corrections: [{ version: 2, kind: 'verdict-change', note: 'We had it wrong.' }],
    versions: [{ version: 2 }, { version: 1, verdict: { value: 'misleading' } }],
  })
  await published(room, claim, { kind: 'retraction', publicNote: 'The register was wrong.' })
  expect(await documentAt(at)).toMatchObject({
    state: 'retracted',
    retraction: { note: 'The register was wrong.' },
    corrections: [{ version: 3, kind: 'retraction' }, { version: 2 }],
  })
  expect(await documentAt(`${at}/versions/1`)).toEqual(first)
})

test('an article has its claims in the order of the text, counted by verdict', async () => {
  const other = await aNewsroom()
  const late = aClaim({ words: 'since independence', verdict: 'true' })
  const early = aClaim({ words: 'the largest relief package' })
  const second = await published(other, late)
  const first = await published(other, early)
  const { article } = await documentAt(`/api/v1/claims/${first.number}`)
  const document = await documentAt(new URL(article.address).pathname)
  expect(document).toMatchObject({
    ...{ number: article.number, title: article.title, desk: { slug: other.desk.slug } },
    counts: [
      { verdict: 'misleading', claims: 1 },
      { verdict: 'true', claims: 1 },
    ],
    claims: [
      { number: first.number, quote: 'the largest relief package', state: 'published' },
      { number: second.number, verdict: { value: 'true' } },
    ],
  })
  await published(other, early, { kind: 'retraction', publicNote: 'No.' })
  const after = await documentAt(new URL(article.address).pathname)
  expect(after.counts).toEqual([{ verdict: 'true', claims: 1 }])
  expect(after.claims[0].state).toBe('retracted')
})

test('a demo’s claim says that it is one', async () => {
  const demo = await aNewsroom({ isDemo: true })
  const { number } = await published(demo, aClaim())
  expect((await documentAt(`/api/v1/claims/${number}`)).desk.isDemo).toBe(true)
})

test('a document is packed, may be read from any page, and is answered with 304 to whoever has it', async () => {
  const { number } = await published(room, aClaim())
  await documentAt(`/api/v1/claims/${number}`)
  const page = await readPage(`/api/v1/claims/${number}`)
  if (!page) throw new Error('it was just read')
  const answerable = readHead(page)
  const asked = { path: page.path, acceptEncoding: 'gzip, br', ifNoneMatch: '' }
  const { headers } = answerTo(asked, answerable)
  expect(headers).toMatchObject({
    ...{ 'content-type': 'application/json', 'content-encoding': 'br', 'access-control-allow-origin': '*' },
  })
  expect(page.gzip.length).toBeGreaterThan(0)
  expect(answerTo({ ...asked, ifNoneMatch: headers.etag ?? '' }, answerable).status).toBe(304)
})

test('what is not there, or cannot be looked up, is said as RFC 9457 says it', async () => {
  const missing = await answerDocument(new Request('http://here/api/v1/claims/99999'))
  expect(missing.headers.get('content-type')).toBe('application/problem+json')
  expect(await missing.json()).toMatchObject({ status: 404, title: 'Not Found' })
  await closeDatabase()
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  const away = await answerDocument(new Request('http://here/api/v1/claims/99999'))
  await closeDatabase()
  openDatabase(databaseUrl())
  expect(away.status).toBe(503)
  expect(away.headers.get('retry-after')).toBe('30')
  expect(await away.json()).toMatchObject({ status: 503, detail: expect.stringContaining('half a minute') })
  for (const { headers } of [missing, away]) {
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

test('a browser is let read and nothing else', async () => {
  const { headers } = OPTIONS()
  expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD')
})
