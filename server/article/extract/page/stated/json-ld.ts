import type { PageDocument } from '../tree/page-document'

type Node = Record<string, unknown>

const articleTypes =
  /(?:^|\/|:)(?:\w*Article|BlogPosting|LiveBlogPosting|Report|ScholarlyArticle|Review|ClaimReview|CreativeWork|AnalysisNewsArticle|Posting)$/i

/** What a page's JSON-LD says about its article; nothing where there is none or it does not parse. */
export type ArticleData = {
  title: string | null
  byline: string[]
  published: string | null
  updated: string | null
  publisher: string | null
  language: string | null
  description: string | null
  body: string | null
}

/** Reads the article out of a page's JSON-LD blocks, following @graph, lists and references by @id. */
export function articleData(document: PageDocument): ArticleData | null {
  const nodes = [...document.querySelectorAll('script[type*="ld+json"]')].flatMap((script) =>
    nodesOf(parse(script.textContent ?? '')),
  )
  const byId = new Map(
    nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'], node]),
  )
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)))
  const article = articles.toSorted((one, other) => weight(other) - weight(one))[0]
  if (!article) return null
  const resolve = (value: unknown): unknown =>
    isNode(value) && Object.keys(value).length <= 2 ? { ...byId.get(value['@id']), ...value } : value
  return {
    title: text(article.headline) ?? text(article.name),
    byline: names(article.author ?? article.creator, resolve),
    published: text(article.datePublished),
    updated: text(article.dateModified),
    publisher: names(article.publisher, resolve)[0] ?? names(article.sourceOrganization, resolve)[0] ?? null,
    language:
      text(article.inLanguage) ??
      (isNode(article.inLanguage) ? text(article.inLanguage.alternateName) : null),
    description: text(article.description),
    body: text(article.articleBody),
  }
}

function parse(source: string): unknown {
  const bare = source
    .replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\]\]>|\]\]>)\s*$/, '')
  try {
    return JSON.parse(bare)
  } catch {
    return parseLeniently(bare)
  }
}

// Raw line breaks inside strings and commas before closing brackets are the usual faults.
function parseLeniently(source: string): unknown {
  try {
    return JSON.parse(source.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1'))
  } catch {
    // What does not parse says nothing; the meta tags and the page are asked next.
    return null
  }
}

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (!isNode(value)) return []
  return [
    value,
    ...nodesOf(value['@graph']),
    ...nodesOf(value.mainEntity),
    ...nodesOf(value.mainEntityOfPage),
  ]
}

function weight(article: Node): number {
  return ['headline', 'datePublished', 'author', 'articleBody', 'publisher'].filter((key) => article[key])
    .length
}

function typesOf(node: Node): string[] {
  return [node['@type']].flat().filter((type) => typeof type === 'string')
}

function names(value: unknown, resolve: (value: unknown) => unknown): string[] {
  return [value].flat().flatMap((one) => {
    const resolved = resolve(one)
    const name = typeof resolved === 'string' ? resolved : isNode(resolved) ? [resolved.name].flat()[0] : null
    return text(name) ?? []
  })
}

function text(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
