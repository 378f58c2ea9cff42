import { settings } from '../../../server/env'
import { countRequest } from '../../../server/publication/api/computed/count-requests'
import { keptFor, oembedOf, oembedXml, readAskedFrame } from '../../../server/publication/api/computed/oembed'
import { readNewest } from '../../../server/publication/api/computed/read-newest'
import { embedPath } from '../../../server/publication/publication'
import { readLastChange } from '../../../server/publication/stored/read-page'
import { say } from '../../../server/refusal'
import { words } from '../../../server/words'
import { answerAway, answerLookedUp, answerPreflight, answerProblem, cameFrom } from '../api/answer-document'

export const dynamic = 'force-dynamic'

/** How a claim is shown in pages of others, for programs that turn its address into a frame (oEmbed 1.0). */
export async function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const { isOver, headers } = await countRequest('oembed', cameFrom(request))
  if (isOver) return answerProblem(429, words()('api.tooOften'), headers)
  const { asked, no } = readAskedFrame(searchParams, settings().publicOrigin)
  if (no) return answerProblem(no.status, say(no.refusal), headers)
  try {
    const found = await readNewest(asked.number)
    if (!found) return answerProblem(404, say({ code: 'oembed-no-claim' }), headers)
    const described = oembedOf(found.newest, asked, found.edition)
    const changedAt = await readLastChange([embedPath(asked.number)])
    const answer =
      asked.format === 'json'
        ? { body: JSON.stringify(described), contentType: 'application/json', changedAt }
        : { body: oembedXml(described), contentType: 'text/xml; charset=utf-8', changedAt }
    return answerLookedUp(request, answer, { ...headers, 'cache-control': `public, max-age=${keptFor}` })
  } catch (error) {
    return answerAway(pathname, error, headers)
  }
}
export const OPTIONS = answerPreflight
