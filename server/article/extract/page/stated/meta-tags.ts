import { normaliseText } from '../../../frozen-text'
import type { PageDocument } from '../tree/page-document'

/** The contents of a page's meta tags with any of these names, given in one string with spaces between, in that order. */
export type Meta = (names: string) => string[]

/** Reads a page's meta tags, whichever attribute names them. */
export function metaReader(document: PageDocument): Meta {
  const values = new Map<string, string[]>()
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name = (
      tag.getAttribute('property') ||
      tag.getAttribute('name') ||
      tag.getAttribute('itemprop') ||
      tag.getAttribute('http-equiv') ||
      ''
    ).toLowerCase()
    const value = clean(tag.getAttribute('content'))
    if (name && value) values.set(name, [...(values.get(name) ?? []), value])
  }
  return (names) => names.split(' ').flatMap((name) => values.get(name) ?? [])
}
/** A stated text as a reader sees it: entities resolved, tags gone, one space between words; null when empty. */
export function clean(text: string | null | undefined): string | null {
  const plain = normaliseText(decoded(text ?? '').replace(/<[^>]+>/g, ' '))
  return plain === '' ? null : plain
}

// Titles in JSON-LD and meta tags are often escaped twice.
function decoded(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&#x([\da-f]+);/gi, (_, code) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(
      /&(amp|quot|apos|lt|gt|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);/g,
      (_, name: string) => named[name] ?? ' ',
    )
}

const named: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}
