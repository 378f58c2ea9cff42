import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pages } from '../../db/schema'
import { renderOutbox, renderStale } from '../../server/publication/made/render'
import { readHead } from '../../server/publication/stored/read-head'
import { readPage } from '../../server/publication/stored/read-page'
import { answerTo } from '../../server/publication/stored/stored-page'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { understood } from './api/expand'

process.env.PUBLIC_ORIGIN = 'https://checks.meridian.example'
const db = await freshDatabase()
const room = await aNewsroom()
const later = await published(room, aClaim({ statement: 'Nobody acted </script>.', words: 'nobody acted' }))
const earlier = await published(room, aClaim({ words: 'Two thousand people' }))
const withdrawn = aClaim({ statement: 'It is not.', words: '14 million marks' })
const retracted = await published(room, withdrawn)
await published(room, withdrawn, { kind: 'retraction', publicNote: 'We withdraw it.' })
await renderStale()
await renderOutbox()

const schema = (name: string) => `https://schema.org/${name}`

test('the page of an article lists the addresses of its claims in the order of the text, as schema.org understands it', async () => {
  const page = await readPage('/a/1')
  if (!page) throw new Error('the article has a page')
  const found = [
    ...page.bytes.toString('utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs),
  ]
  expect(found).toHaveLength(1)
  const [list] = await understood(JSON.parse(found[0]?.[1] ?? ''))
  expect(list).toMatchObject({
    '@type': [schema('ItemList')],
    [schema('numberOfItems')]: [{ '@value': 3 }],
    [schema('url')]: [{ '@value': `https://checks.meridian.example${page.canonical}` }],
  })
  expect(list?.[schema('itemListElement')]).toEqual(
    [earlier, retracted, later].map(({ path }, index) => ({
      '@type': [schema('ListItem')],
      [schema('position')]: [{ '@value': index + 1 }],
      [schema('url')]: [{ '@value': `https://checks.meridian.example${path}` }],
    })),
  )
  // It is data: what may run stays as it was.
  const { headers } = answerTo({ path: page.canonical, acceptEncoding: '', ifNoneMatch: '' }, readHead(page))
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).not.toContain('script-src')
})

test('of all pages those of claims that stand have exactly one ClaimReview, and no other has any', async () => {
  const all = await db.select().from(pages).where(eq(pages.contentType, 'text/html; charset=utf-8'))
  expect(all.length).toBeGreaterThan(10)
  const having = all.flatMap(({ path, bytes }) =>
    [...bytes.toString('utf8').matchAll(/"@type":"ClaimReview"/g)].map(() => path),
  )
  expect(having.toSorted()).toEqual([`/c/${later.number}`, `/c/${earlier.number}`].toSorted())
})
