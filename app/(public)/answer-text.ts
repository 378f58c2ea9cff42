import { knownBy } from '../../server/publication/stored/looked-up'
import { words } from '../../server/words'

/**
 * Hands out a plain text that programs look for under a fixed name, or says that theirs is still good; 404 where there is
 * none. `changedAt` is when it last came out otherwise.
 */
export function answerText(request: Request, text: string | null, changedAt: Date): Response {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }
  if (text === null)
    return new Response(words()('lost.title'), {
      status: 404,
      headers: { ...plain, 'cache-control': 'no-store' },
    })
  const known = knownBy(text, changedAt)
  const headers = { ...plain, ...known.headers, 'cache-control': 'public, max-age=86400' }
  const held = {
    ifNoneMatch: request.headers.get('if-none-match') ?? '',
    ifModifiedSince: request.headers.get('if-modified-since') ?? '',
  }
  if (known.isStillGood(held)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

/** When this process began, which reads its settings once. */
export const settingsRead = new Date(performance.timeOrigin)
