import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { desks, mails, people, recoveryCodes, secondFactors, sessions } from '../../db/schema'
import type { Role } from '../../db/vocabulary'
import { signInByCodeFrom, signInFrom } from '../../server/auth'
import { addMember } from '../../server/member/add-member'
import { readMember, readPerson } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import {
  confirmFactor,
  removeFactor,
  renewCodes,
  startFactor,
} from '../../server/session/factor/change-factor'
import { codeAt } from '../../server/session/factor/factor'
import { removeFactorOf } from '../../server/session/factor/remove-factor-of'
import { startSession } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'
import { aDesk, refusalOf } from '../newsroom'

const key = 'a key of at least thirty-two characters'
process.env.SECRET_KEY = key
afterAll(() => void delete process.env.SECRET_KEY)

const db = await freshDatabase()
const { desk } = await aFoundedDesk()
let addresses = 0
const headers = (cookie = '') => ({ 'x-forwarded-for': `192.0.2.${++addresses}`, cookie })

async function somebody(role: Role = 'editor', slug = desk) {
  const email = `${randomUUID()}@meridian.example`
  await addMember({ desk: slug, email, name: 'Maren Holt', role, password })
  const [person] = await db.select().from(people).where(eq(people.email, email))
  if (!person) throw new Error('nobody was added')
  return { email, personId: person.id, sessionId: await startSession(person.id) }
}
type Somebody = Awaited<ReturnType<typeof somebody>>

/** Somebody with a second factor. Their app's next code is made a step later than the one that confirmed it. */
async function withFactor(role: Role = 'editor', slug = desk) {
  const own = await somebody(role, slug)
  const { secret } = await startFactor(own)
  const codes = await confirmFactor({ ...own, code: codeAt(secret, new Date()) })
  return { ...own, secret, codes, nextCode: () => codeAt(secret, new Date(Date.now() + 30_000)) }
}

const refused = (sign: Promise<unknown>) =>
  sign.then(
    () => 'let in',
    (error) => JSON.parse(error.message),
  )

async function aTicket({ email }: Pick<Somebody, 'email'>, cookie = ''): Promise<string> {
  const refusal = await refused(signInFrom({ email, password }, headers(cookie)))
  expect(refusal.code).toBe('code-needed')
  return refusal.values.ticket
}

const enter = (ticket: string, code: string, from = headers()) =>
  refused(signInByCodeFrom({ ticket, code }, from)).then((said) => said.code ?? said)

test('with a second factor the password alone starts no session; with a code of the app it does', async () => {
  const own = await withFactor()
  const before = await db.select().from(sessions).where(eq(sessions.personId, own.personId))
  const ticket = await aTicket(own)
  expect(await db.select().from(sessions).where(eq(sessions.personId, own.personId))).toHaveLength(
    before.length,
  )
  const sessionId = await signInByCodeFrom({ ticket, code: own.nextCode() }, headers())
  expect(await readPerson(sessionId)).toMatchObject({ id: own.personId })
})

test('without one nothing changes', async () => {
  const { email } = await somebody()
  expect(await signInFrom({ email, password }, headers())).toBeTruthy()
})

test('one that was begun and not confirmed is not asked for', async () => {
  const own = await somebody()
  await startFactor(own)
  expect(await refusalOf(confirmFactor({ ...own, code: '000000' }))).toBe('code-wrong')
  expect(await signInFrom({ email: own.email, password }, headers())).toBeTruthy()
})

test('a code opens nothing twice, and of twenty who use it at once one gets in', async () => {
  const own = await withFactor()
  const [ticket, code] = [await aTicket(own), own.nextCode()]
  let devices = ''
  // A browser that is known has a count of its own: what is tested here is not the limit.
  const said = await Promise.all(Array.from({ length: 9 }, () => enter(ticket, code)))
  expect(said.filter((one) => one === 'let in')).toHaveLength(1)
  expect(said.filter((one) => one === 'code-wrong')).toHaveLength(8)
  await signInByCodeFrom({ ticket, code: own.codes[0] }, headers(), (kept) => {
    devices = kept
  })
  expect(devices).not.toBe('')
  expect(await enter(ticket, code, headers(`proofroom-device=${devices}`))).toBe('code-wrong')
})

