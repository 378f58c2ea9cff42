import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, expect } from 'vitest'
import { faultsOf } from './description'

type Route = (request: Request) => Promise<Response>

/** Serves a route on a port of its own, as clients reach it; every answer has to be as it is described. */
export async function serving(route: Route): Promise<string> {
  const faults: string[] = []
  const server = createServer(async (request, response) => {
    const answer = await route(
      new Request(`http://here${request.url}`, { headers: headersOf(request.headers) }),
    )
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    const path = new URL(`http://here${request.url}`).pathname
    if (text)
      faults.push(
        ...faultsOf(
          decodeURIComponent(path),
          answer.status,
          type,
          type.includes('json') ? JSON.parse(text) : text,
        ),
      )
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterEach(() => expect(faults.splice(0)).toEqual([]))
  afterAll(() => void server.close())
  const { port } = server.address() as AddressInfo // It listens on TCP.
  return `http://127.0.0.1:${port}`
}

const headersOf = (headers: NodeJS.Dict<string | string[]>) =>
  Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
