import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEntries, mails, passkeyChallenges, passkeys, sessions } from '../../db/schema'
import { signInByPasskeyFrom } from '../../server/auth'
import { addMember } from '../../server/member/add-member'
import { readMemberByEmail, readPerson } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import { confirmFactor, startFactor } from '../../server/session/factor/change-factor'
import { codeAt } from '../../server/session/factor/factor'
import { signInByPasskey, startPasskeyUse } from '../../server/session/passkey/sign-in-by-passkey'
import { startSession } from '../../server/session/sign-in'
import { anAuthenticator } from '../authenticator'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'
import { refusalOf } from '../newsroom'

const db = await freshDatabase()
const { desk } = await aFoundedDesk()
const home = { origin: 'https://checks.example.org', rpId: 'checks.example.org' }
process.env.PUBLIC_ORIGIN = home.origin
process.env.SECRET_KEY = 'a key of the tests, long enough for everything'

let made = 0

/** A member signed in here, with a device that can make a passkey. */
async function aMember({ signedInMinutesAgo = 0 } = {}) {
  made += 1
  const email = `member-${made}@meridian.example`
  await addMember({ desk, email, name: `Member ${made}`, role: 'editor', password })
  const { personId = '' } = (await readMemberByEmail(desk, email)) ?? {}
  const sessionId = await startSession(personId)
  const provedAt = new Date(Date.now() - signedInMinutesAgo * 60_000)
  await db.update(sessions).set({ provedAt }).where(eq(sessions.id, sessionId))
  const newsroom = createCaller({ person: await readPerson(sessionId) })
  return { email, personId, sessionId, newsroom, device: anAuthenticator(home) }
}

async function aMemberWithPasskey() {
  const member = await aMember()
  const asked = await member.newsroom.passkey.startAdding()
  const { passkeyId } = await member.newsroom.passkey.add({ made: member.device.make(asked), name: 'Phone' })
  return { ...member, passkeyId }
}

const aUse = () => startPasskeyUse('192.0.2.1')
const refused = (call: Promise<unknown>) =>
  refusalOf(call.catch((error) => Promise.reject(error.cause ?? error)))

test('a passkey signs its owner in alone, also where there is a second factor', async () => {
  const { device, personId, sessionId, email } = await aMemberWithPasskey()
  const own = { personId, sessionId }
  const { secret } = await startFactor(own)
  await confirmFactor({ ...own, code: codeAt(secret, new Date()) })
  const signedIn = await signInByPasskey(device.use(await aUse()))
  expect(await readPerson(signedIn.sessionId)).toMatchObject({ email })
})

test('next-auth is given the session of the passkey’s owner, and the browser knows them then', async () => {
  const { device, email } = await aMemberWithPasskey()
  let devices = ''
  const answer = JSON.stringify(device.use(await aUse()))
  const id = await signInByPasskeyFrom({ answer }, {}, (kept) => {
    devices = kept
  })
  expect(await readPerson(id)).toMatchObject({ email })
  expect(devices).toMatch(/^[\w-]+\.[\da-f]{64}$/)
  await expect(signInByPasskeyFrom({ answer: 'no JSON' })).rejects.toThrow('passkey-wrong')
})

test('an answer counts once', async () => {
  const { device } = await aMemberWithPasskey()
  const answer = device.use(await aUse())
  await signInByPasskey(answer)
  expect(await refused(signInByPasskey(answer))).toBe('passkey-too-late')
})

