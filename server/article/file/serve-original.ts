import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Logger } from 'pino'
import { personOfCookie } from '../../auth'
import { readAsker } from '../../member/read-member'
import { kindOf } from '../article'
import type { FileType } from './file-type'
import { slicesOfFile } from './read-file'
import { type Original, readDraftOriginal, readOriginal } from './read-original'

const address =
  /^\/desk\/([^/?]+)\/(?:import\/([\da-f-]{36})\/(original|file)|articles\/([\da-f-]{36})\/original(?:\?revision=(\d{1,9}))?)$/i

/**
 * Answers a member with what an import was made of: of their own draft as a page that runs nothing and loads nothing
 * (`original`) or as the file itself (`file`), of a revision of an article
 * (`?revision=`, else the newest) as a file to keep. Whatever is not theirs to see is not there
 * (404). False when the request is for something else.
 */
export function serveOriginal(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const [, slug, draftId, part, articleId, revision] = address.exec(request.url ?? '') ?? []
  if (!slug || request.method !== 'GET') return false
  const number = revision === undefined ? null : Number(revision)
  answer({ slug, draftId, articleId, number, isPage: part === 'original' }, request, response).catch(
    (error) => {
      // Whoever asked has left before all of it was sent.
      if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') return
      log.error({ err: error }, 'an original cannot be shown')
      if (response.headersSent) return void response.destroy()
      response.writeHead(503, { ...headers, 'retry-after': '30' }).end()
    },
  )
  return true
}

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Nothing in it runs, and nothing is fetched: what a page from elsewhere would load stays unloaded. */
const shut =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

type Asked = { slug: string; draftId?: string; articleId?: string; number: number | null; isPage: boolean }

async function answer(asked: Asked, request: IncomingMessage, response: ServerResponse) {
  const person = await personOfCookie(request.headers.cookie)
  const asker = person && (await readAsker(asked.slug, person.id))
  const member = asker && !asker.lacksFactor ? asker.member : null
  const original =
    member &&
    (await (asked.draftId
      ? readDraftOriginal(member, asked.draftId)
      : readOriginal(member, asked.articleId ?? '', asked.number)))
  if (!original) return void response.writeHead(404, headers).end()
  if (asked.isPage) return showPage(original, response)
  await giveFile(original, asked.draftId !== undefined, response)
}

function showPage({ text }: Original, response: ServerResponse): void {
  const isMarkup = kindOf(text) === 'html'
  const type = isMarkup ? 'text/html' : 'text/plain'
  response
    .writeHead(200, {
      ...headers,
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': `${shut}; sandbox; frame-ancestors 'self'`,
    })
    .end(text)
}

const types: Record<FileType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mail: 'message/rfc822',
  captions: 'text/plain',
  html: 'text/plain',
  text: 'text/plain',
}

// A PDF of a draft is shown by the browser's own viewer, which lets it reach nothing; everything else is kept as a file.
async function giveFile({ text, file }: Original, isDraft: boolean, response: ServerResponse) {
  const name = encodeURIComponent(file?.name ?? (kindOf(text) === 'html' ? 'original.html' : 'original.txt'))
  const isShown = isDraft && file?.type === 'pdf'
  response.writeHead(200, {
    ...headers,
    ...(file && { 'content-length': file.size }),
    'content-type': file ? types[file.type] : 'text/plain; charset=utf-8',
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'content-security-policy': isShown ? "default-src 'none'; frame-ancestors 'self'" : `${shut}; sandbox`,
  })
  if (!file) return void response.end(text)
  await pipeline(Readable.from(slicesOfFile(file)), response)
}
