import type { Found } from '../../extraction'
import { datesIn, machineDate } from '../../stated-date'
import type { PageDocument } from '../tree/page-document'
import type { ArticleData } from './json-ld'
import { clean, type Meta } from './meta-tags'

/** When the page says it was published, as precise as it says; the address is asked last. */
export function publishedOf(
  document: PageDocument,
  article: ArticleData | null,
  meta: Meta,
  url: string,
): Found<string> | null {
  return firstDate([
    [() => article?.published ?? null, 'json-ld'],
    ...meta(
      'article:published_time og:article:published_time article:published datepublished date dc.date dc.date.issued dcterms.date dcterms.created dc.date.created dcterms.issued parsely-pub-date sailthru.date citation_publication_date citation_date citation_online_date pubdate publishdate publish-date publish_date publication_date ptime originalpublicationdate rnews:datepublished cxenseparse:recs:publishtime article.published',
    ).map((value) => [() => value, 'meta'] as const),
    [() => timeIn(document, 'published'), 'page'],
    [() => labelledIn(document, 'published'), 'page'],
    [() => dateInAddress(url), 'page'],
  ])
}

/** When the page says it was last changed. */
export function updatedOf(
  document: PageDocument,
  article: ArticleData | null,
  meta: Meta,
): Found<string> | null {
  return firstDate([
    [() => article?.updated ?? null, 'json-ld'],
    ...meta(
      'article:modified_time og:updated_time article:updated_time datemodified dcterms.modified dc.date.modified lastmod last-modified utime revised',
    ).map((value) => [() => value, 'meta'] as const),
    [() => timeIn(document, 'updated'), 'page'],
    [() => labelledIn(document, 'updated'), 'page'],
  ])
}

// Looking through the page is the slowest way, so each place is asked only when those before it said nothing.
function firstDate(stated: (readonly [() => string | null, Found<string>['from']])[]): Found<string> | null {
  for (const [read, from] of stated) {
    const value = read()
    const date = value ? machineDate(value) : null
    if (date) return { value: date, from }
  }
  return null
}

const notOfArticle =
  'aside, nav, footer, [class*="related"], [class*="comment"], [class*="sidebar"], [class*="widget"], [class*="recommend"], [class*="teaser"]'

function timeIn(document: PageDocument, wanted: 'published' | 'updated'): string | null {
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
function labelledIn(document: PageDocument, wanted: 'published' | 'updated'): string | null {
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
