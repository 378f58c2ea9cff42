import { expect, test } from 'vitest'
import { attempts, people, sessions } from '../../db/schema'
import { signInFrom } from '../../server/auth'
import { addMember } from '../../server/member/add-member'
import { readPerson } from '../../server/member/read-member'
import { signIn } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { aFoundedDesk, password } from '../founding'

const db = await freshDatabase()
const { desk } = await aFoundedDesk()
let addresses = 0
// Each test comes from a network address of its own, so that none spends another's attempts.
const anAddress = () => `192.0.2.${++addresses}`
const aMember = (email: string) => addMember({ desk, email, name: 'Maren Holt', role: 'editor', password })

test('the right password starts a session of that person', async () => {
  const sessionId = await signIn({ email: 'ruth@meridian.example', password, address: anAddress() })
  expect(await readPerson(sessionId)).toMatchObject({ name: 'Ruth Abel', sessionId })
})

test('an unknown e-mail and a wrong password get the same answer', async () => {
  const address = anAddress()
  const wrong = await signIn({ email: 'ruth@meridian.example', password: 'wrong', address }).catch(
    (error) => error,
  )
  const unknown = await signIn({ email: 'nobody@meridian.example', password, address }).catch(
    (error) => error,
  )
  expect(wrong.refusal).toEqual({ code: 'sign-in-wrong' })
  expect(unknown.refusal).toEqual(wrong.refusal)
})

test('no password is kept as it was typed', async () => {
  const [person] = await db.select().from(people)
  expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('of many guesses at one e-mail, sent at once from one place, ten are judged and the rest must wait', async () => {
  await aMember('guessed@meridian.example')
  const address = anAddress()
  const guess = (typed: string) => signIn({ email: 'guessed@meridian.example', password: typed, address })
  const guesses = await Promise.allSettled(Array.from({ length: 15 }, () => guess('a guess')))
  const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.refusal.code : 'let in'))
  expect(codes.filter((code) => code === 'sign-in-wrong')).toHaveLength(10)
  expect(codes.filter((code) => code === 'sign-in-too-often')).toHaveLength(5)
  await expect(guess(password)).rejects.toMatchObject({
    refusal: { code: 'sign-in-too-often', values: { minutes: 15 } },
  })
})

test('ten wrong guesses from elsewhere do not lock the owner of an e-mail out', async () => {
  const email = 'owner@meridian.example'
  await aMember(email)
  const elsewhere = anAddress()
  for (let guess = 0; guess < 12; guess += 1)
    await signIn({ email, password: 'a guess', address: elsewhere }).catch(() => null)
  expect(await signIn({ email, password, address: anAddress() })).toBeTruthy()
})

test('of guesses at one e-mail from everywhere, a hundred are judged', async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: 103 }, () =>
      signIn({ email: 'sought@meridian.example', password: 'x', address: anAddress() }),
    ),
  )
  const refused = tries.filter(
    (one) => one.status === 'rejected' && one.reason.refusal.code === 'sign-in-too-often',
  )
  expect(refused).toHaveLength(3)
})

test('a member whom the browser knows gets in while their e-mail is under attack from everywhere', async () => {
  const email = 'besieged@meridian.example'
  await aMember(email)
  let devices = ''
  const headers = (cookie = '') => ({ 'x-forwarded-for': anAddress(), cookie })
  await signInFrom({ email, password }, headers(), (kept) => {
    devices = kept
  })
  const attack = () => signIn({ email, password: 'a guess', address: anAddress() })
  await Promise.allSettled(Array.from({ length: 101 }, attack))
  const tooOften = /sign-in-too-often/
  await expect(signInFrom({ email, password }, headers())).rejects.toThrow(tooOften)
  expect(await signInFrom({ email, password }, headers(`x=y; proofroom-device=${devices}`))).toBeTruthy()
  // The attack goes on against a closed door: the owner's sign-in did not open it again.
  await expect(attack()).rejects.toMatchObject({ refusal: { code: 'sign-in-too-often' } })
})

