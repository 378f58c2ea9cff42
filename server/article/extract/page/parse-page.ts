import { parseHTML } from 'linkedom'

/** A page as a document; a pasted fragment without <html> or <body> becomes the body of an empty page. */
export function parsePage(html: string): Document {
  const bare = html.replace(/^\uFEFF/, '').replace(/^\s*<\?xml[^>]*\?>/, '')
  return parseHTML(isFragment(bare) ? `<!doctype html><html><head></head><body>${bare}</body></html>` : bare)
    .document
}

/** Whether somebody copied a piece of a page rather than the page. */
export function isFragment(html: string): boolean {
  return !/<body[\s>]/i.test(html) && !/<html[\s>]/i.test(html) && !/<head[\s>]/i.test(html)
}
