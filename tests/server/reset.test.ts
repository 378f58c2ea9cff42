import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mails, passwordResets, people, sessions } from '../../db/schema'
import { addMember } from '../../server/member/add-member'
import { invite } from '../../server/member/invitation/invite'
import { readMember } from '../../server/member/read-member'
import { changePassword } from '../../server/session/change-password'
import { changeForgotten, openReset } from '../../server/session/reset/change-forgotten'
import { sendReset } from '../../server/session/reset/send-reset'
import { signIn } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'
import { refusalOf } from '../newsroom'

const db = await freshDatabase()
const { desk } = await aFoundedDesk()
let addresses = 0
const anAddress = () => `192.0.2.${++addresses}`
const other = 'another long password'

async function somebody() {
  const email = `${randomUUID()}@meridian.example`
  await addMember({ desk, email, name: 'Maren Holt', role: 'editor', password })
  const [person] = await db.select().from(people).where(eq(people.email, email))
  if (!person) throw new Error('nobody was added')
  return { email, personId: person.id }
}

/** The secrets in the mails to an address, the oldest first. */
async function linksTo(email: string): Promise<string[]> {
  const sent = await db.select().from(mails).where(eq(mails.to, email)).orderBy(mails.id)
  return sent.flatMap(({ text }) => /\/reset\/(\S+)/.exec(text)?.[1] ?? [])
}

async function aLink(email: string): Promise<string> {
  await sendReset({ email, address: anAddress() })
  return (await linksTo(email)).at(-1) ?? ''
}

const change = (secret: string, typed = other) =>
  changeForgotten({ secret, password: typed, address: anAddress() })

test('who forgot a password sets a new one by the link from the mail, and is told of it by mail', async () => {
  const { email } = await somebody()
  const secret = await aLink(email)
  expect(await openReset(secret)).toEqual({ email })
  await change(secret)
  expect(await signIn({ email, password: other, address: anAddress() })).toBeTruthy()
  expect(await refusalOf(signIn({ email, password, address: anAddress() }))).toBe('sign-in-wrong')
  const subjects = (await db.select().from(mails).where(eq(mails.to, email))).map(({ subject }) => subject)
  expect(subjects).toContain('Your Proofroom password was changed')
})

test('a new password signs every device out', async () => {
  const { email, personId } = await somebody()
  await signIn({ email, password, address: anAddress() })
  await change(await aLink(email))
  const rows = await db.select().from(sessions).where(eq(sessions.personId, personId))
  expect(rows.filter(({ endedAt }) => endedAt === null)).toEqual([])
})

test('of twenty who use one link at once, one sets a password', async () => {
  const { email } = await somebody()
  const secret = await aLink(email)
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, n) => change(secret, `${other} ${n}`).then(() => 'set', refusedAs)),
  )
  expect(tries.filter((outcome) => outcome === 'set')).toHaveLength(1)
  expect(tries.filter((outcome) => outcome === 'reset-used')).toHaveLength(19)
})

test('a link does not hold after an hour', async () => {
  const { email, personId } = await somebody()
  const secret = await aLink(email)
  const [row] = await db.select().from(passwordResets).where(eq(passwordResets.personId, personId))
  const holds = (row?.expiresAt.getTime() ?? 0) - Date.now()
  expect(holds).toBeGreaterThan(59 * 60_000)
  expect(holds).toBeLessThanOrEqual(60 * 60_000)
  await db.update(passwordResets).set({ expiresAt: new Date() })
  expect(await refusalOf(openReset(secret))).toBe('reset-expired')
  expect(await refusalOf(change(secret))).toBe('reset-expired')
})

test('any new password uses up the links that are open', async () => {
  const { email, personId } = await somebody()
  const [first, second] = [await aLink(email), await aLink(email)]
  await change(first)
  expect(await refusalOf(change(second))).toBe('reset-used')
  const third = await aLink(email)
  await changePassword({ personId, sessionId: randomUUID(), current: other, next: password })
  expect(await refusalOf(change(third))).toBe('reset-used')
})

test('a link that was never sent opens nothing', async () => {
  expect(await refusalOf(openReset('guessed'))).toBe('reset-unknown')
  expect(await refusalOf(change('guessed'))).toBe('reset-unknown')
})

test('only the hash of a link is kept', async () => {
  const { email } = await somebody()
  const secret = await aLink(email)
  expect(JSON.stringify(await db.select().from(passwordResets))).not.toContain(secret)
})

test('an unknown address gets the same answer, no sooner than a known one, and no mail', async () => {
  const { email } = await somebody()
  const timed = async (asked: string) => {
    const begun = performance.now()
    const answer = await sendReset({ email: asked, address: anAddress() })
    return { answer, took: performance.now() - begun }
  }
  const [known, unknown] = [await timed(email), await timed('nobody@meridian.example')]
  expect(unknown.answer).toEqual(known.answer)
  // Timers may be a millisecond early.
  for (const { took } of [known, unknown]) expect(took).toBeGreaterThanOrEqual(398)
  expect(await db.select().from(mails).where(eq(mails.to, 'nobody@meridian.example'))).toEqual([])
})

test('nobody’s mailbox is flooded: of twenty requests at once three bring a link, and all get the same answer', async () => {
  const { email } = await somebody()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => sendReset({ email, address: anAddress() })),
  )
  expect(new Set(answers)).toEqual(new Set([undefined]))
  expect(await linksTo(email)).toHaveLength(3)
})

test('one network asks thirty times, then it waits', async () => {
  const address = anAddress()
  const tries = await Promise.all(
    Array.from({ length: 34 }, (_, n) =>
      sendReset({ email: `n${n}@meridian.example`, address }).then(() => 'asked', refusedAs),
    ),
  )
  expect(tries.filter((outcome) => outcome === 'sign-in-too-often')).toHaveLength(4)
})

test('an invitation goes to its address by mail, with the link that is shown', async () => {
  const [ruth] = await db.select().from(people).where(eq(people.email, 'ruth@meridian.example'))
  const admin = await readMember(desk, ruth?.id ?? '')
  if (!admin) throw new Error('the founder is not on the desk')
  const { path, isMailed } = await invite(admin, { email: 'tomas@meridian.example', role: 'reviewer' })
  expect(isMailed).toBe(false)
  const [mail] = await db.select().from(mails).where(eq(mails.to, 'tomas@meridian.example'))
  expect(mail?.subject).toBe('Ruth Abel invites you to Meridian')
  expect(mail?.text).toContain(`http://127.0.0.1:3000${path}\n`)
})

const refusedAs = (error: { refusal?: { code: string } }) => error.refusal?.code ?? String(error)
