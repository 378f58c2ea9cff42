import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { decode } from 'next-auth/jwt'
import { afterAll, afterEach, expect, test } from 'vitest'
import { authOptions, type Kept } from '../../app/api/auth/options'
import { auditEntries, identities, mails, people } from '../../db/schema'
import { authSecret, sessionCookieName, signInByCodeFrom } from '../../server/auth'
import { addMember } from '../../server/member/add-member'
import { invite } from '../../server/member/invitation/invite'
import { removeMember } from '../../server/member/manage-member'
import { readMember, readMemberByEmail, readPerson } from '../../server/member/read-member'
import { confirmFactor, startFactor } from '../../server/session/factor/change-factor'
import { codeAt } from '../../server/session/factor/factor'
import { startSession } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'
import { type Account, startIdentityProvider } from '../identity-provider'

// What next-auth's route handlers call, without the request scope of Next around them.
const { AuthHandler } = createRequire(import.meta.url)(
  join(dirname(createRequire(import.meta.url).resolve('next-auth')), 'core/index.js'),
)

const db = await freshDatabase()
const { desk } = await aFoundedDesk()
const at = '@meridian.example'
const account = (sub: string, more: Partial<Account> = {}): Account => ({
  ...{ sub, name: sub, email: `${sub}${at}`, email_verified: true },
  ...more,
})
const provider = await startIdentityProvider([
  ...['ruth', 'maren', 'stranger', 'invited', 'late', 'guarded', 'moved', 'crossed'].map((sub) =>
    account(sub),
  ),
  account('unverified', { email: `ruth${at}`, email_verified: false }),
  account('silent', { email: `ruth${at}`, email_verified: undefined }),
  account('next-owner', { email: `ruth${at}` }),
  account('reticent', { isReticent: true }),
])
afterAll(provider.close)
process.env.OIDC_ISSUER = provider.issuer
process.env.OIDC_CLIENT_ID = provider.clientId
process.env.OIDC_CLIENT_SECRET = provider.clientSecret
process.env.OIDC_NAME = 'Meridian accounts'
process.env.SECRET_KEY = 'a key of the tests, long enough for everything'
process.env.NEXTAUTH_URL = 'http://127.0.0.1:3000'
afterEach(() => provider.falsify({}))

/** A browser: it keeps cookies, and asks next-auth as the route does. */
function aBrowser() {
  const cookies: Record<string, string> = {}
  const kept: Kept = { devices: null, ticket: null, language: null, isAway: false }
  const ask = async (method: string, action: string, more: { query?: object; body?: object } = {}) => {
    const cookie = Object.entries(cookies)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ')
    const headers = { host: '127.0.0.1:3000', cookie, 'x-forwarded-for': '192.0.2.7' }
    const options = await authOptions(new Headers(headers), kept)
    const answer = await AuthHandler({
      req: { ...more, ...{ method, action, providerId: 'provider', headers, cookies: { ...cookies } } },
      options,
    })
    for (const { name, value } of answer.cookies ?? []) cookies[name] = value
    return answer
  }
  return {
    kept,
    leave: async (): Promise<string> => {
      const { body } = await ask('GET', 'csrf')
      const { redirect } = await ask('POST', 'signin', { body: { ...body, callbackUrl: `/desk/${desk}` } })
      return redirect
    },
    comeBack: async (to: string): Promise<string> =>
      (await ask('GET', 'callback', { query: Object.fromEntries(new URL(to).searchParams) })).redirect,
    person: async () => {
      const token = cookies[sessionCookieName()]
      const content = token ? await decode({ token, secret: await authSecret() }) : null
      return content ? readPerson(String(content.sid)) : null
    },
  }
}

async function signedIn(sub: string, browser = aBrowser()) {
  const end = await browser.comeBack(provider.choose(await browser.leave(), sub))
  return { end, person: await browser.person(), browser }
}

const addressed = (email: string) =>
  ({ email: `${email}${at}`, name: email, role: 'editor', password }) as const

test('a member whose address the provider has verified is signed in, and led to where they wanted', async () => {
  const { end, person } = await signedIn('ruth')
  expect(person).toMatchObject({ name: 'Ruth Abel', email: `ruth${at}` })
  expect(end).toBe(`http://127.0.0.1:3000/desk/${desk}`)
  const written = (await db.select().from(mails)).filter(({ to }) => to === `ruth${at}`)
  expect(written.map(({ subject }) => subject)).toEqual([
    'You can sign in to Proofroom with Meridian accounts',
  ])
})

test('the audit keeps who came in, and who was not let in', async () => {
  await signedIn('ruth')
  await signedIn('next-owner')
  const [ruth] = await db
    .select()
    .from(people)
    .where(eq(people.email, `ruth${at}`))
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.personId, ruth?.id ?? ''))
  expect(entries.map(({ act, outcome }) => `${act}: ${outcome}`)).toEqual(
    expect.arrayContaining(['sign in: done', 'sign in: provider-person-unknown']),
  )
})

test.each(['unverified', 'silent'])('an address that is %s opens nobody’s account', async (sub) => {
  const { end, person } = await signedIn(sub)
  expect(end).toBe('/sign-in?refused=provider-email-unverified')
  expect(person).toBeNull()
})

