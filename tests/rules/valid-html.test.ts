import { expect, test } from 'vitest'
import { languages, verdicts } from '../../db/vocabulary'
import { samplePages } from '../../server/publication/pages/sample/sample'
import { editionFor, publicDesk } from '../public-version'
import { faultsIn } from '../validate-html'

const pages = (language: string) =>
  samplePages(editionFor({ ...publicDesk, language })).filter((page) => page.startsWith('<!doctype'))

test.each(languages)('a check’s pages with every part one can have are valid HTML (%s)', async (language) => {
  const found = await Promise.all(pages(language).map(faultsIn))
  expect(found).toHaveLength(verdicts.length + 6)
  expect([...new Set(found.flat())]).toEqual([])
})
