import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { db } from '../../db/client'
import { currentRequest } from '../audit/follow-request'
import { sentencePage } from '../form/page/sentence-page'
import { type Asked, askedOf, formHeaders, made, sendPage } from '../form/send-page'
import { readEarlier } from '../past/read-earlier'
import { countRequest } from '../publication/api/computed/count-requests'
import { readListTemplate } from '../publication/made/read-template'
import { earlierPage } from '../publication/pages/lists/earlier-page'
import { latestPage } from '../publication/pages/lists/latest-page'
import { correctionsPage } from '../publication/pages/lists/list-pages'
import { readCorrections } from '../publication/read-published'
import { knownBy } from '../publication/stored/looked-up'
import { readLastChangeOfAll } from '../publication/stored/read-page'
import type { RefusalCode } from '../refusal'
import { filterIn, isLookedUp, pagedListAt, pageIn } from './filter'
import { choicesNow } from './keep-choices'
import { readLatestPage } from './read-latest'

/**
 * Answers for the list of latest checks narrowed by words, verdict, topic, desk, language or days, and for the later pages
 * of every list, which are looked up for whoever asks. False when the request is for something else.
 */
export function serveLists(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const [path = '', search = ''] = (request.url ?? '').split('?')
  const parameters = new URLSearchParams(search)
  if (!isLookedUp(path, parameters)) return false
  const asked = askedOf(path, request, response)
  answer(asked, parameters).catch((error) => {
    log.error({ err: error, request: currentRequest()?.id }, 'a list of checks cannot be looked up')
    if (!response.headersSent) say(asked, 503, 'list-away')
    else response.end()
  })
  return true
}

async function answer(asked: Asked, parameters: URLSearchParams): Promise<void> {
  const { request, response, from } = asked
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { ...formHeaders, allow: 'GET, HEAD' }).end()
  const { isOver, headers } = await countRequest('search', from)
  if (isOver) return say(asked, 429, 'list-too-often', headers)
  const content = await lookUp(asked.path, parameters)
  if (content === null) return say(asked, 400, 'list-filter')
  const known = knownBy(content, await readLastChangeOfAll())
  // It may be kept, and is asked for each time.
  const kept = { ...headers, ...known.headers, 'cache-control': 'private, no-cache' }
  if (!known.isStillGood(heldBy(request))) return sendPage(asked, 200, content, kept)
  response.writeHead(304, { ...formHeaders, ...kept }).end()
}

/** A page of a list; null where there cannot be one. */
async function lookUp(path: string, parameters: URLSearchParams): Promise<string | null> {
  const { edition } = await readListTemplate(db())
  const list = pagedListAt(path)
  if (list) {
    const page = pageIn(parameters)
    if (page === null) return null
    return list === '/corrections'
      ? correctionsPage(await readCorrections(db(), page), edition)
      : earlierPage(await readEarlier(db(), page), edition)
  }
  const wanted = filterIn(parameters)
  if (!wanted) return null
  const { filter, page } = wanted
  const found = await readLatestPage(db(), filter, page)
  const choices = await choicesNow()
  return latestPage({ ...found, filter, page, choices, hasEarlier: false }, { edition, forms: made().forms })
}

const heldBy = ({ headers }: IncomingMessage) => ({
  ifNoneMatch: headers['if-none-match'] ?? '',
  ifModifiedSince: headers['if-modified-since'] ?? '',
})

function say(asked: Asked, status: number, code: RefusalCode, more: Record<string, string> = {}): void {
  sendPage(asked, status, sentencePage({ code }, made()), more)
}