test('the code that confirmed a factor signs nobody in', async () => {
  const own = await somebody()
  const { secret } = await startFactor(own)
  const code = codeAt(secret, new Date())
  await confirmFactor({ ...own, code })
  expect(await enter(await aTicket(own), code)).toBe('code-wrong')
})

test('each recovery code signs in once', async () => {
  const own = await withFactor()
  expect(new Set(own.codes).size).toBe(10)
  const [first = '', second = ''] = own.codes
  const ticket = await aTicket(own)
  const said = await Promise.all(Array.from({ length: 5 }, () => enter(ticket, first.toUpperCase())))
  expect(said.filter((one) => one === 'let in')).toHaveLength(1)
  expect(await enter(await aTicket(own), ` ${second.replace('-', ' ')}`)).toBe('let in')
})

test('of many guesses at a code from everywhere ten are judged, and who is known there still gets in', async () => {
  const own = await withFactor()
  let devices = ''
  await signInByCodeFrom({ ticket: await aTicket(own), code: own.codes[0] }, headers(), (kept) => {
    devices = kept
  })
  const ticket = await aTicket(own)
  const said = await Promise.all(Array.from({ length: 20 }, () => enter(ticket, '000000')))
  expect(said.filter((one) => one === 'sign-in-too-often').length).toBeGreaterThanOrEqual(10)
  expect(await enter(ticket, own.codes[1] ?? '')).toBe('sign-in-too-often')
  const known = `proofroom-device=${devices}`
  expect(await enter(await aTicket(own, known), own.codes[1] ?? '', headers(known))).toBe('let in')
})

test('a ticket that is made up, too old or from before a new password is over', async () => {
  const own = await withFactor()
  const ticket = await aTicket(own)
  expect(await enter('made up', '000000')).toBe('ticket-over')
  expect(await enter(ticket.replace(/\.\d+\./, '.99999999999999.'), own.nextCode())).toBe('ticket-over')
  await db.update(people).set({ passwordHash: 'another' }).where(eq(people.id, own.personId))
  expect(await enter(ticket, own.nextCode())).toBe('ticket-over')
})

test('neither the secret nor a recovery code can be read in the database', async () => {
  const own = await withFactor()
  const kept = JSON.stringify([await db.select().from(secondFactors), await db.select().from(recoveryCodes)])
  expect(kept).not.toContain(own.secret)
  for (const code of own.codes) expect(kept).not.toContain(code.replace('-', ''))
})

test('under another SECRET_KEY, or moved to another person, a secret cannot be read', async () => {
  const [own, other] = [await withFactor(), await withFactor()]
  const [theirs] = await db.select().from(secondFactors).where(eq(secondFactors.personId, other.personId))
  await db
    .update(secondFactors)
    .set({ secret: theirs?.secret ?? '' })
    .where(eq(secondFactors.personId, own.personId))
  expect(await enter(await aTicket(own), other.nextCode())).toBe('factor-unreadable')
  process.env.SECRET_KEY = 'some other key of thirty-two characters'
  expect(await enter(await aTicket(other), other.nextCode())).toBe('factor-unreadable')
  delete process.env.SECRET_KEY
  expect(await enter(await aTicket(other), other.nextCode())).toBe('secret-key-missing')
  expect(await refusalOf(startFactor(await somebody()))).toBe('secret-key-missing')
  process.env.SECRET_KEY = key
})

test('setting one up signs other devices out', async () => {
  const own = await somebody()
  const elsewhere = await startSession(own.personId)
  const { secret } = await startFactor(own)
  await confirmFactor({ ...own, code: codeAt(secret, new Date()) })
  expect(await readPerson(elsewhere)).toBeNull()
  expect(await readPerson(own.sessionId)).not.toBeNull()
})

test('a window left open sets up, renews and removes nothing', async () => {
  const [none, own] = [await somebody(), await withFactor()]
  await db.update(sessions).set({ provedAt: new Date(Date.now() - 16 * 60_000) })
  for (const act of [() => startFactor(none), () => renewCodes(own), () => removeFactor(own)])
    expect(await refusalOf(act())).toBe('prove-identity-first')
})

