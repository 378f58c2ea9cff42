import superjson from 'superjson'
import { password } from '../founding'

/** Somebody at the real door: signed in once over HTTP, and given a pass whenever they ask. */
export type Visitor = { passTo: (articleId: string) => Promise<string> }

/** Signs in as a browser does and keeps the cookie; it holds across restarts of the server. */
export async function visit(
  origin: string,
  desk: string,
  email: string,
): Promise<Visitor & { cookie: string }> {
  const cookie = cookiesOf(await askIn(origin, email))
  if (!cookie.includes('session-token')) throw new Error(`${email} was not signed in`)
  return { cookie, passTo: (articleId) => askForPass(origin, cookie, { desk, articleId }) }
}

/** What is answered to somebody who sends their e-mail and password as the form does. */
export async function askIn(origin: string, email: string): Promise<Response> {
  const first = await fetch(`${origin}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string } // next-auth's own answer.
  return fetch(`${origin}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie: cookiesOf(first) },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
}

async function askForPass(origin: string, cookie: string, asked: object): Promise<string> {
  const answer = await fetch(`${origin}/api/trpc/room.pass`, {
    method: 'POST',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(superjson.serialize(asked)),
  })
  if (!answer.ok) throw new Error(`no pass: ${answer.status} ${await answer.text()}`)
  const { result } = (await answer.json()) as {
    result: { data: Parameters<typeof superjson.deserialize>[0] }
  } // As tRPC answers.
  return superjson.deserialize<{ token: string }>(result.data).token
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
