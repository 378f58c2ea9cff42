import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Settings } from '../env'
import type { Mail, Sender } from './mail'

export type Posted = Promise<void>

/** Hands one mail over; it is sent when the promise is kept. */
export type Post = (mail: Mail & { writtenAt: Date }) => Posted

type Chosen = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'publicOrigin'>

/** The way of mail out of the house: the mail server of the settings, or files in the folder `maildrop`. */
export function openPost({ smtpUrl, mailFrom, dataDir, publicOrigin }: Chosen): Post {
  const headed = { from: mailFrom, host: new URL(publicOrigin).hostname }
  return smtpUrl ? toServer(smtpUrl, headed) : toFolder(join(dataDir, 'maildrop'), headed)
}

type Headed = { from: Sender; host: string }

// A server that does not answer must not hold the row, and with it a connection to the database, for long.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

function toServer(url: string, headed: Headed): Post {
  const transport = createTransport({ url, ...patience })
  return async (mail) => {
    await transport.sendMail(asMessage(mail, headed))
  }
}

/** One file for one mail, whole or not at all; readable by the server's owner alone, for it may hold a secret link. */
function toFolder(folder: string, headed: Headed): Post {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail) => {
    const { message } = await writer.sendMail(asMessage(mail, headed))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${mail.writtenAt.toISOString().replaceAll(':', '-')}-${idOf(mail.key)}.eml`)
    await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 }) // `buffer: true` makes it one.
    await rename(`${path}.part`, path)
  }
}

function asMessage(
  { key, to, subject, text, html, leaveAt, writtenAt }: Parameters<Post>[0],
  { from, host }: Headed,
) {
  return {
    from,
    // As an object: a list or a name in the text of an address would be read as more than one.
    to: { name: '', address: to },
    ...{ subject, text, date: writtenAt, ...(html && { html }) },
    messageId: `<${idOf(key)}@${host}>`,
    // Nobody's machine is to answer it (RFC 3834).
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(leaveAt && {
        'List-Unsubscribe': { prepared: true, value: `<${leaveAt}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // A text never makes the server read its files or fetch anything.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  }
}

// The same for every try: who gets a mail twice sees it once.
function idOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32)
}
