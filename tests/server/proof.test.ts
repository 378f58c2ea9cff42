import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { desks, people, sessions } from '../../db/schema'
import { readPerson } from '../../server/member/read-member'
import { createCaller } from '../../server/router'
import { hashPassword } from '../../server/session/password'
import { keepProof } from '../../server/session/proof/keep-proof'
import { startSession } from '../../server/session/sign-in'
import { freshDatabase } from '../database'
import { password } from '../founding'
import { aClaim, aDesk, anArticle, onDesk, refusalOf } from '../newsroom'
import { submitted } from '../publishing'

const db = await freshDatabase()
const desk = await aDesk({ editorsProveIdentity: true })
const [author, editor, admin] = [
  await onDesk('reviewer', desk),
  await onDesk('editor', desk),
  await onDesk('admin', desk),
]
const article = await anArticle(author)
const at = { desk: desk.slug }
beforeAll(async () => void (await db.update(people).set({ passwordHash: await hashPassword(password) })))

/** A member at a browser that was signed in this many minutes ago. */
async function signedIn({ personId }: typeof editor, minutes: number) {
  const sessionId = await startSession(personId)
  const provedAt = new Date(Date.now() - minutes * 60_000)
  await db.update(sessions).set({ provedAt }).where(eq(sessions.id, sessionId))
  const person = await readPerson(sessionId)
  return { sessionId, personId, newsroom: createCaller({ person }) }
}

const aSubmission = async () => (await submitted({ desk, author, editor, article }, aClaim())).id
const refused = (call: Promise<unknown>) =>
  refusalOf(call.catch((error) => Promise.reject(error.cause ?? error)))

test('an editor who has not shown for long who they are decides after showing it', async () => {
  const { newsroom } = await signedIn(editor, 16)
  const choice = { ...at, submissionId: await aSubmission(), decision: 'approved', note: '' } as const
  expect(await refused(newsroom.review.decide(choice))).toBe('prove-identity-first')
  await newsroom.session.prove({ password })
  expect(await newsroom.review.decide(choice)).toMatchObject({ publication: { version: 1 } })
})

test('an editor who has just signed in is not asked', async () => {
  const { newsroom } = await signedIn(editor, 14)
  const choice = { ...at, submissionId: await aSubmission(), decision: 'returned', note: 'Why?' } as const
  expect(await newsroom.review.decide(choice)).toEqual({ publication: null })
})

test('showing it on one device says nothing of another', async () => {
  const [here, there] = [await signedIn(editor, 20), await signedIn(editor, 20)]
  await here.newsroom.session.prove({ password })
  const choice = { ...at, submissionId: await aSubmission(), decision: 'returned', note: 'Why?' } as const
  expect(await refused(there.newsroom.review.decide(choice))).toBe('prove-identity-first')
})

test('a window left open cannot take the question away, invite anybody or change a role', async () => {
  const { newsroom } = await signedIn(admin, 20)
  const was = { editorsProveIdentity: true, needsSecondFactor: false }
  const off = newsroom.settings.changeIdentity({ ...at, was, to: { ...was, editorsProveIdentity: false } })
  expect(await refused(off)).toBe('prove-identity-first')
  const invited = newsroom.member.invite({ ...at, email: 'a@b.example', role: 'admin' })
  expect(await refused(invited)).toBe('prove-identity-first')
  const raised = newsroom.member.changeRole({ ...at, memberId: author.id, was: 'reviewer', role: 'admin' })
  expect(await refused(raised)).toBe('prove-identity-first')
})

test('reading asks nobody', async () => {
  const { newsroom } = await signedIn(admin, 900)
  expect(await newsroom.member.invitations(at)).toEqual([])
  expect(await newsroom.review.queue(at)).toBeTruthy()
})

test('who may not decide hears that, and is not asked', async () => {
  const { newsroom } = await signedIn(author, 900)
  const choice = { ...at, submissionId: await aSubmission(), decision: 'approved', note: '' } as const
  expect(await refused(newsroom.review.decide(choice))).toBe('role-too-low')
})

test('a wrong password shows nothing, and ten at once from one session are all that are judged', async () => {
  const { personId, sessionId, newsroom } = await signedIn(editor, 20)
  const guess = () => keepProof({ personId, sessionId, password: 'a guess' })
  const said = await Promise.all(Array.from({ length: 20 }, () => refusalOf(guess())))
  expect(said.filter((code) => code === 'password-wrong')).toHaveLength(10)
  expect(said.filter((code) => code === 'sign-in-too-often')).toHaveLength(10)
  const choice = { ...at, submissionId: await aSubmission(), decision: 'returned', note: 'Why?' } as const
  expect(await refused(newsroom.review.decide(choice))).toBe('prove-identity-first')
})

test('a desk that does not ask is as before', async () => {
  await db.update(desks).set({ editorsProveIdentity: false }).where(eq(desks.id, desk.id))
  const { newsroom } = await signedIn(editor, 900)
  const choice = { ...at, submissionId: await aSubmission(), decision: 'returned', note: 'Why?' } as const
  expect(await newsroom.review.decide(choice)).toEqual({ publication: null })
})
