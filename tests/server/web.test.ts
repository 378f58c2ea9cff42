import { request } from 'node:http'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { settings } from '../../server/env'
import { openWeb } from '../../server/process/web'

const port = 20_000 + (process.pid % 20_000)
const chosen = settings({ NODE_ENV: 'test', PORT: String(port) })
let upgrades = 0
const web = await openWeb(
  {
    ready: () => false,
    rest: async (_request, response) => void response.end('ours'),
    sockets: {
      '/collab': (_request, socket) => {
        upgrades += 1
        socket.destroy()
      },
    },
  },
  chosen,
  pino({ level: 'silent' }),
)

afterAll(async () => {
  web.stopAccepting()
  await web.close()
})

/** Asks for a path by a name; what is said comes as status and text. */
function ask(
  host: string,
  headers: Record<string, string> = {},
  path = '/collab',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers: { host, ...headers } })
    asked.on('response', async (response) => {
      let text = ''
      for await (const piece of response) text += String(piece)
      resolve({ status: response.statusCode ?? 0, text })
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('a stranger’s name that leads here gets no page and no socket, but a sentence', async () => {
  const refused = await ask(`evil.example:${port}`)
  expect(refused.status).toBe(421)
  expect(refused.text).toContain('set PUBLIC_ORIGIN')
  const upgrade = { connection: 'upgrade', upgrade: 'websocket' }
  expect((await ask(`evil.example:${port}`, upgrade)).status).toBe(421)
  expect(upgrades).toBe(0)
})

test('by its own name the server answers', async () => {
  expect(await ask(`127.0.0.1:${port}`)).toEqual({ status: 200, text: 'ours' })
  expect(await ask(`localhost:${port}`)).toEqual({ status: 200, text: 'ours' })
})

test.each(['/c/%ff', '/desk/%00', '/%'])('nothing is at %s, an address that cannot be read', async (path) => {
  expect((await ask(`127.0.0.1:${port}`, {}, path)).status).toBe(404)
})
