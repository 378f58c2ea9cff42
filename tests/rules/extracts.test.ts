import { expect, test } from 'vitest'
import { describeQuote } from '../../server/claim/quote'
import { contextOf } from '../../server/publication/publication'
import { bar } from '../../server/publication/redaction/black-out'
import { blackedExtracts } from '../../server/publication/redaction/extracts'

/** What readers have of a text around these words, without others. */
function without(words: string[], text: string, quoted: string) {
  const start = text.indexOf(quoted)
  const selectors = describeQuote(text, { start, end: start + quoted.length })
  if (!selectors) throw new Error('the quote is not in the text')
  const shown = { quote: selectors.quote, context: contextOf(text, selectors) }
  return blackedExtracts(shown, { text, selectors, words })
}

const long = 'word '.repeat(26)

test('a name of which the context has the end alone is black there, too', () => {
  const text = `Ludmila Quist ${long}The dam broke.`
  const { context } = without(['Ludmila Quist'], text, 'The dam')
  expect(context.before).toBe(`… ${bar} ${long}`)
})

test('a name that is cut by the beginning of the quote’s own context is black there', () => {
  const text = `It was Ludmila Quist, says the register. The dam broke.`
  const { quote } = without(['Ludmila Quist'], text, 'The dam')
  expect(quote.prefix).toBe(`${bar}, says the register. `)
})

test('a name that goes from one paragraph into the next is black in the context, which has its end alone', () => {
  const { context, quote } = without(
    ['Ottoline Vesper'],
    'So said Ottoline\n\nVesper. The dam broke.',
    'The dam',
  )
  expect(context).toEqual({ before: `${bar}. `, after: ' broke.' })
  expect(quote.prefix).toBe(`So said ${bar}. `)
})

test('a name that the quote begins inside of is black in it and before it', () => {
  const { context, quote } = without(['Ludmila Quist'], 'So said Ludmila Quist at noon.', 'Quist at noon')
  expect(quote.exact).toBe(`${bar} at noon`)
  expect(context.before).toBe(`So said ${bar} `)
})

test('the end of a name stays where another stands before it', () => {
  const { context } = without(
    ['Ludmila Quist'],
    'Ludmila Quist left.\n\nHer brother Quist stayed. The dam broke.',
    'The dam',
  )
  expect(context.before).toBe('Her brother Quist stayed. ')
})

test('nothing changes where none of the words is near the quote', () => {
  const text = 'Nobody was there. The dam broke.'
  const { quote, context } = without(['Ludmila Quist'], text, 'The dam')
  expect([quote.prefix, context.before]).toEqual(['Nobody was there. ', 'Nobody was there. '])
})