test('an address that nobody here has and nobody invited is let in nowhere', async () => {
  const { end, person } = await signedIn('stranger')
  expect(end).toBe('/sign-in?refused=provider-person-unknown')
  expect(person).toBeNull()
  expect(
    await db
      .select()
      .from(people)
      .where(eq(people.email, `stranger${at}`)),
  ).toEqual([])
})

test('who comes back is known by the provider’s subject, whatever address it says by now', async () => {
  await addMember({ desk, ...addressed('moved') })
  const first = await signedIn('moved')
  provider.falsify({ email: `ruth${at}` })
  const second = await signedIn('moved')
  expect(second.person?.id).toBe(first.person?.id)
  provider.falsify({ email: undefined, email_verified: undefined })
  expect((await signedIn('moved')).person?.id).toBe(first.person?.id)
})

test('an address that the provider gave to somebody else since does not open the account of who had it', async () => {
  await signedIn('ruth')
  const { end, person } = await signedIn('next-owner')
  expect(end).toBe('/sign-in?refused=provider-person-unknown')
  expect(person).toBeNull()
})

test('who was invited joins the desk as invited, and the link is used up', async () => {
  const ruth = await readMemberByEmail(desk, `ruth${at}`)
  if (!ruth) throw new Error('the founder is a member')
  await invite(ruth, { email: `invited${at}`, role: 'reviewer' })
  const { person } = await signedIn('invited')
  expect(await readMember(desk, person?.id ?? '')).toMatchObject({ name: 'invited', role: 'reviewer' })
  expect((await signedIn('invited')).person?.id).toBe(person?.id)
})

test('an invitation of somebody who has left the desk since opens nothing', async () => {
  const { memberId } = await addMember({ desk, ...addressed('inviter'), role: 'admin' })
  const inviter = await readMemberByEmail(desk, `inviter${at}`)
  if (!inviter) throw new Error('just added')
  await invite(inviter, { email: `late${at}`, role: 'reviewer' })
  await removeMember({ deskId: inviter.deskId, memberId })
  expect((await signedIn('late')).end).toBe('/sign-in?refused=provider-person-unknown')
})

test('an address that the provider says only when asked is as good', async () => {
  await addMember({ desk, ...addressed('reticent') })
  expect((await signedIn('reticent')).person).toMatchObject({ email: `reticent${at}` })
})

test('a second factor is asked for after the provider, too', async () => {
  await addMember({ desk, ...addressed('guarded') })
  const member = await readMemberByEmail(desk, `guarded${at}`)
  const personId = member?.personId ?? ''
  const own = { personId, sessionId: await startSession(personId) }
  const { secret } = await startFactor(own)
  await confirmFactor({ ...own, code: codeAt(secret, new Date(Date.now() - 30_000)) })
  const { end, person, browser } = await signedIn('guarded')
  expect(person).toBeNull()
  expect(end).toBe(`/sign-in?step=code&next=${encodeURIComponent(`/desk/${desk}`)}`)
  const headers = { cookie: `proofroom-ticket=${browser.kept.ticket}` }
  await expect(signInByCodeFrom({ code: '000000' }, headers)).rejects.toThrow('code-wrong')
  const sessionId = await signInByCodeFrom({ code: codeAt(secret, new Date()) }, headers)
  expect(await readPerson(sessionId)).toMatchObject({ email: `guarded${at}` })
})

test.each([
  ['is of another sign-in', { nonce: 'of another sign-in' }],
  ['is for another client', { aud: 'somebody else' }],
  ['is of another provider', { iss: 'https://elsewhere.example' }],
  ['has run out', { exp: Math.floor(Date.now() / 1000) - 600 }],
])('a token that %s signs nobody in', async (_, claims) => {
  const browser = aBrowser()
  const back = provider.choose(await browser.leave(), 'ruth')
  provider.falsify(claims)
  expect(await browser.comeBack(back)).toMatch(/error=OAuthCallback$/)
  expect(await browser.person()).toBeNull()
})

test('what another browser began, this one does not end', async () => {
  const [theirs, ours] = [aBrowser(), aBrowser()]
  const back = provider.choose(await theirs.leave(), 'ruth')
  await ours.leave()
  expect(await ours.comeBack(back)).toMatch(/error=OAuthCallback$/)
  expect(await ours.person()).toBeNull()
})

test('a way back that was used signs nobody in again', async () => {
  const browser = aBrowser()
  const back = provider.choose(await browser.leave(), 'ruth')
  await browser.comeBack(back)
  const again = aBrowser()
  expect(await again.comeBack(back)).toMatch(/error=OAuthCallback$/)
  expect(await again.person()).toBeNull()
})

test('two first sign-ins at once are one link', async () => {
  await addMember({ desk, ...addressed('crossed') })
  const both = await Promise.all([signedIn('crossed'), signedIn('crossed')])
  expect(both.map(({ person }) => person?.email)).toEqual([`crossed${at}`, `crossed${at}`])
  expect(await db.select().from(identities).where(eq(identities.subject, 'crossed'))).toHaveLength(1)
})

test('while the provider is down, signing in by it ends at a sentence', async () => {
  await provider.close()
  const end = await aBrowser().leave()
  await provider.open()
  expect(end).toBe('http://127.0.0.1:3000/api/auth/error?error=OAuthSignin')
})
