import { expect, test } from 'vitest'
import { renderStale } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { documentAt } from './documents'
import { understood } from './expand'

process.env.PUBLIC_ORIGIN = 'https://checks.meridian.example'
await freshDatabase()
const room = await aNewsroom()
const address = '/api/v1/datafeed.json'

type Feed = { dateModified?: string; dataFeedElement: { dateModified: string; item: { url: string } }[] }
const pathsIn = (feed: Feed) => feed.dataFeedElement.map(({ item }) => new URL(item.url).pathname)

test('before anything is published the feed is empty', async () => {
  await renderStale()
  expect((await documentAt(address)).dataFeedElement).toEqual([])
})

test('the feed has the ClaimReview of each page, the claim that changed last first', async () => {
  const claim = aClaim()
  const one = await published(room, claim)
  const two = await published(room, aClaim({ statement: 'Another claim.' }))
  expect(pathsIn(await documentAt(address))).toEqual([two.path, one.path])
  const change = { kind: 'verdict-change', publicNote: 'We had it wrong.' } as const
  await published(room, { ...claim, verdict: 'true' }, { ...change, at: new Date('2026-03-11T08:00:00Z') })
  const feed = await documentAt(address)
  expect(pathsIn(feed)).toEqual([one.path, two.path])
  expect(feed.dateModified).toBe('2026-03-11T08:00:00.000Z')
  const html = (await readPage(`/c/${one.number}`))?.bytes.toString() ?? ''
  const [, onPage = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  expect({ '@context': 'https://schema.org', ...feed.dataFeedElement[0].item }).toEqual(JSON.parse(onPage))
  const [meant] = await understood(feed)
  expect(meant).toMatchObject({ '@type': ['https://schema.org/DataFeed'] })
  const correction = JSON.stringify(meant?.['https://schema.org/dataFeedElement'])
  expect(correction).toContain('"@type":["https://schema.org/CorrectionComment"]')
  expect(correction).toContain('We had it wrong.')
})

test('a claim about a picture has its MediaReview inside, in words that schema.org explains', async () => {
  await published(room, aClaim({ statement: 'The picture shows the dam.', kind: 'picture' }))
  const { dataFeedElement } = await documentAt(address)
  const [meant] = await understood({ '@context': 'https://schema.org', ...dataFeedElement[0].item })
  expect(meant?.['https://schema.org/associatedMediaReview']).toMatchObject([
    { '@type': ['https://schema.org/MediaReview'] },
  ])
})

test('what has no ClaimReview on its page has none here', async () => {
  const doubted = aClaim({ statement: 'A doubted claim.' })
  const withdrawn = aClaim({ statement: 'A withdrawn claim.' })
  const before = pathsIn(await documentAt(address))
  await published(room, doubted)
  await published(room, withdrawn)
  await published(await aNewsroom({ isDemo: true }), aClaim({ statement: 'An invented claim.' }))
  expect(pathsIn(await documentAt(address))).toHaveLength(before.length + 2)
  await putUnderReview({ member: room.editor, claimId: doubted.id, version: 1, line: 'We look again.' })
  await published(room, withdrawn, { kind: 'retraction', publicNote: 'No.' })
  expect(pathsIn(await documentAt(address))).toEqual(before)
})
