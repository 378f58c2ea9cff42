import { type factchecktools_v1alpha1 as api, factchecktools } from '@googleapis/factchecktools'
import { expect, test } from 'vitest'
import { GET } from '../../../app/(public)/api/v1alpha1/[method]/route'
import { closeDatabase, openDatabase } from '../../../db/client'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { databaseUrl, freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { serving } from './serving'

process.env.PUBLIC_ORIGIN = 'https://checks.meridian.example'
await freshDatabase()
const address = await serving(GET)
const google = factchecktools({ version: 'v1alpha1', auth: 'a-key' })

const room = await aNewsroom()
const dams = aClaim({
  statement: 'Two dams hold the river.',
  verdict: 'true',
  speaker: '',
  saidAt: '2026-03',
})
const relief = aClaim({ statement: 'The relief was the largest ever.', saidAt: '2026-03-05' })
await published(room, relief, { at: new Date('2026-03-09T10:20:00Z') })
await published(room, dams, { at: new Date() })

/** What Google's client is told; of an address given to the client itself it would keep the host alone. */
async function search(asked: api.Params$Resource$Claims$Search) {
  const { data } = await google.claims.search(asked, { rootUrl: `${address}/api/` })
  return data
}

/** The texts of the claims it is told of. */
async function found(asked: api.Params$Resource$Claims$Search) {
  const { claims } = await search(asked)
  return (claims ?? []).map(({ text }) => text)
}

test('Google’s own client finds a check with all that it knows of one', async () => {
  const data = await search({ query: 'ever relief larg' })
  expect(data).toEqual({
    claims: [
      {
        text: 'The relief was the largest ever.',
        claimant: 'The prime minister',
        claimDate: '2026-03-05T00:00:00Z',
        claimReview: [
          {
            publisher: { name: room.desk.name, site: 'checks.meridian.example' },
            url: 'https://checks.meridian.example/c/1-the-relief-was-the-largest-ever',
            title: expect.stringContaining('The relief was the largest ever.'),
            reviewDate: '2026-03-09T10:20:00.000Z',
            textualRating: 'Misleading / missing context',
            languageCode: 'en',
          },
        ],
      },
    ],
  })
  const other = await search({ query: 'dams' })
  expect(other.claims?.[0]).not.toHaveProperty('claimant')
  expect(other.claims?.[0]).not.toHaveProperty('claimDate')
  expect(await search({ query: 'nobody said this' })).toEqual({})
})

test('language, publisher and age narrow it down', async () => {
  const all = [dams.statement, relief.statement]
  expect(await found({ reviewPublisherSiteFilter: 'meridian.example' })).toEqual(all)
  expect(await found({ reviewPublisherSiteFilter: 'https://www.checks.meridian.example/x' })).toEqual(all)
  expect(await found({ reviewPublisherSiteFilter: 'dian.example' })).toEqual([])
  expect(await found({ query: 'the', languageCode: 'en-GB' })).toHaveLength(2)
  expect(await found({ query: 'the', languageCode: 'ko' })).toEqual([])
  expect(await found({ query: 'the', maxAgeDays: 1 })).toEqual([dams.statement])
  expect(await found({ query: 'the', maxAgeDays: 100_000 })).toHaveLength(2)
})

test('a page leads to the next one, of the same search alone', async () => {
  const first = await search({ query: 'the', pageSize: 1 })
  expect(first.claims).toHaveLength(1)
  const pageToken = first.nextPageToken ?? ''
  const second = await search({ query: 'the', pageSize: 1, pageToken, offset: 7 })
  expect(second).not.toHaveProperty('nextPageToken')
  const texts = [...(first.claims ?? []), ...(second.claims ?? [])].map(({ text }) => text ?? '')
  expect(texts.toSorted()).toEqual([relief.statement, dams.statement].toSorted())
  expect(await found({ query: 'the', offset: 1 })).toEqual(second.claims?.map(({ text }) => text))
  expect(await refusalOf({ query: 'dams', pageToken })).toMatchObject({ status: 'INVALID_ARGUMENT' })
})

test.each([
  { pageSize: -1, query: 'the' },
  { maxAgeDays: 1.5, query: 'the' },
  { languageCode: '%', query: 'the' },
])('%j is refused with a sentence', async (asked) => {
  expect(await refusalOf(asked)).toMatchObject({
    code: 400,
    message: expect.stringContaining('cannot be read'),
  })
})

test('a search for nothing, and a method that is not there, are refused', async () => {
  expect(await refusalOf({})).toMatchObject({
    code: 400,
    message: expect.stringContaining('Say what to look for'),
  })
  expect((await GET(new Request(`${address}/api/v1alpha1/claims:imageSearch`))).status).toBe(404)
})

test('what the desk does not stand by is not found, nor a demo', async () => {
  const doubted = aClaim({ statement: 'Quarrels about doubt.' })
  const withdrawn = aClaim({ statement: 'Quarrels withdrawn.' })
  await published(room, doubted)
  await published(room, withdrawn)
  await published(await aNewsroom({ isDemo: true }), aClaim({ statement: 'Quarrels invented.' }))
  expect(await found({ query: 'quarrels' })).toHaveLength(2)
  await putUnderReview({ member: room.editor, claimId: doubted.id, version: 1, line: 'We look again.' })
  await published(room, withdrawn, { kind: 'retraction', publicNote: 'No.' })
  expect(await found({ query: 'quarrels' })).toEqual([])
})

test('while the database is away it says when to come back, without a cookie', async () => {
  await closeDatabase()
  openDatabase('postgres://nobody@127.0.0.1:1/none')
  const answer = await fetch(`${address}/api/v1alpha1/claims:search?query=dams`)
  await closeDatabase()
  openDatabase(databaseUrl())
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('30')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(await answer.json()).toMatchObject({ error: { code: 503, status: 'UNAVAILABLE' } })
})

async function refusalOf(asked: Record<string, string | number | undefined>) {
  const parameters = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  const answer = await fetch(`${address}/api/v1alpha1/claims:search?${parameters}`)
  return (await answer.json()).error
}
