import { expect, test } from 'vitest'
import { noFigure } from '../../server/claim/figure/figure'
import { isWhole } from '../../server/publication/dataset/columns'
import { rowOf, type VersionRead } from '../../server/publication/dataset/dataset'
import { licenceAt } from '../../server/publication/dataset/licence'
import { aPublicVersion } from '../public-version'

const read: VersionRead = {
  ...aPublicVersion(),
  ...{ hash: 'f00d', desk: 'The Desk', language: 'en' },
  ...{ isNewest: true, isRetracted: false, isUnderReview: false },
}

test('a row of a version that is whole is whole', () => {
  expect(isWhole(rowOf(read, 'https://here.example'))).toBe(true)
})

test('a row has what its figure says, each part in a column', () => {
  const figure = { ...noFigure, reported: 'at least 2,000', low: 2000, exactness: 'at-least' as const }
  const { content } = aPublicVersion({ figure: { ...figure, counted: 'people', to: '2026-03-05' } })
  const row = rowOf({ ...read, content }, 'https://here.example')
  expect(row).toMatchObject({ figureLow: 2000, figureHigh: null, figureQualifier: 'at-least' })
  expect(row).toMatchObject({ figureCounted: 'people', figureAsOf: '2026-03-05', figureUnit: null })
  expect(isWhole(row)).toBe(true)
})

test.each([
  { statement: 5 },
  { figureLow: Number.NaN },
  { statement: undefined },
  { version: 1.5 },
  { claim: 2 ** 31 },
  { isNewest: 'yes' },
  { publishedAt: new Date(Number.NaN) },
])('a row with %o is not', (wrong) => {
  const row = { ...rowOf(read, 'https://here.example'), ...wrong } as ReturnType<typeof rowOf> // As damage makes it.
  expect(isWhole(row)).toBe(false)
})

test.each([
  ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
  ['https://creativecommons.org/licenses/by-sa/4.0/deed.de', 'CC-BY-SA-4.0'],
  ['http://www.creativecommons.org/publicdomain/zero/1.0/legalcode', 'CC0-1.0'],
  ['https://licences.example/licenses/by/4.0/', undefined],
  ['https://creativecommons.org/licenses/by/3.0/', undefined],
])('%s is told of as %s', (path, name) => {
  expect(licenceAt(path)).toMatchObject({ path, ...(name && { name }) })
  expect(licenceAt(path).name).toBe(name)
})
