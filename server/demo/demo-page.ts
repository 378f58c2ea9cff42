import type { DemoArticle } from './demo-story'

/** The page an invented outlet would have served: what the importer reads, with menus and a footer around the body. */
export function demoPage(article: DemoArticle): string {
  const { title, publisher, byline, published, body } = article
  const about = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: published,
  }
  const data = JSON.stringify({ ...about, publisher: { '@type': 'Organization', name: publisher } })
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)} – ${escaped(publisher)}</title>
<meta name="author" content="${escaped(byline)}">
<script type="application/ld+json">${data.replaceAll('<', '\\u003c')}</script></head>
<body>
<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>${escaped(title)}</h1>
${body.map((part) => (typeof part === 'string' ? `<p>${escaped(part)}</p>` : tableOf(part))).join('\n')}
</article>
<footer>© ${escaped(publisher)}</footer>
</body></html>`
}

function tableOf(rows: string[][]): string {
  const [head = [], ...others] = rows
  const line = (cells: string[], cell: string) =>
    `<tr>${cells.map((text) => `<${cell}>${escaped(text)}</${cell}>`).join('')}</tr>`
  return `<table><thead>${line(head, 'th')}</thead><tbody>${others.map((row) => line(row, 'td')).join('')}</tbody></table>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
