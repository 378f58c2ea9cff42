/** An address that search engines should know, and when what stands there was last changed. */
export type Known = { address: string; at: Date }
/** The same for what was published within two days, with what it is called. */
export type KnownNews = Known & { title: string; publisher: string; language: string }

/** As many pages as one sitemap lists: fewer than the 50,000 that are allowed, so that one is made anew quickly. */
export const inOneSitemap = 1_000

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A sitemap (sitemaps.org) of pages. */
export function sitemapOf(pages: Known[]): string {
  return `${head}<urlset xmlns="${protocol}">${pages.map((page) => `<url>${placed(page)}</url>`).join('')}</urlset>\n`
}

/** The list of all sitemaps, which search engines are told of. */
export function sitemapIndex(sitemaps: Known[]): string {
  const all = sitemaps.map((one) => `<sitemap>${placed(one)}</sitemap>`).join('')
  return `${head}<sitemapindex xmlns="${protocol}">${all}</sitemapindex>\n`
}

/** A news sitemap, as Google News reads it. */
export function newsSitemapOf(news: KnownNews[]): string {
  const items = news.map(({ address, at, title, publisher, language }) => {
    const publication = `<news:publication><news:name>${escaped(publisher)}</news:name><news:language>${escaped(language)}</news:language></news:publication>`
    const said = `<news:publication_date>${at.toISOString()}</news:publication_date><news:title>${escaped(title)}</news:title>`
    return `<url><loc>${escaped(address)}</loc><news:news>${publication}${said}</news:news></url>`
  })
  const names = `xmlns="${protocol}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`
  return `${head}<urlset ${names}>${items.join('')}</urlset>\n`
}

/** What programs may read: all that readers may, and what is made for programs, and nothing of the newsroom. */
export function robotsText(origin: string): string {
  const closed = ['/desk/', '/api/', '/account', '/sign-in', '/invite/', '/reset', '/setup', '/embed/']
  const open = ['/api/v1/']
  const lines = [...closed.map((path) => `Disallow: ${path}\n`), ...open.map((path) => `Allow: ${path}\n`)]
  return `User-agent: *\n${lines.join('')}\nSitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/sitemaps/news.xml\n`
}

const placed = ({ address, at }: Known) =>
  `<loc>${escaped(address)}</loc><lastmod>${at.toISOString()}</lastmod>`

const escaped = (text: string) =>
  text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;')
