import type { PageDocument } from './tree/page-document'
import { documentOf } from './tree/page-document'

/** A page as a document; a pasted fragment, or a page that leaves its <body> tag out, is given one. */
export function parsePage(html: string): PageDocument {
  const bare = html.replace(/^\uFEFF/, '').replace(/^\s*<\?xml[^>]*\?>/, '')
  const document = documentOf(/<body[\s>]/i.test(bare) ? withRoot(bare) : withBody(bare))
  // The tree has all of the DOM that reading an article asks for, which is far from all that the type has.
  return document
}

function withRoot(html: string): string {
  return /<html[\s>]/i.test(html)
    ? html
    : `<!doctype html><html>${html.replace(/<!doctype[^>]*>/i, '')}</html>`
}

// The parser puts nothing into a body that is not written out, though HTML lets a page leave its tags out.
function withBody(html: string): string {
  const root = /<html[^>]*>/i.exec(html)?.[0] ?? '<html>'
  const head = /<head[\s>][\s\S]*?<\/head\s*>/i.exec(html)?.[0] ?? '<head></head>'
  const body = html.replace(head, '').replace(/<!doctype[^>]*>|<\/?html[^>]*>|<\/body\s*>/gi, '')
  return `<!doctype html>${root}${head}<body>${body}</body></html>`
}

/** Whether somebody copied a piece of a page rather than the page. */
export function isFragment(html: string): boolean {
  return !/<(?:html|body|head|title|!doctype)[\s>]/i.test(html)
}
