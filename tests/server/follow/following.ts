import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { settings } from '../../../server/env'
import { sendNews } from '../../../server/follow/news/send-news'
import { serveFollows } from '../../../server/follow/serve-follows'
import { signForm } from '../../../server/form/sign-form'
import { openPost } from '../../../server/mail/open-post'
import { sendMails } from '../../../server/mail/send-mails'
import { renderOutbox } from '../../../server/publication/made/render'
import { answerOf } from '../rights/ask'

const log = pino({ level: 'silent' })
const origin = settings().publicOrigin

/** The forms and links of followers as a process answers them, and the folder that their mail lies in. */
export async function openFollows() {
  const server = createServer((request, response) => {
    if (!serveFollows(request, response, log)) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-follow-'))
  afterAll(() => {
    server.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const { port } = server.address() as AddressInfo // It listens on TCP.
  const home = `http://127.0.0.1:${port}`
  const post = openPost({ ...settings(), smtpUrl: null, dataDir })
  const read = new Set<string>()

  const get = async (path: string) => answerOf(await fetch(home + path, { redirect: 'manual' }))
  const send = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    answerOf(
      await fetch(home + path, {
        ...{ method: 'POST', redirect: 'manual', headers: { origin: home, ...headers } },
        body: new URLSearchParams(fields),
      }),
    )
  /** Fills in a form that was handed out a minute ago. */
  const ask = async (path: string, email: string, more: Record<string, string> = {}) => {
    const form = await signForm(path, new Date(Date.now() - 60_000))
    return send(path, { form, email, ...more })
  }
  /** The mails to an address that came since the last look. */
  const mailsTo = async (email: string) => {
    await sendMails(post)
    const folder = join(dataDir, 'maildrop')
    const all = readdirSync(folder, { encoding: 'utf8' }).map((name) => join(folder, name))
    const theirs = all
      .filter((path) => !read.has(path))
      .map((path) => ({ path, text: unfolded(readFileSync(path, 'latin1')) }))
      .filter(({ text }) => text.includes(`To: ${email}`))
    for (const { path } of theirs) read.add(path)
    return theirs.map(({ text }) => text)
  }
  /** Asks, and presses the button behind the link. */
  const follow = async (path: string, email: string) => {
    await ask(path, email)
    const [mail = ''] = await mailsTo(email)
    const link = linkIn(mail, 'confirm')
    const confirmed = await send(link, {})
    if (confirmed.status !== 200) throw new Error(`it was not confirmed: ${mail}`)
    return link
  }
  /** Makes the pages of what was published, and tells of it. */
  const tell = async () => {
    await renderOutbox()
    return sendNews({ origin })
  }
  return { get, send, ask, follow, mailsTo, tell }
}

/** The path of the link to confirm or to leave in a mail. */
export function linkIn(mail: string, kind: 'confirm' | 'leave'): string {
  const [, path] = new RegExp(`(/follows/${kind}/[\\w.-]+)`).exec(mail) ?? []
  if (!path) throw new Error(`there is no link to ${kind} in ${mail}`)
  return path
}

/** A mail as its reader sees it: with the line breaks of its encoding and of its head undone. */
function unfolded(message: string): string {
  const lines = message.replaceAll('\r\n', '\n')
  const [head = '', ...body] = lines.split('\n\n')
  // Letters of other scripts travel packed.
  if (/^content-transfer-encoding: base64$/im.test(head))
    return `${head}\n\n${Buffer.from(body.join(''), 'base64').toString('utf8')}`
  const bytes = lines
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\n[ \t]+/g, ' ')
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