test('of one answer sent twice at once, one signs in', async () => {
  const { device } = await aMemberWithPasskey()
  const answer = device.use(await aUse())
  const both = await Promise.allSettled([signInByPasskey(answer), signInByPasskey(answer)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test.each([
  ['that was not asked', { challenge: Buffer.from('my own').toString('base64url') }, 'passkey-too-late'],
  ['at another site’s address', { origin: 'https://checks.example.com' }, 'passkey-wrong'],
  ['for another site’s name', { rpId: 'example.org' }, 'passkey-wrong'],
  ['without the owner having shown who they are', { isVerified: false }, 'passkey-wrong'],
  ['of a copy that counts from the beginning', { counter: 1 }, 'passkey-wrong'],
  [
    'in another person’s name',
    { userHandle: Buffer.from('somebody').toString('base64url') },
    'passkey-wrong',
  ],
])('an answer %s signs nobody in', async (_, said, code) => {
  const { device } = await aMemberWithPasskey()
  const before = await db.$count(sessions)
  expect(await refused(signInByPasskey(device.use(await aUse(), said)))).toBe(code)
  expect(await db.$count(sessions)).toBe(before)
})

test('an answer that comes after five minutes signs nobody in', async () => {
  const { device } = await aMemberWithPasskey()
  const asked = await aUse()
  const [kept] = await db
    .select()
    .from(passkeyChallenges)
    .where(eq(passkeyChallenges.challenge, asked.challenge))
  const left = (kept?.expiresAt.getTime() ?? 0) - Date.now()
  expect(left).toBeGreaterThan(4 * 60_000)
  expect(left).toBeLessThanOrEqual(5 * 60_000)
  await db.update(passkeyChallenges).set({ expiresAt: new Date() })
  expect(await refused(signInByPasskey(device.use(asked)))).toBe('passkey-too-late')
})

test('a wrong answer uses up what was asked', async () => {
  const { device } = await aMemberWithPasskey()
  const asked = await aUse()
  await signInByPasskey(device.use(asked, { isVerified: false })).catch(() => null)
  expect(await refused(signInByPasskey(device.use(asked)))).toBe('passkey-too-late')
})

test('a device that claims another’s passkey without its key is not believed', async () => {
  const [owner, thief] = [await aMemberWithPasskey(), await aMemberWithPasskey()]
  const asked = await aUse()
  const own = owner.device.use(asked)
  const forged = {
    ...own,
    response: { ...thief.device.use(asked).response, userHandle: own.response.userHandle },
  }
  expect(await refused(signInByPasskey(forged))).toBe('passkey-wrong')
})

test('a passkey that is not known signs nobody in', async () => {
  expect(await refused(signInByPasskey(anAuthenticator(home).use(await aUse())))).toBe('passkey-not-known')
})

test('what the device says of its use is kept', async () => {
  const { device, passkeyId } = await aMemberWithPasskey()
  await signInByPasskey(device.use(await aUse(), { counter: 7 }))
  const [kept] = await db.select().from(passkeys).where(eq(passkeys.id, passkeyId))
  expect(kept).toMatchObject({ counter: 7, isBackedUp: false, transports: ['internal'] })
  expect(kept?.usedAt).toBeInstanceOf(Date)
})

test('a window that was left open adds, renames and removes none', async () => {
  const { newsroom } = await aMember({ signedInMinutesAgo: 16 })
  expect(await refused(newsroom.passkey.startAdding())).toBe('prove-identity-first')
  const { personId, passkeyId, sessionId } = await aMemberWithPasskey()
  await db
    .update(sessions)
    .set({ provedAt: new Date(0) })
    .where(eq(sessions.id, sessionId))
  const late = createCaller({ person: await readPerson(sessionId) })
  expect(await refused(late.passkey.rename({ passkeyId, name: 'Mine' }))).toBe('prove-identity-first')
  expect(await refused(late.passkey.remove({ passkeyId }))).toBe('prove-identity-first')
  expect(await db.$count(passkeys, eq(passkeys.personId, personId))).toBe(1)
})

test.each([
  ['for another site', { origin: 'https://elsewhere.example' }, 'passkey-wrong'],
  ['without the owner having shown who they are', { isVerified: false }, 'passkey-wrong'],
  ['without having been asked', { challenge: 'bXkgb3du' }, 'passkey-too-late'],
])('a passkey made %s is not kept', async (_, said, code) => {
  const { newsroom, device, personId } = await aMember()
  const added = newsroom.passkey.add({
    made: device.make(await newsroom.passkey.startAdding(), said),
    name: 'Phone',
  })
  expect(await refused(added)).toBe(code)
  expect(await db.$count(passkeys, eq(passkeys.personId, personId))).toBe(0)
})

test('what one member was asked, another cannot answer', async () => {
  const [asked, other] = [await aMember(), await aMember()]
  const options = await asked.newsroom.passkey.startAdding()
  const added = other.newsroom.passkey.add({ made: other.device.make(options), name: 'Phone' })
  expect(await refused(added)).toBe('passkey-too-late')
})

test('the same passkey is kept once', async () => {
  const { newsroom, device } = await aMemberWithPasskey()
  const again = newsroom.passkey.add({
    made: device.make(await newsroom.passkey.startAdding()),
    name: 'Again',
  })
  expect(await refused(again)).toBe('passkey-is-there')
})

test('a passkey is renamed and removed by its owner alone, and opens nothing then', async () => {
  const [owner, other] = [await aMemberWithPasskey(), await aMemberWithPasskey()]
  const { passkeyId } = owner
  expect(await refused(other.newsroom.passkey.rename({ passkeyId, name: 'Mine' }))).toBe('passkey-unknown')
  expect(await refused(other.newsroom.passkey.remove({ passkeyId }))).toBe('passkey-unknown')
  await owner.newsroom.passkey.rename({ passkeyId, name: 'Desk phone' })
  expect((await owner.newsroom.passkey.list()).passkeys).toMatchObject([{ name: 'Desk phone' }])
  await owner.newsroom.passkey.remove({ passkeyId })
  expect(await refused(signInByPasskey(owner.device.use(await aUse())))).toBe('passkey-not-known')
})

test('nobody has more than ten', async () => {
  const { newsroom, personId } = await aMember()
  const many = Array.from({ length: 10 }, () => crypto.randomUUID())
  await db.insert(passkeys).values(
    many.map((id) => ({
      ...{ id, personId, credentialId: id, publicKey: Buffer.from(id), counter: 0 },
      ...{ transports: [], isBackedUp: true, name: id },
    })),
  )
  expect(await refused(newsroom.passkey.startAdding())).toBe('passkeys-too-many')
})

test('a mail tells of each passkey that comes or goes, and the audit keeps it', async () => {
  const { email, personId, newsroom, passkeyId } = await aMemberWithPasskey()
  await newsroom.passkey.remove({ passkeyId })
  const written = await db.select({ subject: mails.subject }).from(mails).where(eq(mails.to, email))
  expect(written.map(({ subject }) => subject).sort()).toEqual([
    'A passkey was added to your Proofroom account',
    'A passkey was removed from your Proofroom account',
  ])
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.personId, personId))
  expect(entries.map(({ way, outcome }) => `${way}: ${outcome}`)).toEqual(
    expect.arrayContaining(['passkey.add: done', 'passkey.remove: done']),
  )
  expect(entries.find(({ way }) => way === 'passkey.remove')?.things).toEqual({ passkeyId })
})

test('a refused passkey is in the audit of its owner’s desk, and what was asked for is not', async () => {
  const { device, personId } = await aMemberWithPasskey()
  const before = await db.$count(auditEntries)
  const asked = await createCaller({ person: null }).passkey.startUse()
  expect(await db.$count(auditEntries)).toBe(before)
  await signInByPasskey(device.use(asked, { isVerified: false })).catch(() => null)
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.personId, personId))
  expect(entries).toContainEqual(expect.objectContaining({ act: 'sign in', outcome: 'passkey-wrong' }))
})

test('a passkey shows again who one is, and only one’s own does', async () => {
  const [owner, other] = [await aMemberWithPasskey(), await aMemberWithPasskey()]
  await db.update(sessions).set({ provedAt: new Date(0) })
  expect(await refused(owner.newsroom.passkey.prove({ answer: other.device.use(await aUse()) }))).toBe(
    'passkey-of-another',
  )
  expect(await refused(owner.newsroom.passkey.startAdding())).toBe('prove-identity-first')
  await owner.newsroom.passkey.prove({ answer: owner.device.use(await aUse()) })
  expect(await owner.newsroom.passkey.startAdding()).toMatchObject({ rp: { id: home.rpId } })
})

test('a network that asks too often is asked to wait', async () => {
  const ask = () => startPasskeyUse('203.0.113.9')
  for (let time = 0; time < 100; time += 1) await ask()
  expect(await refused(ask())).toBe('sign-in-too-often')
})
