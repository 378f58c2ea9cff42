import { expect, test } from 'vitest'
import { withoutWords } from '../../../server/dossier/published/frozen-dossier'
import { bar } from '../../../server/publication/redaction/black-out'

const content = { name: 'Karsell', articles: [], claims: [], explanations: [] }
const retraction = { text: 'Ana Ferro was wrong.', by: 'Ana Ferro', approvedBy: 'Jonas', at: '2026-03-05' }

test('words that are removed under law are removed from why a dossier was retracted, too', () => {
  expect(withoutWords({ ...content, retraction }, ['Ana Ferro']).retraction).toEqual({
    ...{ text: `${bar} was wrong.`, by: bar, approvedBy: 'Jonas', at: '2026-03-05' },
  })
})

test('a dossier that is not retracted has the hash that it had before any was', () => {
  expect(Object.keys(withoutWords(content, ['Ana Ferro']))).toEqual(Object.keys(content))
})
