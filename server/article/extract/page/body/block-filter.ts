import { lettersOf } from '../../language'
import type { PageDocument } from '../tree/page-document'
import type { PageElement } from '../tree/page-tree'

const junkTags = new Set(
  'nav footer form button input select textarea dialog menu object embed canvas svg'.split(' '),
)
const junkRoles = new Set(
  'navigation search complementary contentinfo dialog alertdialog tooltip menu toolbar'.split(' '),
)

// Words in a class or id that name a part of the site. Compound names are cut at hyphens and capitals first.
const junkWords = new Set(
  'related relateds recommended recommendation recommendations newsletter newsletters breadcrumb breadcrumbs share shares sharing sharedaddy addthis social socials comments commentlist disqus respond promo promos promotion sponsor sponsored advert adverts advertisement advertising ad ads adslot adsense dfp cookie cookies consent gdpr subscribe subscription signup taboola outbrain recirc recirculation trending popular mostpopular mostread readmore readalso taglist tags pagination pager bio bios authorbox byline bylines timestamp dateline-date credit credits copyright skip invisible noprint syndication metadata readtime toolbar tooltip modal popup overlay donation donate marketing rollover'.split(
    ' ',
  ),
)
const junkNames =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|(?:entry|post|article|story)[-_]?meta|author[-_]?(?:bio|box|info|card|profile)|about[-_]?author|read[-_]?(?:more|next|also)|more[-_]?(?:stories|from|on|news|links)|also[-_]?(?:read|like)|see[-_]?also|in-?article-?(?:ad|promo)|print-?(?:only|hide)|most[-_]?(?:read|popular|viewed)|jp-relatedposts|wp-block-latest-posts|mw-editsection|navbox|img-?credit|photo-?credit|image-?credit|article__tags|post-tags|tags-links|cat-links|social-?links|follow-?us|slideshow-?nav|screen-only|no-?print|print-only|(?<=^|\s)(?:is-)?hidden(?=$|\s)|d-none)(?:$|[\s_-])/i

/**
 * Takes out of a document what is surely not its article: menus, forms, share bars, related links, author boxes.
 * An element that holds much of the page's text stays, whatever it is called.
 */
export function removeJunk(document: PageDocument): void {
  for (const element of document.querySelectorAll('script,style,template')) element.remove()
  keepFirstArticle(document)
  const elements = [...document.body.querySelectorAll('*')]
  removeComments(elements, document.body)
  const all = proseSize(document.body)
  for (const element of elements) {
    if (isJunkByKind(element) || isJunk(element)) removeIfSmall(element, all)
  }
}

function isJunkByKind(element: PageElement): boolean {
  return (
    junkTags.has(element.localName) ||
    junkRoles.has(element.getAttribute('role') ?? '') ||
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display:\s*none/i.test(element.getAttribute('style') ?? '')
  )
}

// A page that strings several articles together is about the one that holds the headline.
function keepFirstArticle(document: PageDocument): void {
  const title = lettersOf(document.querySelector('title')?.textContent ?? '')
  const headline = [...document.querySelectorAll('article h1, article h2')].find((head) => {
    const words = lettersOf(head.textContent ?? '')
    return words.length > 8 && title.includes(words)
  })
  const own = headline?.closest('article')
  if (!own || proseSize(own) < 400) return
  for (const other of document.querySelectorAll('article')) {
    if (!own.contains(other) && !other.contains(own)) other.remove()
  }
}

const commentNames =
  /(?:^|\s)(?:comments|comments?-(?:list|area|section|thread)|comments-(?:list|area|section|wrapper)|commentlist|disqus_thread)(?:$|\s)/i

// However many readers answered, the article is what they answered to; a page of answers alone is a forum's.
function removeComments(elements: PageElement[], body: PageElement): void {
  const places = elements.filter(
    (element) =>
      element.localName !== 'main' &&
      commentNames.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`),
  )
  const named = new Set(places)
  const outer = places.filter((place) => !isInside(place, named))
  if (outer.length === 0) return
  const commented = outer.reduce((sum, place) => sum + proseSize(place), 0)
  if (proseSize(body) - commented < 150) return
  for (const place of outer) place.remove()
}

function isInside(element: PageElement, others: Set<PageElement>): boolean {
  for (let part = element.parentElement; part; part = part.parentElement) if (others.has(part)) return true
  return false
}

function removeIfSmall(element: PageElement, all: number): void {
  if (/^(?:html|body|main)$/i.test(element.tagName)) return
  if (proseSize(element) <= all * 0.25) element.remove()
}

// Letters in paragraphs long enough to be sentences: long lists of links do not make a page's text look small.
function proseSize(element: PageElement | null): number {
  if (!element) return 0
  const paragraphs = /^p$/i.test(element.tagName) ? [element] : [...element.getElementsByTagName('p')]
  const prose = paragraphs.map((paragraph) => paragraph.textContent ?? '').filter((text) => text.length > 80)
  const inParagraphs = prose.reduce((sum, text) => sum + text.length, 0)
  return inParagraphs > 0 ? inParagraphs : looseSize(element)
}

// Old pages part their sentences by line breaks alone.
function looseSize(element: PageElement): number {
  let size = 0
  for (const node of element.childNodes) {
    const length = (node.textContent ?? '').trim().length
    if (node.nodeType === 3 && length > 80) size += length
    if (node.nodeType === 1) size += looseSize(node as PageElement) // nodeType 1 is an element
  }
  return size
}

function isJunk(element: PageElement): boolean {
  const tag = element.tagName.toLowerCase()
  if (/^(?:html|body|main|article|table|tbody|tr|td|img|picture)$/.test(tag)) return false
  if (element.getAttribute('itemprop') === 'articleBody') return false
  const named = ownNames(element)
  if (named === '') return false
  const words = nameWords(named)
  const isNamedJunk =
    junkNames.test(named) ||
    words.some((word) => junkWords.has(word)) ||
    (words.some((word) => /^teasers?$/.test(word)) && element.getElementsByTagName('a').length > 0)
  if (!isNamedJunk) return false
  // A real sentence in a paragraph outweighs a word in its class.
  return !(
    /^(?:p|li|h[1-6]|blockquote|figcaption|figure|em|strong|span|a|b|i)$/.test(tag) && isSentence(element)
  )
}

// "has-ads" and "text--label-hidden" tell of a state, not of a thing.
function ownNames(element: PageElement): string {
  const classes = (element.getAttribute('class') ?? '')
    .split(/\s+/)
    .filter((name) => !/^(?:has|is|with|js|no)[-_]/i.test(name) || /^(?:no-?print|is-hidden)$/i.test(name))
    .map((name) => name.replace(/--(?:has|is|with|label)[-_].*$/i, ''))
  const others = [element.id, element.getAttribute('data-component'), element.getAttribute('data-testid')]
  return [...classes, ...others].filter((name) => name).join(' ')
}

function isSentence(element: PageElement): boolean {
  const text = element.textContent ?? ''
  return text.length > 120 && linkShare(element) < 0.4
}

function nameWords(named: string): string[] {
  return named
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
}

/** The share of an element's letters that stand in links. */
export function linkShare(element: PageElement): number {
  const all = (element.textContent ?? '').replace(/\s+/g, '').length
  if (all === 0) return 0
  let linked = 0
  for (const link of element.getElementsByTagName('a')) {
    const address = link.getAttribute('href')
    // A link within the page is a note or an anchor, not a way out of the article.
    if (address !== null && !address.startsWith('#'))
      linked += (link.textContent ?? '').replace(/\s+/g, '').length
  }
  return Math.min(1, linked / all)
}
