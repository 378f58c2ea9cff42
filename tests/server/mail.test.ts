import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { mails } from '../../db/schema'
import { keepMail } from '../../server/mail/keep-mail'
import type { Mail } from '../../server/mail/mail'
import { openPost, type Post } from '../../server/mail/open-post'
import { sendMails } from '../../server/mail/send-mails'
import { startSending } from '../../server/mail/start-sending'
import { freshDatabase } from '../database'
import { openMailServer } from '../mail-server'
import { refusalOf } from '../newsroom'

const db = await freshDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'proofroom-mail-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
beforeEach(async () => void (await db.delete(mails)))

const from = {
  dataDir,
  publicOrigin: 'https://checks.example',
  mailFrom: { name: 'Checks', address: 'c@d.example' },
}
const postTo = (smtpUrl: string | null) => openPost({ ...from, smtpUrl })

let written = 0
async function aMail(parts: Partial<Mail> = {}): Promise<string> {
  written += 1
  const key = `test ${written}`
  const mail = { key, to: 'ruth@desk.example', subject: 'A subject', text: 'Words.\n', html: null, ...parts }
  await db.transaction((tx) => keepMail(tx, mail))
  return mail.key
}

async function rowOf(key: string) {
  const [row] = await db.select().from(mails).where(eq(mails.key, key))
  if (!row) throw new Error(`no mail is kept under ${key}`)
  return row
}

test('a mail reaches the mail server with its sender, subject and words, and is gone from the database', async () => {
  const server = await openMailServer()
  const key = await aMail({ subject: 'Größe – Ελλάδα', text: 'Look:\n.\nhttps://checks.example/reset/x\n' })
  expect(await sendMails(postTo(server.url))).toBe(1)
  await server.close()
  expect(server.received).toHaveLength(1)
  const [{ to, text } = { to: [], text: '' }] = server.received
  expect(to).toEqual(['ruth@desk.example'])
  expect(text).toContain('From: Checks <c@d.example>')
  expect(text).toContain('To: ruth@desk.example')
  expect(text).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(text).toContain('\n.\nhttps://checks.example/reset/x')
  expect(await rowOf(key)).toMatchObject({ text: '', subject: '', dueAt: null, tries: 1, fault: null })
  expect((await rowOf(key)).sentAt).not.toBeNull()
})

test('a mail with a form for mail programs brings both', async () => {
  const server = await openMailServer()
  await aMail({ html: '<p>Words.</p>' })
  await sendMails(postTo(server.url))
  await server.close()
  expect(server.received[0]?.text).toMatch(/text\/plain[\s\S]*Words\.[\s\S]*text\/html[\s\S]*<p>Words\.<\/p>/)
})

test('without a mail server it lies in the maildrop, readable by the owner alone', async () => {
  await aMail({ text: 'A secret link.\n' })
  expect(await sendMails(postTo(null))).toBe(1)
  const folder = join(dataDir, 'maildrop')
  const [file = ''] = readdirSync(folder)
  expect(file).toMatch(/^\d{4}-\d\d-\d\dT.*\.eml$/)
  expect(readFileSync(join(folder, file), 'utf8')).toContain('A secret link.')
  expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
  expect(statSync(folder).mode & 0o077).toBe(0)
})

test('the same key twice is one mail', async () => {
  const key = await aMail({ key: 'once' })
  await aMail({ key: 'once', text: 'Other words.' })
  const { post, taken } = aPost()
  await sendMails(post)
  await aMail({ key: 'once' })
  await sendMails(post)
  expect(taken).toEqual([key])
})

test('what was taken back with its transaction is not sent', async () => {
  const undone = db.transaction(async (tx) => {
    await keepMail(tx, { key: 'undone', to: 'a@b.example', subject: 'S', text: 'T', html: null })
    throw new Error('the act failed')
  })
  await expect(undone).rejects.toThrow('the act failed')
  const { post, taken } = aPost()
  expect(await sendMails(post)).toBe(0)
  expect(taken).toEqual([])
})

