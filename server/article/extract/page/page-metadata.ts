import type { Found, FoundFields } from '../../extraction'
import { normaliseText } from '../../frozen-text'
import { namesIn } from '../byline'
import { languageOf } from '../language'
import { datesIn, machineDate } from '../stated-date'
import { type ArticleData, articleData } from './json-ld'

/** Title, byline, dates, publisher and language of a page, each with its origin: JSON-LD, then meta tags, then page. */
export function pageMetadata(document: Document, url: string): FoundFields & { article: ArticleData | null } {
  const article = articleData(document)
  const meta = metaReader(document)
  return {
    article,
    title: titleOf(document, article, meta),
    byline: bylineOf(document, article, meta),
    published: publishedOf(document, article, meta, url),
    updated: updatedOf(document, article, meta),
    publisher: publisherOf(document, article, meta),
    language: statedLanguage(document, article, meta),
  }
}

type Meta = (...names: string[]) => string[]

function metaReader(document: Document): Meta {
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
  return (...names) => names.flatMap((name) => values.get(name) ?? [])
}

function titleOf(document: Document, article: ArticleData | null, meta: Meta): Found<string> | null {
  const headline = headlineIn(document)
  const stated = clean(article?.title)
  if (stated) return { value: headline && sameStart(stated, headline) ? headline : stated, from: 'json-ld' }
  const [tagged] = meta(
    'og:title',
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'parsely-title',
    'sailthru.title',
    'citation_title',
    'headline',
    'title',
  )
  if (tagged)
    return {
      value: headline && sameStart(tagged, headline) ? headline : withoutSite(tagged, meta),
      from: 'meta',
    }
  if (headline) return { value: headline, from: 'page' }
  const title = clean(document.querySelector('title')?.textContent)
  return title ? { value: withoutSite(title, meta), from: 'page' } : null
}

// The h1 that the <title> contains is the headline; another h1 may be the site's name.
function headlineIn(document: Document): string | null {
  const title = letters(document.querySelector('title')?.textContent ?? '')
  const heads = [...document.querySelectorAll('h1')]
    .map((head) => clean(head.textContent))
    .filter((head) => head !== null)
  const titled = heads.find((head) => letters(head).length > 8 && title.includes(letters(head)))
  const only = heads.length === 1 || title === '' ? heads[0] : undefined
  return titled ?? only ?? inArticle(document)
}

function inArticle(document: Document): string | null {
  return clean(document.querySelector('article h1, main h1, [itemprop="headline"]')?.textContent)
}

function sameStart(tagged: string, headline: string): boolean {
  return (
    letters(tagged).startsWith(letters(headline)) &&
    headline.length > 10 &&
    /[|–—·:-]/.test(tagged.slice(headline.length))
  )
}

function withoutSite(title: string, meta: Meta): string {
  const [site] = meta('og:site_name', 'application-name')
  const parts = title.split(/\s+[|»·•–—-]\s+|\s+::\s+/u)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return title
  const isSite = site
    ? letters(last).includes(letters(site)) || letters(site).includes(letters(last))
    : last.split(' ').length <= 4
  if (isSite && letters(title.slice(0, title.lastIndexOf(last))).length > 10)
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s*[|»·•–—:-]+\s*$/u, '')
      .trim()
  return title
}

function bylineOf(document: Document, article: ArticleData | null, meta: Meta): Found<string[]> | null {
  const origins = [
    { value: people(article?.byline ?? []), from: 'json-ld' as const },
    {
      value: people(
        meta(
          'article:author',
          'og:article:author',
          'author',
          'dc.creator',
          'dcterms.creator',
          'parsely-author',
          'sailthru.author',
          'citation_author',
          'byl',
          'cxenseparse:author',
        ),
      ),
      from: 'meta' as const,
    },
    { value: people(bylinesIn(document)), from: 'page' as const },
  ]
  return origins.find(({ value }) => value.length > 0) ?? null
}

