import { parseHTML } from 'linkedom'
import { extractText } from '../../../server/article/plain-text'

const unseen = new Set(
  'script style template noscript head title svg iframe canvas video audio select button'.split(' '),
)
const blocks = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
)
const parted = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote table figure'.split(' '))

/** A page as it is copied from a browser: its title, then its text as innerText gives it, without what is hidden. */
export function dumpOf(html: string): string {
  const { document } = parseHTML(html)
  const title = document.querySelector('title')?.textContent?.trim() ?? ''
  const body = document.body ? textOf(document.body) : ''
  return `${title}\n${body
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')}`
}

function textOf(node: Node): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ')
  if (node.nodeType !== 1) return ''
  const element = node as Element // nodeType 1 is an element
  const tag = element.localName
  if (unseen.has(tag) || element.hasAttribute('hidden') || isHidden(element)) return ''
  if (tag === 'br') return '\n'
  const inner = [...element.childNodes].map(textOf).join('')
  if (tag === 'td' || tag === 'th') return `${inner.trim()}\t`
  if (parted.has(tag)) return `\n\n${inner.trim()}\n\n`
  return blocks.has(tag) ? `\n${inner.trim()}\n` : inner
}

function isHidden(element: Element): boolean {
  return /display:\s*none|visibility:\s*hidden/i.test(element.getAttribute('style') ?? '')
}

/** What is read out of a dump as the article's text. */
export function textOfDump(raw: string): string {
  return extractText(raw)
    .blocks.filter((block) => block.kind !== 'caption')
    .map((block) => block.text)
    .join('\n\n')
}
