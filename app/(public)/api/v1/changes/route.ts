import { db } from '../../../../../db/client'
import { askedChangesShape } from '../../../../../server/publication/api/changes/change'
import { readChanges, readDeskId } from '../../../../../server/publication/api/changes/read-changes'
import { countRequest } from '../../../../../server/publication/api/computed/count-requests'
import { readLastChangeOfAll } from '../../../../../server/publication/stored/read-page'
import { say } from '../../../../../server/refusal'
import { words } from '../../../../../server/words'
import { answerAway, answerLookedUp, answerPreflight, answerProblem, cameFrom } from '../../answer-document'

export const dynamic = 'force-dynamic'

/** What was published after a place in the log, in its order, for programs that keep a copy. */
export async function GET(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const { isOver, headers } = await countRequest('changes', cameFrom(request))
  if (isOver) return answerProblem(429, words()('api.tooOften'), headers)
  const asked = askedChangesShape.safeParse(Object.fromEntries(searchParams))
  if (!asked.success) {
    const field = String(asked.error.issues[0]?.path[0] ?? '')
    return answerProblem(400, say({ code: 'search-field', values: { field } }), headers)
  }
  const { after = -1, limit, desk } = asked.data
  try {
    const deskId = desk === undefined ? null : await readDeskId(db(), desk)
    if (desk !== undefined && !deskId) return answerProblem(404, words()('api.noDesk'), headers)
    const changes = await readChanges(db(), { after, limit, deskId })
    const changedAt = await readLastChangeOfAll()
    const answer = { body: JSON.stringify(changes), contentType: 'application/json', changedAt }
    return answerLookedUp(request, answer, { ...headers, 'cache-control': 'no-cache' })
  } catch (error) {
    return answerAway(pathname, error, headers)
  }
}
export const OPTIONS = answerPreflight