function people(stated: string[]): string[] {
  const all = stated.flatMap((one) => {
    const plain = clean(one) ?? ''
    if (
      plain === '' ||
      /^(?:admin|administrator|editor|webmaster|root|user|unknown|null|undefined|guest)\d*$/i.test(plain) ||
      /^https?:|^@|^www\.|@/.test(plain)
    )
      return []
    const names = namesIn(plain)
    // An organisation may sign ("Reuters", "Staff"); a whole sentence may not.
    return names.length > 0
      ? names
      : plain.split(' ').length <= 6 && !/[.!?]$/.test(plain)
        ? [plain.replace(/^by\s+/i, '')]
        : []
  })
  return [...new Set(all)].slice(0, 12)
}

function bylinesIn(document: Document): string[] {
  const places = [
    'a[rel~="author"]',
    '[itemprop="author"] [itemprop="name"]',
    '[itemprop="author"]',
    '[class~="byline"],[class*="byline"],[class*="Byline"]',
    '[class~="author-name"],[class~="author__name"],[class~="author"]',
  ]
  for (const place of places) {
    const named = [...document.querySelectorAll(place)]
      .map((element) => clean(element.textContent) ?? '')
      .filter((name) => name.length > 2 && name.length < 160)
    const names = named.flatMap(namesIn)
    if (names.length > 0) return names.slice(0, 6)
  }
  return []
}

function publishedOf(
  document: Document,
  article: ArticleData | null,
  meta: Meta,
  url: string,
): Found<string> | null {
  return firstDate([
    [article?.published ?? null, 'json-ld'],
    ...meta(
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'datepublished',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.date',
      'dcterms.created',
      'dc.date.created',
      'dcterms.issued',
      'parsely-pub-date',
      'sailthru.date',
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'publication_date',
      'ptime',
      'originalpublicationdate',
      'rnews:datepublished',
      'cxenseparse:recs:publishtime',
      'article.published',
    ).map((value) => [value, 'meta'] as const),
    [timeIn(document, 'published'), 'page'],
    [labelledIn(document, 'published'), 'page'],
    [dateInAddress(url), 'page'],
  ])
}

function updatedOf(document: Document, article: ArticleData | null, meta: Meta): Found<string> | null {
  return firstDate([
    [article?.updated ?? null, 'json-ld'],
    ...meta(
      'article:modified_time',
      'og:updated_time',
      'article:updated_time',
      'datemodified',
      'dcterms.modified',
      'dc.date.modified',
      'lastmod',
      'last-modified',
      'utime',
      'revised',
    ).map((value) => [value, 'meta'] as const),
    [timeIn(document, 'updated'), 'page'],
    [labelledIn(document, 'updated'), 'page'],
  ])
}

function firstDate(stated: (readonly [string | null, Found<string>['from']])[]): Found<string> | null {
  for (const [value, from] of stated) {
    const date = value ? machineDate(value) : null
    if (date) return { value: date, from }
  }
  return null
}

const notOfArticle =
  'aside, nav, footer, [class*="related"], [class*="comment"], [class*="sidebar"], [class*="widget"], [class*="recommend"], [class*="teaser"]'

function timeIn(document: Document, wanted: 'published' | 'updated'): string | null {
  const prop = wanted === 'published' ? 'datePublished' : 'dateModified'
  const marked = document.querySelector(`[itemprop~="${prop}"]`)
  if (marked) return marked.getAttribute('content') ?? marked.getAttribute('datetime') ?? marked.textContent
  for (const time of document.querySelectorAll('time')) {
    if (time.closest(notOfArticle)) continue
    const isUpdate = /updat|modif|revis|aktualis/i.test(
      `${time.getAttribute('class') ?? ''} ${time.parentElement?.textContent?.split(time.textContent ?? '')[0] ?? ''}`,
    )
    if (isUpdate === (wanted === 'updated')) return time.getAttribute('datetime') ?? time.textContent
  }
  return null
}

