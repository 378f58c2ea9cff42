import { normaliseText } from '../../article/frozen-text'
import { mostTextLetters } from '../snapshot/snapshot'

const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', mdash: '—', ndash: '–' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', laquo: '«', raquo: '»', euro: '€' },
}

/**
 * Every word that stands in a page, also outside of what is read as its article: a quote may stand in a table or a box.
 * It runs nothing and makes no document, so that a page of any size costs one walk through it.
 */
export function wordsOfPage(html: string): string {
  const bare = html
    .slice(0, mostTextLetters * 4)
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<(?:\/|)(?:b|i|em|strong|a|span|sup|sub|u|s|mark|small|abbr|cite|q|code|wbr)\b[^<>]*>/gi, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, number, name) => {
      if (name) return named[name] ?? whole
      const point = hex ? Number.parseInt(hex, 16) : Number(number)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ' '
    })
  return normaliseText(bare.toWellFormed()).slice(0, mostTextLetters).toWellFormed()
}
