import { normaliseText } from '../../frozen-text'
import { extract } from '../../page-text'
import { extractText } from '../../plain-text'
import type { Extraction, Field } from '../extraction'
import { FileRefused } from './file-refused'
import { decodeHeader, headersOf, mailParts, textOf } from './mail-parts'

/** What was read out of a message: where it was saved from, if it says so, and its words as HTML or text. */
export type FromMail = { extraction: Extraction; shown: string; address: string | null }

/**
 * Reads a mail (.eml, RFC 5322) or a page that a browser saved with all its parts (.mhtml, RFC 2557). A mail's subject,
 * sender and date are its title, byline and date; a saved page says those itself.
 */
export function extractMail(bytes: Uint8Array): FromMail {
  const headers = headersOf(bytes)
  const parts = mailParts(bytes)
  const html = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const part = html ?? parts.find(({ type }) => type === 'text/plain')
  if (!part) throw new FileRefused({ code: 'article-empty' })
  const shown = textOf(part)
  const address = savedFrom([headers.get('snapshot-content-location'), part.headers.get('content-location')])
  const found = html ? extract(shown, address ?? '') : extractText(shown)
  return { extraction: address ? found : sent(found, headers), shown, address }
}

function savedFrom(stated: (string | undefined)[]): string | null {
  return stated.find((one) => one && /^https?:\/\//i.test(one) && URL.canParse(one)) ?? null
}

function sent(found: Extraction, headers: Map<string, string>): Extraction {
  const subject = normaliseText(decodeHeader(headers.get('subject') ?? ''))
  const name = nameIn(decodeHeader(headers.get('from') ?? ''))
  const date = new Date(headers.get('date') ?? '')
  const stated: Partial<Pick<Extraction, Field>> = {
    ...(subject && { title: subject }),
    ...(name && { byline: [name] }),
    ...(!Number.isNaN(date.getTime()) && { published: date.toISOString().replace('.000Z', 'Z') }),
  }
  const origins = Object.fromEntries(Object.keys(stated).map((field) => [field, 'meta' as const]))
  return { ...found, ...stated, provenance: { ...found.provenance, ...origins } }
}

// "Anna Weir <anna@ledger.example>": the name, and of a bare address nothing, as it is no byline.
function nameIn(from: string): string | null {
  const name = normaliseText(
    from
      .replace(/<[^>]*>/g, '')
      .replace(/^\s*"|"\s*$/g, '')
      .replaceAll('"', ''),
  )
  return name === '' || name.includes('@') ? null : name
}
