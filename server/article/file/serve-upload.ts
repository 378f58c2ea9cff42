import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { keepTurnedAway } from '../../audit/keep-turned-away'
import { isFromOurPage, personOfCookie } from '../../auth'
import { joined } from '../../bytes/read-slices'
import { inLanguage } from '../../language/follow-language'
import { whyMayNot } from '../../member/member'
import { readAsker } from '../../member/read-member'
import { type Refusal, Refused, say } from '../../refusal'
import { addFile } from './add-file'
import { mostFileBytes } from './file-type'

const address = /^\/desk\/([^/?]+)\/import\/files\?(.*)$/

/**
 * Takes a file in that a member sends as the body of a request, no larger than a file may be, and answers with the id
 * by which it is then imported. To who is not on the desk there is nothing here (404). False when the request is for
 * something else. It stands here and not among Next's pages, which would read all of it first.
 */
export function serveUpload(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const [, slug, query] = address.exec(request.url ?? '') ?? []
  if (!slug || request.method !== 'POST') return false
  const name = new URLSearchParams(query).get('name') ?? ''
  answer({ slug, name }, request, response).catch((error) => {
    log.error({ err: error }, 'a file cannot be taken in')
    if (response.headersSent) return void response.destroy()
    response.writeHead(503, { ...headers, 'retry-after': '30' }).end()
  })
  return true
}

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

type Asked = { slug: string; name: string }

async function answer({ slug, name }: Asked, request: IncomingMessage, response: ServerResponse) {
  const origin = request.headers.origin ?? ''
  const site = String(request.headers['sec-fetch-site'] ?? '')
  const asked = new Headers({ ...(origin && { origin }), ...(site && { 'sec-fetch-site': site }) })
  asked.set('host', request.headers.host ?? '')
  if (!isFromOurPage(asked)) return leave(request, response, 403)
  const person = await personOfCookie(request.headers.cookie)
  const asker = person && (await readAsker(slug, person.id))
  if (!asker) {
    if (person) await keepWhoAsked(person.id, { code: 'desk-unknown' })
    return leave(request, response, 404)
  }
  const refuse = (status: number, why: Refusal) =>
    leave(request, response, status, {
      refusal: why,
      sentence: inLanguage(person.language, () => say(why)),
    })
  const why = asker.lacksFactor
    ? ({ code: 'second-factor-first' } as const)
    : whyMayNot(asker.member, 'import articles')
  if (why) {
    await keepWhoAsked(person.id, why, asker.member.deskId)
    return refuse(403, why)
  }
  const bytes = await readWithin(request)
  if (!bytes) return refuse(413, { code: 'file-too-large', values: { megabytes: mostFileBytes / 1_000_000 } })
  try {
    const added = await addFile(asker.member, { name, bytes })
    response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(added))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    refuse(422, error.refusal)
  }
}

/** A body within what a file may have; null of one that is or says it is longer, which is not read on. */
async function readWithin(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostFileBytes) return null
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > mostFileBytes) return null
    chunks.push(chunk)
  }
  return joined(chunks)
}

/** How much of a refused file is still let past, so that its sender hears the answer instead of a broken connection. */
const mostIgnored = 2 * mostFileBytes

function leave(request: IncomingMessage, response: ServerResponse, status: number, said?: object): void {
  response.writeHead(status, {
    ...headers,
    connection: 'close',
    ...(said && { 'content-type': 'application/json' }),
  })
  response.end(said && JSON.stringify(said))
  let ignored = 0
  request.on('data', (chunk: Buffer) => {
    ignored += chunk.length
    if (ignored > mostIgnored) request.destroy()
  })
}

async function keepWhoAsked(
  personId: string,
  { code }: Refusal,
  deskId: string | null = null,
): Promise<void> {
  await keepTurnedAway({ act: 'import articles', way: 'file', code, personId, deskId })
}
