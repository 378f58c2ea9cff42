import { expect, test } from 'vitest'
import { documentOf } from '../../server/article/extract/page/tree/page-document'
import { PageElement } from '../../server/article/extract/page/tree/page-tree'
import { isElement } from '../../server/article/extract/page/tree/walk'

const page = documentOf(
  '<html lang="en"><head><title>A &amp; B</title></head><body>' +
    '<article CLASS="main story"><h1>Weir</h1><p id="one">First<br>line<p>Second <b>bold</b></article>' +
    '<aside data-kind="more">Other</aside></body></html>',
)

test('a page that leaves tags open is read as browsers read it', () => {
  expect(page.querySelectorAll('p').map((element) => element.textContent)).toEqual([
    'Firstline',
    'Second bold',
  ])
  expect(page.title).toBe('A & B')
  expect(page.body?.children.map((element) => element.localName)).toEqual(['article', 'aside'])
  expect(page.documentElement?.parentElement).toBeNull()
})

test.each([
  ['h1,ASIDE', ['h1', 'aside']],
  ['article p', ['p', 'p']],
  ['body article b', ['b']],
  ['[class~="story"]', ['article']],
  ['[class*="ory"],p[id]', ['article', 'p']],
  ['aside[data-kind="more"]', ['aside']],
  ['aside p, [class="story"], html html', []],
])('the selector %s finds what it names, in reading order', (selector, found) => {
  expect(page.querySelectorAll(selector).map((element) => element.localName)).toEqual(found)
})

test('what Readability writes to an element is there to be read', () => {
  const element = page.createElement('DIV')
  Object.assign(element, { id: 'page', className: 'one two' })
  expect([element.getAttribute('id'), element.getAttribute('class')]).toEqual(['page', 'one two'])
})

test('tags that lie too deep in each other are not read', () => {
  expect(() => documentOf('<div>'.repeat(5001))).toThrow(RangeError)
  expect(documentOf('<div>'.repeat(5000)).querySelectorAll('div')).toHaveLength(5000)
})

test('a selector of another kind is a fault', () => {
  expect(() => page.querySelectorAll('p:first-child')).toThrow('p:first-child')
})

test('an element is looked for outwards, itself first', () => {
  const bold = page.querySelector('b')
  expect(bold?.closest('b')).toBe(bold)
  expect(bold?.closest('article, body')?.localName).toBe('article')
  expect(bold?.closest('aside')).toBeNull()
})

test('nodes that are moved, replaced and taken out leave the rest linked', () => {
  const document = documentOf('<ul><li>1</li><!-- note --><li>2</li><li>3</li></ul>')
  const list = document.querySelector('ul')
  const [first, second, third] = document.querySelectorAll('li')
  if (!list || !first || !second || !third) throw new Error('the list was not read')
  list.appendChild(first)
  expect(list.textContent).toBe('231')
  list.replaceChild(document.createElement('hr'), third)
  expect(list.children.map((element) => element.localName)).toEqual(['li', 'hr', 'li'])
  second.remove()
  expect(list.firstElementChild?.nextElementSibling).toBe(first)
  expect(first.previousElementSibling?.localName).toBe('hr')
  expect(list.childNodes.filter(isElement)).toHaveLength(2)
  expect(second.parentNode).toBeNull()
})

test('markup that is written out reads back as the same tree', () => {
  const markup = page.body?.innerHTML ?? ''
  const again = new PageElement(page, 'body', {})
  again.innerHTML = markup
  expect(again.innerHTML).toBe(markup)
  expect(documentOf('<p title="a &quot;b&quot;">1 &lt; 2<script>1 < 2</script><img src=x>').innerHTML).toBe(
    '<p title="a &quot;b&quot;">1 &lt; 2<script>1 < 2</script><img src="x"></p>',
  )
})
