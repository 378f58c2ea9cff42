import { namesIn } from '../../byline'
import type { Found, FoundFields } from '../../extraction'
import { lettersOf } from '../../language'
import type { PageDocument } from '../tree/page-document'
import { describedAs } from './description'
import { type ArticleData, articleData } from './json-ld'
import { clean, type Meta, metaReader } from './meta-tags'
import { publishedOf, updatedOf } from './page-dates'
import { statedLanguage } from './page-language'

/** Title, byline, dates, publisher, language and standfirst of a page, each with its origin: JSON-LD, then meta tags, then page. */
export function pageMetadata(
  document: PageDocument,
  url: string,
): FoundFields & { article: ArticleData | null } {
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
    standfirst: describedAs(article, meta),
  }
}

function titleOf(document: PageDocument, article: ArticleData | null, meta: Meta): Found<string> | null {
  const headline = headlineIn(document)
  const stated = clean(article?.title)
  if (stated) return { value: headline && sameStart(stated, headline) ? headline : stated, from: 'json-ld' }
  const [tagged] = meta(
    'og:title twitter:title dc.title dcterms.title parsely-title sailthru.title citation_title headline title',
  )
  const isSame = tagged && headline && sameStart(tagged, headline)
  if (tagged) return { value: isSame ? headline : withoutSite(tagged, meta), from: 'meta' }
  if (headline) return { value: headline, from: 'page' }
  const title = clean(document.querySelector('title')?.textContent)
  return title ? { value: withoutSite(title, meta), from: 'page' } : null
}

// The h1 that the <title> contains is the headline; another h1 may be the site's name.
function headlineIn(document: PageDocument): string | null {
  const title = lettersOf(document.querySelector('title')?.textContent ?? '')
  const heads = [...document.querySelectorAll('h1')]
    .map((head) => clean(head.textContent))
    .filter((head) => head !== null)
  const titled = heads.find((head) => lettersOf(head).length > 8 && title.includes(lettersOf(head)))
  const only = heads.length === 1 || title === '' ? heads[0] : undefined
  return titled ?? only ?? inArticle(document)
}

function inArticle(document: PageDocument): string | null {
  return clean(document.querySelector('article h1, main h1, [itemprop="headline"]')?.textContent)
}

function sameStart(tagged: string, headline: string): boolean {
  return (
    lettersOf(tagged).startsWith(lettersOf(headline)) &&
    headline.length > 10 &&
    /[|–—·:-]/.test(tagged.slice(headline.length))
  )
}

function withoutSite(title: string, meta: Meta): string {
  const [site] = meta('og:site_name application-name')
  const parts = title.split(/\s+[|»·•–—-]\s+|\s+::\s+/u)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return title
  const isSite = site
    ? lettersOf(last).includes(lettersOf(site)) || lettersOf(site).includes(lettersOf(last))
    : last.split(' ').length <= 4
  if (isSite && lettersOf(title.slice(0, title.lastIndexOf(last))).length > 10)
    return title
      .slice(0, title.lastIndexOf(last))
      .replace(/\s*[|»·•–—:-]+\s*$/u, '')
      .trim()
  return title
}

function bylineOf(document: PageDocument, article: ArticleData | null, meta: Meta): Found<string[]> | null {
  const origins = [
    { read: () => article?.byline ?? [], from: 'json-ld' as const },
    {
      read: () =>
        meta(
          'article:author og:article:author author dc.creator dcterms.creator parsely-author sailthru.author citation_author byl cxenseparse:author',
        ),
      from: 'meta' as const,
    },
    { read: () => bylinesIn(document), from: 'page' as const },
  ]
  for (const { read, from } of origins) {
    const value = people(read())
    if (value.length > 0) return { value, from }
  }
  return null
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

function bylinesIn(document: PageDocument): string[] {
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
function publisherOf(document: PageDocument, article: ArticleData | null, meta: Meta): Found<string> | null {
  const stated = clean(article?.publisher)
  if (stated && !/^https?:/.test(stated)) return { value: siteName(stated), from: 'json-ld' }
  const tagged = meta(
    'og:site_name article:publisher dc.publisher dcterms.publisher citation_publisher citation_journal_title publisher application-name',
  ).find((name) => !/^https?:|^@/.test(name) && name.length < 80)
  if (tagged) return { value: siteName(tagged), from: 'meta' }
  const marked = clean(
    document.querySelector('[itemprop="publisher"] [itemprop="name"]')?.getAttribute('content') ??
      document.querySelector('[itemprop="publisher"] [itemprop="name"]')?.textContent,
  )
  if (marked) return { value: marked, from: 'page' }
  const behind = siteBehindTitle(document)
  return behind ? { value: behind, from: 'page' } : null
}

// "Autoracing | F1 | Indy" is a name and what it writes about.
function siteName(stated: string): string {
  return stated.split(/\s+[|»]\s+/u)[0] ?? stated
}

function siteBehindTitle(document: PageDocument): string | null {
  const title = clean(document.querySelector('title')?.textContent) ?? ''
  const headline = headlineIn(document)
  if (!headline || !lettersOf(title).startsWith(lettersOf(headline))) return null
  const site = title
    .split(/\s+[|»·•–—-]\s+/u)
    .slice(1)
    .at(-1)
  return site && site.split(' ').length <= 5 ? site : null
}
