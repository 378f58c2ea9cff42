import type { IncomingMessage } from 'node:http'
import type { Asked } from './stored-page'

/** What a request asks for, where it asks only to read an address that is one. */
export function askedBy({ method, url = '', headers }: IncomingMessage): Asked | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  const path = pathOf(url)
  if (path === null) return null
  return {
    path,
    acceptEncoding: String(headers['accept-encoding'] ?? ''),
    ifNoneMatch: headers['if-none-match'] ?? '',
    ifModifiedSince: headers['if-modified-since'] ?? '',
  }
}

/** The path that a browser asks about for a page of another host, before it reads there (Fetch, CORS preflight); else null. */
export function askedBefore({ method, url = '' }: IncomingMessage): string | null {
  return method === 'OPTIONS' ? pathOf(url) : null
}

function pathOf(address: string): string | null {
  // As a browser writes it when it follows a link: there is nothing in it to be read another way.
  if (/^(?:\/[\w~-][\w.~-]*)+$/.test(address)) return address
  // The host does not matter here; an address that is none is left to Next.
  return address.startsWith('/') && URL.canParse(address, 'http://here')
    ? new URL(address, 'http://here').pathname
    : null
}