test('of twenty guesses at once from a browser that is known, ten are judged', async () => {
  const email = 'stolen@meridian.example'
  await aMember(email)
  let devices = ''
  await signInFrom({ email, password }, {}, (kept) => {
    devices = kept
  })
  const guess = (typed: string) =>
    signInFrom(
      { email, password: typed },
      { 'x-forwarded-for': anAddress(), cookie: `proofroom-device=${devices}` },
    )
  const guesses = await Promise.allSettled(Array.from({ length: 20 }, () => guess('a guess')))
  const said = guesses.map((one) => (one.status === 'rejected' ? String(one.reason.message) : 'let in'))
  expect(said.filter((one) => one.includes('sign-in-wrong'))).toHaveLength(10)
  expect(said.filter((one) => one.includes('sign-in-too-often'))).toHaveLength(10)
  // Whoever has only the password, from a browser of their own, is another one.
  expect(await signInFrom({ email, password }, { 'x-forwarded-for': anAddress() })).toBeTruthy()
})

test('a browser is known for whoever signed in there, not for the next address', async () => {
  await aMember('first@meridian.example')
  let devices = ''
  await signInFrom({ email: 'first@meridian.example', password }, {}, (kept) => {
    devices = kept
  })
  const email = 'second@meridian.example'
  await aMember(email)
  const guess = () =>
    signInFrom(
      { email, password: 'a guess' },
      { 'x-forwarded-for': address, cookie: `proofroom-device=${devices}` },
    )
  const address = anAddress()
  const said = await Promise.allSettled(Array.from({ length: 12 }, guess))
  const tooOften = said.filter((one) => one.status === 'rejected' && /too-often/.test(one.reason.message))
  expect(tooOften).toHaveLength(2)
  // The pair of network and e-mail was counted, which a known browser is not.
  await expect(signIn({ email, password, address })).rejects.toMatchObject({
    refusal: { code: 'sign-in-too-often' },
  })
})

test('the addresses of one IPv6 network are one', async () => {
  const email = 'wide@meridian.example'
  await aMember(email)
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) =>
      signIn({ email, password: 'x', address: `2001:db8:7:7::${n.toString(16)}` }),
    ),
  )
  const refused = tries.filter(
    (one) => one.status === 'rejected' && one.reason.refusal.code === 'sign-in-too-often',
  )
  expect(refused).toHaveLength(2)
})

test('one network address cannot try one e-mail after another', async () => {
  const address = anAddress()
  const tries = await Promise.allSettled(
    Array.from({ length: 104 }, (_, n) =>
      signIn({ email: `n${n}@meridian.example`, password: 'x', address }),
    ),
  )
  const refused = tries.filter(
    (one) => one.status === 'rejected' && one.reason.refusal.code === 'sign-in-too-often',
  )
  expect(refused).toHaveLength(4)
})

test('signing in takes back the attempts before it', async () => {
  await aMember('typist@meridian.example')
  const address = anAddress()
  const attempt = (typed: string) =>
    signIn({ email: 'typist@meridian.example', password: typed, address }).catch(() => null)
  for (let round = 0; round < 2; round += 1) {
    for (let typo = 0; typo < 9; typo += 1) expect(await attempt('typo')).toBeNull()
    expect(await attempt(password)).not.toBeNull()
  }
})

test('a password is the same however the keyboard composes its letters', async () => {
  const email = 'accent@meridian.example'
  await addMember({ desk, email, name: 'Zoë', role: 'editor', password: 'un café très long' })
  const decomposed = 'un café très long'.normalize('NFD')
  expect(await signIn({ email, password: decomposed, address: anAddress() })).toBeTruthy()
})

test('what was typed as an e-mail is not kept', async () => {
  await signIn({ email: 'my-password-by-mistake', password: 'x', address: anAddress() }).catch(() => null)
  expect(JSON.stringify(await db.select().from(attempts))).not.toContain('mistake')
})

test('next-auth is told a session’s id, or the refusal', async () => {
  const id = await signInFrom(
    { email: ' RUTH@meridian.example', password },
    { 'x-forwarded-for': anAddress() },
  )
  expect((await db.select().from(sessions)).map((session) => session.id)).toContain(id)
  await expect(signInFrom({ email: 'ruth', password }, {})).rejects.toThrow('{"code":"sign-in-wrong"}')
})
