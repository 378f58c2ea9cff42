import superjson from 'superjson'
import { GET, POST } from '../../../app/api/trpc/[trpc]/route'
import type { Act, OpenAct, OwnAct } from '../../../server/member/member'
import { appRouter } from '../../../server/router'

/** An answer as it leaves the server; two that are equal are equal byte for byte. */
export type Answer = { status: number; headers: [string, string][]; body: string }

type Procedure = { _def: { type: string; meta?: { act?: OpenAct | OwnAct | Act } } }

/** Every procedure there is, by the path it is asked under: so tRPC keeps them, though it types them as nested. */
export const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>

export const actOf = (path: string) => procedures[path]?._def.meta?.act
export const isQuery = (path: string) => procedures[path]?._def.type === 'query'

const origin = 'http://127.0.0.1:3000'

/** Asks a procedure as a browser does, with a cookie or none. */
export async function ask(path: string, input: unknown, cookie?: string): Promise<Answer> {
  const said = JSON.stringify(superjson.serialize(input))
  const headers = { 'content-type': 'application/json', origin, ...(cookie && { cookie }) }
  const address = `${origin}/api/trpc/${path}`
  return answerOf(
    isQuery(path)
      ? await GET(new Request(`${address}?input=${encodeURIComponent(said)}`, { headers }))
      : await POST(new Request(address, { method: 'POST', headers, body: said })),
  )
}

/** All of a response that a browser can tell from another, but for the time of day. */
export async function answerOf(response: Response): Promise<Answer> {
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return { status: response.status, headers, body: await response.text() }
}

/** 'answered', or the code of the refusal; a fault is neither and says so. */
export function outcomeOf({ status, body }: Answer): string {
  if (status === 200) return 'answered'
  return JSON.parse(body).error.json.data.refusal?.code ?? `a fault, ${status}`
}
