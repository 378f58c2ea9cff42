import { expect, test } from 'vitest'
import { pagesOfBlocks } from '../../server/article/draft/page-of-block'

const pages = [
  'The Ledger 1\nDam gives way\nTwo thousand people were driven from their\nhomes when the dam gave way.',
  'The Ledger 2\nNobody of the canal of-\nfice had acted.\nThe mill',
  'was lost, too.\nThe Ledger 3\nTwo thousand people were driven from their beds.',
]
const pageOf = (...texts: string[]) =>
  pagesOfBlocks(
    texts.map((text) => ({ text })),
    pages,
  )

test('a block is on the page on which it begins, however its lines were joined', () => {
  expect(
    pageOf(
      'Two thousand people were driven from their homes when the dam gave way.',
      'Nobody of the canal office had acted.',
      'The mill was lost, too.',
      'Two thousand people were driven from their beds.',
    ),
  ).toEqual([0, 1, 1, 2])
})

test('what is found nowhere is on the page of what stands before it', () => {
  expect(pageOf('Nobody of the canal office', 'Quite other words', '— —')).toEqual([1, 1, 1])
})

test('a block that is found further up only is there, and a file without words has one page', () => {
  expect(pageOf('The mill was lost', 'Dam gives way')).toEqual([1, 0])
  expect(pagesOfBlocks([{ text: 'Words' }], [''])).toEqual([0])
})
