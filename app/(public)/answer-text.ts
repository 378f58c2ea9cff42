import { words } from '../../server/words'

/** Hands out a plain text that programs look for under a fixed name; 404 where there is none. */
export function answerText(text: string | null): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }
  if (text === null)
    return new Response(words()('lost.title'), {
      status: 404,
      headers: { ...headers, 'cache-control': 'no-store' },
    })
  return new Response(text, { headers: { ...headers, 'cache-control': 'public, max-age=86400' } })
}