test('heads of its own get into no mail', async () => {
  expect(await refusalOf(aMail({ to: 'a@b.example\r\nBcc: c@d.example' }))).toBe('mail-address-wrong')
  expect(await refusalOf(aMail({ to: 'a@b.example,c@d.example' }))).toBe('mail-address-wrong')
  expect(await refusalOf(aMail({ subject: 'Hello\r\nBcc: c@d.example' }))).toBe('mail-subject-wrong')
  expect(await db.select().from(mails)).toEqual([])
})

test('twenty mails and five processes: each is sent once', async () => {
  for (let mail = 0; mail < 20; mail += 1) await aMail()
  const { post, taken } = aPost()
  const sent = await Promise.all(Array.from({ length: 5 }, () => sendMails(post)))
  expect(sent.reduce((all, one) => all + one)).toBe(20)
  expect(new Set(taken).size).toBe(20)
  expect(taken).toHaveLength(20)
})

test('a server that is away gets the mail a minute later, and the mail keeps its words', async () => {
  const server = await openMailServer()
  await server.close()
  const key = await aMail()
  expect(await sendMails(postTo(server.url))).toBe(0)
  const waiting = await rowOf(key)
  expect(waiting).toMatchObject({ tries: 1, sentAt: null, text: 'Words.\n' })
  expect(waiting.fault).toContain('ECONNREFUSED')
  const wait = (waiting.dueAt?.getTime() ?? 0) - Date.now()
  expect(wait).toBeGreaterThan(50_000)
  expect(wait).toBeLessThanOrEqual(60_000)
  await makeDue(key)
  const { post, taken } = aPost()
  expect(await sendMails(post)).toBe(1)
  expect(taken).toEqual([key])
})

test('one mail that is not taken holds up no other', async () => {
  const server = await openMailServer({ answerTo: (to) => (to.startsWith('full') ? '452 full' : '250 ok') })
  const held = await aMail({ to: 'full@desk.example' })
  await aMail()
  expect(await sendMails(postTo(server.url))).toBe(1)
  await server.close()
  expect(await rowOf(held)).toMatchObject({ tries: 1, sentAt: null })
})

test('an address that is nobody’s is tried once, and its words are not kept', async () => {
  const server = await openMailServer({ answerTo: () => '550 nobody here' })
  const key = await aMail()
  expect(await sendMails(postTo(server.url))).toBe(0)
  await server.close()
  expect(await rowOf(key)).toMatchObject({ dueAt: null, sentAt: null, text: '' })
  expect((await rowOf(key)).fault).toContain('550 nobody here')
})

test('a process that dies while it sends gives the mail back, and its second copy has the same Message-ID', async () => {
  const key = await aMail()
  const server = await openMailServer()
  // The server has taken it, and the process dies before it could write that down.
  const died = db.transaction(async (tx) => {
    const [mail] = await tx.select().from(mails).where(eq(mails.key, key)).for('update', { skipLocked: true })
    if (mail) await postTo(server.url)(mail)
    throw new Error('killed')
  })
  await expect(died).rejects.toThrow('killed')
  expect(await sendMails(postTo(server.url))).toBe(1)
  await server.close()
  const ids = server.received.map(({ text }) => /^Message-ID: (.*)$/m.exec(text)?.[1])
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
  expect(ids[0]).toMatch(/^<[0-9a-f]{32}@checks\.example>$/)
})

test('mail is sent when it is written, and what an earlier process left at the start', async () => {
  const left = await aMail()
  const { post, taken, next } = aPost()
  const sending = await startSending(post, (error) => {
    throw error
  })
  await sending.settled()
  expect(taken).toEqual([left])
  const arrives = next()
  const key = await aMail()
  expect(await arrives).toBe(key)
  await sending.close()
})

test('a process that stops does not begin another mail', async () => {
  for (let mail = 0; mail < 3; mail += 1) await aMail()
  const { post, taken } = aPost()
  await sendMails(post, () => taken.length === 1)
  expect(taken).toHaveLength(1)
})

/** A way out that keeps the keys of what it was given; `next` is the next one. */
function aPost() {
  const taken: string[] = []
  let heard: (key: string) => void = () => {}
  const post: Post = async ({ key }) => {
    taken.push(key)
    heard(key)
  }
  return { post, taken, next: () => new Promise<string>((resolve) => (heard = resolve)) }
}

async function makeDue(key: string): Promise<void> {
  await db.update(mails).set({ dueAt: sql`now()` }).where(eq(mails.key, key))
}
