import { expect, test } from 'vitest'
import { renderStale } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../../database'
import { aClaim } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { documentAt } from './documents'
import { understood } from './expand'

await freshDatabase()
const room = await aNewsroom()
const oa = 'http://www.w3.org/ns/oa#'
const as = 'http://www.w3.org/ns/activitystreams#'

test('a claim is an annotation of the passage, understood by whoever knows the W3C’s words', async () => {
  const { number, path } = await published(room, aClaim())
  const address = `/api/v1/claims/${number}/annotation.jsonld`
  const annotation = await documentAt(address)
  expect(annotation.target.selector.exact).toBe('the largest relief package since independence')
  expect(annotation.body[0].value).toMatch(/^Misleading \/ missing context\. Only in cash terms\./)
  const [meant] = await understood(annotation)
  expect(meant).toMatchObject({
    '@id': annotation.id,
    '@type': [`${oa}Annotation`],
    [`${oa}motivatedBy`]: [{ '@id': `${oa}assessing` }],
    [`${oa}hasTarget`]: [
      {
        [`${oa}hasSource`]: [{ '@id': annotation.target.source }],
        [`${oa}hasSelector`]: [
          {
            '@type': [`${oa}TextQuoteSelector`],
            [`${oa}exact`]: [{ '@value': annotation.target.selector.exact }],
          },
        ],
      },
    ],
    [`${oa}hasBody`]: [
      { [`${oa}hasPurpose`]: [{ '@id': `${oa}assessing` }] },
      { [`${oa}hasSource`]: [{ '@id': expect.stringMatching(new RegExp(`${path}$`)) }] },
    ],
  })
  expect((await readPage(address))?.contentType).toBe(
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  )
})

test('the licence that the installation names is said with everything, and pages made before are made again', async () => {
  const { number } = await published(room, aClaim())
  const address = `/api/v1/claims/${number}`
  expect((await documentAt(address)).licence).toBeNull()
  process.env.PUBLIC_LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
  await renderStale()
  const claim = await documentAt(address)
  const article = await documentAt(new URL(claim.article.address).pathname)
  for (const { licence } of [claim, article]) expect(licence).toBe(process.env.PUBLIC_LICENCE)
  const [meant] = await understood(await documentAt(`${address}/annotation.jsonld`))
  expect(meant?.['http://purl.org/dc/terms/rights']).toEqual([{ '@id': process.env.PUBLIC_LICENCE }])
  delete process.env.PUBLIC_LICENCE
  await renderStale()
})

test('a doubt stands beside the verdict, a retraction in its place', async () => {
  const claim = aClaim()
  const { number } = await published(room, claim)
  const bodies = async () => (await documentAt(`/api/v1/claims/${number}/annotation.jsonld`)).body
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line: 'A reader disagrees.' })
  expect(await bodies()).toMatchObject([
    { purpose: 'commenting', value: expect.stringContaining('A reader disagrees.') },
    { purpose: 'assessing', value: expect.stringContaining('Misleading') },
    { purpose: 'linking' },
  ])
  await published(room, claim, { kind: 'retraction', publicNote: 'The register was wrong.' })
  const [said] = await bodies()
  expect(said.value).toMatch(/^Retracted, .* The register was wrong\.$/)
  expect(JSON.stringify(await bodies())).not.toContain('Only in cash terms')
})

test('an article is the collection of its annotations, in the order of the text', async () => {
  const other = await aNewsroom()
  const late = await published(other, aClaim({ words: 'since independence' }))
  const early = await published(other, aClaim({ words: 'the largest relief package' }))
  const { article } = await documentAt(`/api/v1/claims/${early.number}`)
  const { annotations } = await documentAt(new URL(article.address).pathname)
  const collection = await documentAt(new URL(annotations).pathname)
  const addressOf = (number: number) =>
    expect.stringMatching(new RegExp(`/claims/${number}/annotation.jsonld$`))
  expect(collection).toMatchObject({
    ...{ id: annotations, total: 2, label: article.title },
    first: { items: [{ id: addressOf(early.number) }, { id: addressOf(late.number) }] },
  })
  const [meant] = await understood(collection)
  expect(meant).toMatchObject({
    '@type': [`${as}OrderedCollection`],
    [`${as}first`]: [{ [`${as}items`]: [{ '@list': [{ '@type': [`${oa}Annotation`] }, {}] }] }],
  })
})

test('an annotation of a demo says that it is one', async () => {
  const { number } = await published(await aNewsroom({ isDemo: true }), aClaim())
  const { body } = await documentAt(`/api/v1/claims/${number}/annotation.jsonld`)
  expect(body[0].value).toBe('This is a demo newsroom. People, places and events are invented.')
})

test('what no context explains is found out', async () => {
  const strange = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://x.example/1',
    opinion: 'good',
  }
  await expect(understood(strange)).rejects.toThrow()
})
