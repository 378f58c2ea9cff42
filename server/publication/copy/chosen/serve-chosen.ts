import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import { db } from '../../../../db/client'
import { desks } from '../../../../db/schema'
import { keepTurnedAway } from '../../../audit/keep-turned-away'
import { personOfCookie } from '../../../auth'
import { inLanguage } from '../../../language/follow-language'
import { readAsker } from '../../../member/read-member'
import { type Refusal, say } from '../../../refusal'
import { written } from '../copy-formats'
import { type ChosenFormat, chosenFormats, chosenName, numbersAsked, whyNotCopy } from './chosen'
import { readChosen } from './read-chosen'

const address = /^\/desk\/([^/?]+)\/checks\/copy\.(html|docx|txt)\?of=([\d,]*)$/

type Asked = { slug: string; format: ChosenFormat; numbers: number[] | null }

/**
 * Answers for several published checks as one piece of HTML, Word file or plain text, for members of a desk; to who is not
 * on it it is not there (404). A copy that cannot be made is refused with a sentence (400). False when the request is for
 * something else. It stands here and not among Next's pages because their bundle may not hold that markup.
 */
export function serveChosen(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const [, slug, named, of = ''] = address.exec(request.url ?? '') ?? []
  const format = chosenFormats.find((one) => one === named)
  if (!slug || !format || request.method !== 'GET') return false
  answer({ slug, format, numbers: numbersAsked(of) }, request, response).catch((error) => {
    log.error({ err: error }, 'checks cannot be copied')
    if (response.headersSent) return void response.destroy()
    response.writeHead(503, { ...headers, 'retry-after': '30' }).end()
  })
  return true
}

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cross-origin-resource-policy': 'same-origin',
  // A file of its own: nothing in it runs, wherever it is opened.
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; sandbox",
}

async function answer({ slug, format, numbers }: Asked, request: IncomingMessage, response: ServerResponse) {
  const person = await personOfCookie(request.headers.cookie)
  const asker = person && (await readAsker(slug, person.id))
  if (!asker) {
    if (person) await keepWhoAsked(slug, person.id, { code: 'desk-unknown' })
    return void response.writeHead(404, headers).end()
  }
  const refuse = (status: number, why: Refusal) =>
    void response
      .writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
      .end(inLanguage(person.language, () => say(why)))
  if (asker.lacksFactor) {
    const why: Refusal = { code: 'second-factor-first' }
    await keepWhoAsked(slug, person.id, why)
    return refuse(403, why)
  }
  const whyNot = whyNotCopy(numbers?.length ?? 0)
  if (whyNot) return refuse(400, whyNot)
  const copies = await readChosen(numbers ?? [])
  if (!copies) return refuse(404, { code: 'copy-check-gone' })
  const { contentType, write } = written[format]
  response.writeHead(200, {
    ...headers,
    'content-type': contentType,
    'content-disposition': `attachment; filename="${chosenName(numbers ?? [])}.${format}"`,
  })
  response.end(write(copies))
}

async function keepWhoAsked(slug: string, personId: string, { code }: Refusal): Promise<void> {
  const [desk] = await db().select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
  await keepTurnedAway({
    act: 'read the desk',
    way: 'copy of checks',
    code,
    personId,
    deskId: desk?.id ?? null,
  })
}
