import { expect, test } from 'vitest'
import { editionOf } from '../../server/publication/pages/edition'
import { samplePages } from '../../server/publication/pages/sample/sample'

const desk = { slug: 'meridian', name: 'Meridian', timeZone: 'UTC', language: 'en', isDemo: false }
const edition = editionOf(desk, { origin: 'https://meridian.example', stylesheet: '/assets/public-1.css' })
// Its five claims, one for each verdict, stand over the same word.
const article = samplePages(edition).find((page) => page.includes('href="https://meridian.example/a/')) ?? ''

test('of claims over the same words the first two get a line each, and all get their number', () => {
  expect(article).toContain(
    'before <mark class="hl v-true"><span class="hl under v-mostly">quote</span></mark>',
  )
  const behind = article.slice(article.indexOf('quote</span></mark>'), article.indexOf(' after</p>'))
  const numbers = [...behind.matchAll(/href="#claim-(\d)"/g)].map(([, number]) => number)
  expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7'])
})
