import { expect, test } from 'vitest'
import { figureLine } from '../../server/claim/figure/figure-line'
import { bar, blackedInPlace, blackedOut, withBars } from '../../server/publication/redaction/black-out'
import { whyNotAskRedaction, whyNotConfirmRedaction } from '../../server/publication/redaction/redaction'
import { linkOf } from '../../server/source/source'
import { aFigure } from '../newsroom'

test('a bar stands over the exact words, whatever space is between them, and never inside a longer word', () => {
  expect(blackedOut('Ana Wu met Ana\n Wu in Banana Wulf.', ['Ana Wu'])).toBe(
    `${bar} met ${bar} in Banana Wulf.`,
  )
  expect(blackedOut('Ana’s house, ANA', ['Ana'])).toBe(`${bar}’s house, ANA`)
})

test('a bar has one length whatever it covers', () => {
  expect(blackedOut('of Ana', ['Ana']).length).toBe(blackedOut('of Anastasia', ['Anastasia']).length)
})

test('words are found however their accents are written, and in scripts without spaces', () => {
  expect(blackedOut('Zoe\u0308 said', ['Zo\u00eb'])).toBe(`${bar} said`)
  expect(blackedOut('昨日田中氏は言った', ['田中'])).toBe(`昨日${bar}氏は言った`)
})

test('a time stays what it is beside words that are blacked out', () => {
  const at = new Date('2026-03-09T10:20:00Z')
  expect(blackedOut({ text: 'Ana said so', at }, ['Ana'])).toEqual({ text: `${bar} said so`, at })
})

test('of two words that begin alike the longer one is covered whole', () => {
  expect(blackedOut('Ana Wulf', ['Ana', 'Ana Wulf'])).toBe(bar)
})

test('words are found across the marks of a rationale and across the edges of a quote', () => {
  const content = [
    { type: 'text', text: 'by Ana ' },
    { type: 'text', text: 'Wu', marks: [{ type: 'bold' }] },
  ]
  expect(blackedOut({ content }, ['Ana Wu']).content.map(({ text }) => text)).toEqual([`by ${bar}`, bar])
  const quote = { prefix: 'said Ana ', exact: 'Wu left', suffix: ' early' }
  expect(blackedOut(quote, ['Ana Wu'])).toEqual({
    prefix: `said ${bar}`,
    exact: `${bar} left`,
    suffix: ' early',
  })
})

test('ids and fixed words stay, though they are spelled like the words', () => {
  const source = { id: 'data', kind: 'data', stance: 'refutes', title: 'data' }
  expect(blackedOut(source, ['data'])).toEqual({ ...source, title: bar })
})

test('signs that mean something to a search are words like all others', () => {
  expect(blackedOut('about A+B (x|y).', ['A+B (x|y)'])).toBe(`about ${bar}.`)
})

test('in an article’s text each place stays where it is', () => {
  const text = 'So Ana 𝒲 left.'
  const left = blackedInPlace(text, ['Ana 𝒲'])
  expect(Array.from(left)).toHaveLength(Array.from(text).length)
  expect(left).not.toMatch(/Ana|𝒲/)
})

test('on a page each bar says what it is, and neither heads nor attributes get a tag', () => {
  const page = `<title>${bar}</title><p title="${bar}">a ${bar}</p><script>"${bar}"</script>`
  const shown = withBars(page, 'removed')
  expect(shown).toBe(
    `<title>${bar}</title><p title="${bar}">a <span class="blacked" role="img" aria-label="removed">${bar}</span></p><script>"${bar}"</script>`,
  )
})

test('a figure whose words are removed keeps no number, and any other keeps its own', () => {
  const figure = aFigure({ reported: 'some 2,000', low: 2000, high: 2000, counted: 'people' })
  const left = blackedOut(figure, ['2,000'])
  expect(left).toMatchObject({ reported: `some ${bar}`, low: null, high: null })
  expect(figureLine(left)).toContain(`some ${bar} people`)
  expect(blackedOut(figure, ['Ana'])).toEqual(figure)
})

test('nor does it keep what was worked out beside the number', () => {
  const figure = aFigure({ reported: 'some 2,000', workedOut: { value: 1990, how: '990 + 1,000' } })
  expect(blackedOut(figure, ['2,000']).workedOut).toBeUndefined()
  expect(blackedOut(figure, ['Ana'])).toEqual(figure)
})

test('an address with a bar in it is no link', () => {
  expect(linkOf(`https://ledger.example/${bar}`)).toBeNull()
})

test('words are not asked for twice, nor confirmed by the one who asked, nor after it is over', () => {
  const asked = { words: ['Ana'], law: 'GDPR Art. 17', court: '', number: '', note: 'By order.' }
  expect(whyNotAskRedaction(asked, { found: true, isAsked: false })).toBeNull()
  expect(whyNotAskRedaction(asked, { found: true, isAsked: true })).toEqual({ code: 'redaction-asked' })
  const open = { askedBy: 'one', confirmedAt: null, droppedAt: null }
  expect(whyNotConfirmRedaction(open, 'two')).toBeNull()
  expect(whyNotConfirmRedaction(open, 'one')).toEqual({ code: 'redaction-by-you' })
  expect(whyNotConfirmRedaction({ ...open, droppedAt: new Date(0) }, 'two')).toEqual({
    code: 'redaction-over',
  })
})
