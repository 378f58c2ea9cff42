import { expect, test } from 'vitest'
import { citedSources, plainText, readRationale } from '../../server/claim/rationale'

const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const cite = (source: string) => ({ type: 'citation', attrs: { source } })

test.each([[null], ['text'], [{ type: 'doc' }], [{ content: 7 }]])(
  '%j reads as an empty rationale',
  (value) => {
    expect(readRationale(value)).toEqual({ type: 'doc', content: [] })
  },
)

test('nodes nobody can see are dropped and what they hold is kept', () => {
  const read = readRationale(doc({ type: 'secret', content: [paragraph(text('seen'))] }, { type: 'image' }))
  expect(read).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'seen' }] }],
  })
})

test('a link that is not http or https is dropped', () => {
  const bad = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  const read = readRationale(doc(paragraph(text('click', bad))))
  expect(read.content[0]).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'click' }] })
})

test('the order in which marks were set does not matter', () => {
  const [bold, link] = [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/' } }]
  const one = readRationale(doc(paragraph(text('a', bold, link))))
  expect(one).toEqual(readRationale(doc(paragraph(text('a', link, bold)))))
})

test('text that stands outside a paragraph is dropped', () => {
  expect(readRationale(doc(text('stray'), cite('a')))).toEqual({ type: 'doc', content: [] })
})

test('nesting without end is cut off', () => {
  let node: unknown = paragraph(text('deep'))
  for (let depth = 0; depth < 100; depth++) node = { type: 'blockquote', content: [node] }
  expect(plainText(readRationale(doc(node)))).toBe('')
})

test('the plain text has a line for each block and leaves citations out', () => {
  const read = readRationale(
    doc(paragraph(text('One'), cite('a'), text('.')), paragraph(text('Two', { type: 'bold' }))),
  )
  expect(plainText(read)).toBe('One.\nTwo')
})

test('a rationale of empty paragraphs has no text', () => {
  expect(plainText(readRationale(doc(paragraph(), paragraph(text(' ')))))).toBe('')
})

test('each cited source is named once, in order of first citation', () => {
  const list = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph(cite('a'), cite('b'))] }],
  }
  expect(citedSources(readRationale(doc(paragraph(cite('b')), list)))).toEqual(['b', 'a'])
})