// A written date counts near the headline, in an element that names itself a date or with its label beside it.
function labelledIn(document: Document, wanted: 'published' | 'updated'): string | null {
  for (const element of document.querySelectorAll(
    '[class*="date"],[class*="Date"],[class*="publish"],[class*="timestamp"],[class*="time-stamp"],[class*="meta"],[class*="byline"],header p,header span,header div',
  )) {
    const text = clean(element.textContent) ?? ''
    if (text.length === 0 || text.length > 160 || element.closest(notOfArticle)) continue
    const dates = datesIn(text)
    const isDateElement = /date|publish|timestamp/i.test(element.getAttribute('class') ?? '')
    const date =
      dates[wanted] ?? (wanted === 'published' && isDateElement && !dates.updated ? dates.bare : null)
    if (date) return date
  }
  return null
}

function dateInAddress(url: string): string | null {
  const path = /^https?:\/\/[^/]+(\/[^?#]*)/.exec(url)?.[1] ?? ''
  const match =
    /\/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)/.exec(path) ??
    /[/-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/.-]|$)/.exec(path)
  if (match) return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  const month = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])(?=\/)/.exec(path)
  return month ? `${month[1]}-${month[2]}` : null
}

function publisherOf(document: Document, article: ArticleData | null, meta: Meta): Found<string> | null {
  const stated = clean(article?.publisher)
  if (stated && !/^https?:/.test(stated)) return { value: stated, from: 'json-ld' }
  const tagged = meta(
    'og:site_name',
    'article:publisher',
    'dc.publisher',
    'dcterms.publisher',
    'citation_publisher',
    'citation_journal_title',
    'publisher',
    'application-name',
    'copyright',
  ).find((name) => !/^https?:|^@/.test(name) && name.length < 80)
  if (tagged) return { value: tagged, from: 'meta' }
  const marked = clean(
    document.querySelector('[itemprop="publisher"] [itemprop="name"]')?.getAttribute('content') ??
      document.querySelector('[itemprop="publisher"] [itemprop="name"]')?.textContent,
  )
  if (marked) return { value: marked, from: 'page' }
  const behind = siteBehindTitle(document)
  return behind ? { value: behind, from: 'page' } : null
}

function siteBehindTitle(document: Document): string | null {
  const title = clean(document.querySelector('title')?.textContent) ?? ''
  const headline = headlineIn(document)
  if (!headline || !letters(title).startsWith(letters(headline))) return null
  const site = title
    .split(/\s+[|»·•–—-]\s+/u)
    .slice(1)
    .at(-1)
  return site && site.split(' ').length <= 5 ? site : null
}

function statedLanguage(document: Document, article: ArticleData | null, meta: Meta): Found<string> | null {
  const stated: [string | null | undefined, Found<string>['from']][] = [
    [article?.language, 'json-ld'],
    [
      meta('og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language', 'inlanguage')[0],
      'meta',
    ],
    [
      document.documentElement?.getAttribute('lang') ??
        document.body?.getAttribute('lang') ??
        document.querySelector('article[lang]')?.getAttribute('lang'),
      'page',
    ],
  ]
  for (const [value, from] of stated) {
    const tag = languageTag(value)
    if (tag) return { value: tag, from }
  }
  return null
}

function languageTag(value: string | null | undefined): string | null {
  const bare = value?.trim().split(/[,;]/)[0]?.replace(/_/g, '-') ?? ''
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(bare)) return null
  try {
    return Intl.getCanonicalLocales(bare)[0] ?? null
  } catch {
    // Not a language tag after all ("en-us-x" and the like): the next place is asked.
    return null
  }
}

/** The language told from the text itself, for pages that do not state one. */
export function languageOfText(text: string): Found<string> | null {
  const language = languageOf(text)
  return language ? { value: language, from: 'page' } : null
}

function clean(text: string | null | undefined): string | null {
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

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
