import { TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import type { Member } from '../../server/member/member'
import { Refused } from '../../server/refusal'
import { createCaller } from '../../server/router'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

await freshDatabase()
const desk = await aDesk()
const [lena, jonas, ana] = [
  await onDesk('reviewer', desk),
  await onDesk('editor', desk),
  await onDesk('observer', desk),
]

/** The newsroom as this member's browser meets it. */
const asked = ({ personId, name }: Member) =>
  createCaller({ person: { id: personId, name, email: '', sessionId: '', language: 'en' } }).review

/** The code a call is refused with. */
async function refused(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof TRPCError && error.cause instanceof Refused) return error.cause.refusal.code
  throw error
}

async function aReadyClaim() {
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const request = {
    desk: desk.slug,
    claimId: claim.id,
    version: null,
    kind: 'first',
    publicNote: '',
  } as const
  return { room, request: { ...request, hash: await room.hashOf(claim.id) } }
}

test('a claim goes from a reviewer’s browser to readers by three calls', async () => {
  const { room, request } = await aReadyClaim()
  const { submissionId } = await asked(lena).submit(request)
  const { waiting } = await asked(jonas).counts({ desk: desk.slug })
  expect(waiting).toBe(1)
  const decided = await asked(jonas).decide({ desk: desk.slug, submissionId, decision: 'approved', note: '' })
  expect(decided.publication).toMatchObject({ version: 1 })
  const stages = await asked(ana).stages({ desk: desk.slug, articleId: room.articleId })
  expect(stages).toMatchObject([{ stage: 'published' }])
})

test('an observer reads the queue and submits nothing', async () => {
  const { request } = await aReadyClaim()
  expect(await asked(ana).queue({ desk: desk.slug })).toMatchObject({ waiting: [] })
  expect(await refused(asked(ana).submit(request))).toBe('role-too-low')
})

test('a reviewer who sends a decision by hand is refused for the role', async () => {
  const { submissionId } = await asked(lena).submit((await aReadyClaim()).request)
  const call = asked(await onDesk('reviewer', desk)).decide({
    ...{ desk: desk.slug, submissionId, decision: 'approved', note: '' },
  })
  expect(await refused(call)).toBe('role-too-low')
})

test('who is not on the desk finds no desk', async () => {
  const stranger = await onDesk('admin', await aDesk())
  expect(await refused(asked(stranger).queue({ desk: desk.slug }))).toBe('desk-unknown')
})

test('who is signed out is told so', async () => {
  const nobody = createCaller({ person: null }).review
  expect(await refused(nobody.queue({ desk: desk.slug }))).toBe('signed-out')
})

test('a hash that is no hash is not even looked at', async () => {
  const { request } = await aReadyClaim()
  await expect(asked(lena).submit({ ...request, hash: 'short' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})
