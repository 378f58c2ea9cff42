import { expect, test } from 'vitest'
import { dependentOf, publisherKey, siteOf } from '../../../server/source/independence'

const of = (id: string, parts: { address?: string; publisher?: string; text?: string }) => ({
  ...{ id, address: '', publisher: '', text: '' },
  ...parts,
})
const report = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')

test('two sources of one publisher are no two witnesses', () => {
  const sources = [
    of('a', { publisher: 'The Ledger' }),
    of('b', { publisher: ' the  ledger ' }),
    of('c', { publisher: 'Other' }),
  ]
  expect(dependentOf(sources)).toEqual([{ id: 'b', on: 'a', because: 'same-publisher' }])
})

test('two pages of one site are none, two sites under one public ending are', () => {
  const sources = [
    of('a', { address: 'https://news.ledger.co.uk/1' }),
    of('b', { address: 'http://www.ledger.co.uk/2' }),
    of('c', { address: 'https://other.co.uk/3' }),
  ]
  expect(dependentOf(sources)).toEqual([{ id: 'b', on: 'a', because: 'same-site' }])
})

test('a copied text is none, though it is cut and framed by other words', () => {
  const copied = `By our own reporter. ${report.split(' ').slice(0, 50).join(' ')} More on page 3.`
  expect(dependentOf([of('a', { text: report }), of('b', { text: copied })])).toEqual([
    { id: 'b', on: 'a', because: 'same-text' },
  ])
})

test('texts about the same in other words, and texts of a few words, count for themselves', () => {
  const other = Array.from({ length: 60 }, (_, at) => `other${at}`).join(' ')
  expect(dependentOf([of('a', { text: report }), of('b', { text: other })])).toEqual([])
  expect(
    dependentOf([of('a', { text: 'Too few words here' }), of('b', { text: 'Too few words here' })]),
  ).toEqual([])
})

test('sources that state nothing are held against nobody', () => {
  expect(dependentOf([of('a', {}), of('b', {})])).toEqual([])
})

test('a publisher is known by its site, else by its name', () => {
  expect(siteOf('http://192.0.2.7:8080/x')).toBe('192.0.2.7')
  expect(publisherKey({ address: 'https://www.ledger.example/1', publisher: 'The Ledger' })).toBe(
    'ledger.example',
  )
  expect(publisherKey({ address: 'a call', publisher: 'The  Ledger' })).toBe('the ledger')
  expect(publisherKey({ address: '', publisher: '' })).toBeNull()
})
