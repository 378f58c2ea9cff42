import type { Dispatcher } from 'undici'
import { Refused } from '../../refusal'
import {
  asked,
  type FetchedPage,
  type FetchOptions,
  isPage,
  leave,
  pageOf,
  refusalOf,
  visit,
} from '../fetch-page'
import { mostFileBytes, typeOfFile } from '../file/file-type'
import { readBytes } from './read-bytes'

/** A PDF or a Word document that stands at an address, by the name it has there. */
export type FetchedFile = { address: string; name: string; bytes: Buffer }

const files =
  /^\s*(?:application\/(?:x-)?pdf|application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document|application\/msword|application\/octet-stream|binary\/octet-stream)\b/i

/** Fetches what stands at an address as an article: a page, or a PDF or Word document as large as a file may be. */
export function fetchArticle(
  address: string,
  options: FetchOptions = {},
): Promise<FetchedPage | FetchedFile> {
  const headers = { ...asked, accept: `${asked.accept}, application/pdf;q=0.7, */*;q=0.1` }
  return visit<FetchedPage | FetchedFile>(
    address,
    { timeout: 30_000, ...options },
    { headers, read: readAnswer },
  )
}

async function readAnswer(
  response: Dispatcher.ResponseData,
  url: URL,
  errand: { maxBytes: number; signal: AbortSignal },
): Promise<FetchedPage | FetchedFile> {
  const contentType = String(response.headers['content-type'] ?? '')
  const isFile = files.test(contentType)
  const refusal = refusalOf(response.statusCode) ?? (isFile || isPage(contentType) ? null : 'page-not-html')
  if (refusal) return leave(response, refusal)
  const bytes = await readBytes(response, { ...errand, maxBytes: isFile ? mostFileBytes : errand.maxBytes })
  // What its bytes are is believed, whatever it is called.
  const type = typeOfFile(bytes)
  if (type === 'pdf' || type === 'docx')
    return { address: url.href, name: nameAt(url), bytes: Buffer.from(bytes) }
  if (type === 'old-word') throw new Refused({ code: 'file-old-word' })
  if (isFile) throw new Refused({ code: 'page-not-html' })
  return pageOf(bytes, url, contentType)
}

/** The last part of an address as a person would read it. */
function nameAt({ pathname, hostname }: URL): string {
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
