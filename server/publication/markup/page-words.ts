// What a stranger's program reads of a page without building it.

export type Json = Record<string, unknown>

export const text = (value: unknown) => (typeof value === 'string' ? value : '')
export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null
export const part = (json: Json, name: string): Json => (isJson(json[name]) ? json[name] : {})
export const inOneLine = (value: string) => value.replace(/\s+/g, ' ').trim()

/** The host of an address on the web; empty for anything else. */
export function hostOf(address: unknown): string {
  if (!URL.canParse(text(address))) return ''
  const { protocol, host } = new URL(text(address))
  return /^https?:$/.test(protocol) ? host : ''
}

/** What a text holds as JSON; null where that is no object. */
export function jsonOf(json: string): Json | null {
  try {
    const value: unknown = JSON.parse(json)
    return isJson(value) ? value : null
  } catch {
    return null // Not JSON: there is nothing else to read.
  }
}

/** What a pattern's one group finds in a page, as its author wrote it; empty where it finds nothing. */
export const attribute = (html: string, pattern: RegExp) => unescaped(pattern.exec(html)?.[1] ?? '')

/** Where the page says that it is read. */
export const canonicalOf = (html: string) => attribute(html, /<link rel="canonical" href="([^"]*)"/)

/** The words of the first element that begins so. */
export function visibleText(html: string, element: string): string {
  const [name] = element.split(' ')
  const from = html.indexOf(`<${element}`)
  return inOneLine(unescaped(html.slice(from, html.indexOf(`</${name}>`, from)).replace(/<[^>]*>/g, '')))
}

/** A page's markup without its data and the values of its attributes, in which anything may be written; types stay. */
export function withoutValues(html: string): string {
  return html
    .replace(/(<script type="application\/ld\+json">).*?(<\/script>)/gs, '$1$2')
    .replace(/(?<! type)="[^"]*"/g, '=""')
}

function unescaped(html: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
  return html.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => names[name] ?? whole)
}
