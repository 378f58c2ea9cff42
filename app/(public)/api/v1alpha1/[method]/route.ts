import { countRequest } from '../../../../../server/publication/api/computed/count-requests'
import { awayFor, openToAll } from '../../../../../server/publication/api/problem'
import { readAsked } from '../../../../../server/publication/api/search/asked'
import { type GoogleError, googleError } from '../../../../../server/publication/api/search/fact-check'
import { readLastChangeOfAll } from '../../../../../server/publication/stored/read-page'
import { say } from '../../../../../server/refusal'
import { readReviews } from '../../../../../server/search/read-reviews'
import { words } from '../../../../../server/words'
import { answerLookedUp, answerPreflight, cameFrom, noteAway } from '../../answer-document'

export const dynamic = 'force-dynamic'

/** Published checks by words, as clients of Google's Fact Check Tools API ask for them. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  if (decodeURIComponent(pathname) !== '/api/v1alpha1/claims:search')
    return refuse(googleError('NOT_FOUND', words()('api.missing')))
  const { isOver, headers } = await countRequest('search', cameFrom(request))
  if (isOver) return refuse(googleError('RESOURCE_EXHAUSTED', words()('api.tooOften')), headers)
  const { asked, refusal } = readAsked(searchParams)
  if (refusal) return refuse(googleError('INVALID_ARGUMENT', say(refusal)), headers)
  try {
    const found = await readReviews(asked, new Date())
    // What is narrowed to an age goes out of it by itself.
    const changedAt = asked.maxAgeDays === null ? await readLastChangeOfAll() : null
    const answer = { body: JSON.stringify(found), contentType: 'application/json', changedAt }
    return answerLookedUp(request, answer, { ...headers, 'cache-control': 'no-cache' })
  } catch (error) {
    noteAway(pathname, error)
    return refuse(googleError('UNAVAILABLE', words()('api.away')), {
      ...headers,
      'retry-after': String(awayFor),
    })
  }
}
export const OPTIONS = answerPreflight

function refuse(error: GoogleError, headers: Record<string, string> = {}): Response {
  return Response.json(error, {
    status: error.error.code,
    headers: { ...openToAll, 'cache-control': 'no-store', ...headers },
  })
}
