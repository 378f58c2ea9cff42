import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { signForm } from '../../../server/form/sign-form'
import { serveReports } from '../../../server/report/serve-reports'
import { answerOf } from '../rights/ask'

const log = pino({ level: 'silent' })

/** The forms as a process answers them; `send` fills one in that was handed out a minute ago. */
export async function openForms() {
  const server = createServer((request, response) => {
    if (!serveReports(request, response, log)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  const { port } = server.address() as AddressInfo // It listens on TCP.
  const home = `http://127.0.0.1:${port}`
  const get = async (path: string) => answerOf(await fetch(home + path, { redirect: 'manual' }))
  const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    answerOf(
      await fetch(home + path, {
        ...{ method: 'POST', redirect: 'manual', headers: { origin: home, ...headers } },
        body: new URLSearchParams(fields),
      }),
    )
  const send = async (path: string, fields: Record<string, string>, headers?: Record<string, string>) =>
    post(path, { form: await aForm(path), ...fields }, headers)
  /** Sends it and gives its tracking address. */
  const report = async (path: string, fields: Record<string, string>) => {
    const answer = await send(path, fields)
    const address = header(answer, 'location')
    if (answer.status !== 303 || !address) throw new Error(`it was not taken: ${answer.body}`)
    return address
  }
  return { get, post, send, report }
}

/** What a form carries that was handed out so long ago, in seconds. */
export const aForm = (path: string, secondsAgo = 60) =>
  signForm(path, new Date(Date.now() - secondsAgo * 1_000))

export const header = (answer: { headers: [string, string][] }, name: string) =>
  answer.headers.find(([key]) => key === name)?.[1]
