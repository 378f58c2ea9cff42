import { isSameOrigin } from '../../../../server/address/same-origin'
import { settings } from '../../../../server/env'
import { countRequest } from '../../../../server/publication/api/computed/count-requests'
import {
  faultOf,
  foundBy,
  isSpoken,
  notFoundBy,
  stepOf,
} from '../../../../server/publication/api/mcp/message'
import { readTool } from '../../../../server/publication/api/mcp/read-tool'
import { awayFor, openToAll } from '../../../../server/publication/api/problem'
import { say } from '../../../../server/refusal'
import { words } from '../../../../server/words'
import { readWithin } from '../../../api/read-within'
import { cameFrom, noteAway } from '../answer-document'

export const dynamic = 'force-dynamic'

const mostBytes = 65_536

/**
 * What is published, for programs that serve a language model (Model Context Protocol, Streamable HTTP): each message
 * is answered by itself, in JSON, without a session.
 */
export async function POST(request: Request): Promise<Response> {
  const unfit = whyUnfit(request)
  if (unfit) return refuse(unfit.status, unfit.sentence)
  const within = await readWithin(request, mostBytes)
  const step = within && stepOf(await within.text())
  const isSearch = step?.is === 'tool' && step.tool === 'search'
  const { isOver, headers } = await countRequest(isSearch ? 'search' : 'mcp', cameFrom(request))
  if (isOver) return refuse(429, words()('api.tooOften'), headers)
  if (!step) return refuse(413, words()('api.tooLong'), headers)
  if (step.is === 'noted') return new Response(null, { status: 202, headers: { ...openToAll, ...headers } })
  if (step.is === 'answered') return answer(step.body, headers, step.status)
  try {
    const { found, refusal } = await readTool(step.tool, step.given, new Date())
    return answer(refusal ? notFoundBy(step.id, say(refusal)) : foundBy(step.id, found), headers)
  } catch (error) {
    noteAway('/api/mcp', error)
    return refuse(503, words()('api.away'), { ...headers, 'retry-after': String(awayFor) })
  }
}

/** There is no stream to listen to, and no session to end. */
export const GET = onlyPost
export const DELETE = onlyPost

async function onlyPost(_: Request): Promise<Response> {
  return refuse(405, words()('api.onlyPost'), { allow: 'POST' })
}

/** Why a request is no message of this protocol's: a page of another host may send none (Origin, as it asks of servers). */
function whyUnfit({ headers }: Request): { status: number; sentence: string } | null {
  const asked = { origin: headers.get('origin'), host: headers.get('host'), site: null }
  if (!isSameOrigin(asked, settings().publicOrigin))
    return { status: 403, sentence: words()('api.otherOrigin') }
  if (!headers.get('content-type')?.toLowerCase().startsWith('application/json'))
    return { status: 415, sentence: words()('api.onlyJson') }
  if (!/application\/json|application\/\*|\*\/\*/i.test(headers.get('accept') ?? '*/*'))
    return { status: 406, sentence: words()('api.onlyJson') }
  if (!isSpoken(headers.get('mcp-protocol-version')))
    return { status: 400, sentence: words()('api.otherRevision') }
  return null
}

function answer(body: object, headers: Record<string, string>, status = 200): Response {
  return Response.json(body, { status, headers: { ...openToAll, 'cache-control': 'no-store', ...headers } })
}

const refuse = (status: number, sentence: string, headers: Record<string, string> = {}) =>
  answer(faultOf(sentence), headers, status)