test('new recovery codes take the place of the old ones', async () => {
  const own = await withFactor()
  const [fresh = ''] = await renewCodes(own)
  const ticket = await aTicket(own)
  expect(await enter(ticket, own.codes[0] ?? '')).toBe('code-wrong')
  expect(await enter(ticket, fresh)).toBe('let in')
})

test('a second factor that is on is not replaced, and is given up by its owner alone', async () => {
  const own = await withFactor()
  expect(await refusalOf(startFactor(own))).toBe('factor-is-there')
  await removeFactor(own)
  expect(await signInFrom({ email: own.email, password }, headers())).toBeTruthy()
})

test('where a desk asks for it, editors do nothing until they have one; reviewers are not asked', async () => {
  const strict = await aDesk({ needsSecondFactor: true })
  const [editor, reviewer] = [await somebody('editor', strict.slug), await somebody('reviewer', strict.slug)]
  const asked = async (own: Somebody) => createCaller({ person: await readPerson(own.sessionId) })
  const codeOf = (call: Promise<unknown>) => refusalOf(call.catch((error) => Promise.reject(error.cause)))
  const at = { desk: strict.slug }
  const locked = await asked(editor)
  for (const call of [() => locked.member.desk(at), () => locked.review.queue(at)])
    expect(await codeOf(call())).toBe('second-factor-first')
  expect(await (await asked(reviewer)).member.desk(at)).toBeTruthy()
  expect(await (await asked(editor)).session.factor()).toMatchObject({
    askedForBy: [strict.name],
    since: null,
  })
  const { secret } = await startFactor(editor)
  await confirmFactor({ ...editor, code: codeAt(secret, new Date()) })
  expect(await (await asked(editor)).member.desk(at)).toBeTruthy()
  expect(await refusalOf(removeFactor(editor))).toBe('factor-asked-for')
})

test('an admin lets a colleague in again who lost it, and the colleague is told by mail', async () => {
  const own = await withFactor()
  const [ruth] = await db.select().from(people).where(eq(people.email, 'ruth@meridian.example'))
  const [admin, colleague] = [await readMember(desk, ruth?.id ?? ''), await readMember(desk, own.personId)]
  if (!admin || !colleague) throw new Error('they are not on the desk')
  await removeFactorOf(admin, colleague.id)
  expect(await readPerson(own.sessionId)).toBeNull()
  expect(await signInFrom({ email: own.email, password }, headers())).toBeTruthy()
  const told = await db.select().from(mails).where(eq(mails.to, own.email))
  expect(told.map(({ subject }) => subject)).toEqual(['Your second factor was removed'])
  expect(await refusalOf(removeFactorOf(admin, randomUUID()))).toBe('member-unknown')
})

test('an admin of one desk does not weaken another', async () => {
  const own = await withFactor()
  const other = await aDesk()
  await addMember({ desk: other.slug, email: own.email, name: 'x', role: 'admin', password })
  const [ruth] = await db.select().from(people).where(eq(people.email, 'ruth@meridian.example'))
  const [admin, colleague] = [await readMember(desk, ruth?.id ?? ''), await readMember(desk, own.personId)]
  if (!admin || !colleague) throw new Error('they are not on the desk')
  expect(await refusalOf(removeFactorOf(admin, colleague.id))).toBe('factor-guards-others')
})

test('a desk asks for no second factor where the server has no key to keep one', async () => {
  const admin = await somebody('admin')
  const newsroom = createCaller({ person: await readPerson(admin.sessionId) })
  delete process.env.SECRET_KEY
  const was = { editorsProveIdentity: false, needsSecondFactor: false }
  const change = newsroom.settings.changeIdentity({ desk, was, to: { ...was, needsSecondFactor: true } })
  await expect(change).rejects.toMatchObject({ cause: { refusal: { code: 'secret-key-missing' } } })
  process.env.SECRET_KEY = key
  const [row] = await db.select().from(desks).where(eq(desks.slug, desk))
  expect(row?.needsSecondFactor).toBe(false)
})
