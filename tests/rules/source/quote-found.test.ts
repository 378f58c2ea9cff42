import { expect, test } from 'vitest'
import { wordsOfPage } from '../../../server/source/words/page-words'
import { findQuote } from '../../../server/source/words/quote-found'

const text =
  'The minister said: “We paid 14,000,000 marks in nine districts — more than ever before.” Nobody asked who got them. The register lists each payment.'

test('a quote is found however its marks and spaces are set', () => {
  expect(findQuote('"We paid 14,000,000 marks in nine districts - more  than ever before."', [text])).toEqual(
    { is: 'found' },
  )
  expect(findQuote('we paid 14,000,000 marks', [text])).toEqual({ is: 'found' })
})

test('a quote may leave words out, but not change their order', () => {
  expect(findQuote('We paid 14,000,000 marks […] more than ever before', [text])).toEqual({ is: 'found' })
  expect(findQuote('more than ever before … We paid 14,000,000 marks', [text]).is).not.toBe('found')
})

test('another number is a difference, told with the words that stand there', () => {
  expect(findQuote('We paid 15,000,000 marks in nine districts', [text])).toEqual({
    is: 'differs',
    passage: 'We paid 14,000,000 marks in nine districts',
  })
})

test('words that stand nowhere near are not found, nor are too few of them', () => {
  expect(findQuote('Nine hundred people left their homes that night', [text])).toEqual({ is: 'not-found' })
  expect(findQuote('fifteen marks', [text])).toEqual({ is: 'not-found' })
  expect(findQuote('“ ”', [text])).toEqual({ is: 'not-found' })
})

test('what the article leaves out is looked for in the whole page', () => {
  expect(findQuote('payments in March', ['The article.', 'Table 3: payments in March'])).toEqual({
    is: 'found',
  })
})

const earlier = [
  'Nine districts were paid in March.',
  'The ministry says that 14,000,000 marks were paid to people in nine districts.',
  'The ministry says that 12,000,000 marks were paid to people in nine towns.',
].join('\n\n')
const of14 = '14,000,000 marks were paid to people in nine districts'

test('a quote that stood in an earlier copy is told with what became of its sentence', () => {
  const now = earlier.replace(
    '14,000,000 marks were paid to people in nine districts',
    '9,000,000 marks have been handed to families in nine districts',
  )
  expect(findQuote(of14, [now])).toMatchObject({
    passage: expect.stringContaining('12,000,000 marks were paid to people'),
  })
  expect(findQuote(of14, [now], [earlier])).toEqual({
    is: 'differs',
    passage: '9,000,000 marks have been handed to families in nine districts',
  })
})

test('one whose sentence was taken out is not found in another that is only like it', () => {
  const now = earlier.split('\n\n').toSpliced(1, 1).join('\n\n')
  expect(findQuote(of14, [now])).toMatchObject({ is: 'differs' })
  expect(findQuote(of14, [now], [earlier])).toEqual({ is: 'not-found' })
  expect(findQuote(of14, [now], ['It never stood there.'])).toMatchObject({ is: 'differs' })
})

test('one that only moved is found', () => {
  const now = earlier.split('\n\n').toReversed().join('\n\n')
  expect(findQuote(of14, [now], [earlier])).toEqual({ is: 'found' })
})

test('the words of a page are those a reader sees, across marks and entities', () => {
  const html =
    '<head><style>p{}</style><script>let hidden = "x"</script></head><p>Pay&shy;ments <b>rose</b> by 9&nbsp;%&#8212;so</p><!-- no --><td>1</td><td>2</td>'
  expect(wordsOfPage(html)).toBe('Payments rose by 9 %—so 1 2')
})

test('a page of open brackets alone takes no time', () => {
  const begun = performance.now()
  wordsOfPage('<'.repeat(2_000_000))
  wordsOfPage('<script>'.repeat(200_000))
  wordsOfPage('<!--'.repeat(300_000))
  expect(performance.now() - begun).toBeLessThan(5_000)
})
