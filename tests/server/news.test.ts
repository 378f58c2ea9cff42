import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { articleLimits, secondVerdicts } from '../../db/schema'
import { assign } from '../../server/assignment/assign'
import { requireClearance } from '../../server/clearance/add-clearance'
import type { Member } from '../../server/member/member'
import { addOwnVerdict } from '../../server/own-verdict/add-own-verdict'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { setVerdict } from '../../server/room/doc/claim-values'
import { addSuggestion } from '../../server/suggestion/add-suggestion'
import { addComment, raiseThread } from '../../server/thread/add-comment'
import { removeThread } from '../../server/thread/remove-thread'
import { resolveThread } from '../../server/thread/resolve-thread'
import { readNews } from '../../server/visit/read-news'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, damHash, onDesk, selectorsOf } from '../newsroom'

const db = await freshDatabase()

/** An article with two claims by Lena, at which she looked last before `since`; Ruth and Jonas are editors. */
async function anArticleLeft() {
  const desk = await aDesk()
  const [lena, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const [first, second] = [aClaim({ words: 'Two thousand people' }), aClaim()]
  const room = await aRoomWith([first, second], lena)
  const { articleId } = room
  const raise = (member: Member, about: { claimId: string } | 'passage') => {
    const threadId = uuid()
    const said = { member, threadId, commentId: uuid(), text: 'Who says so?' }
    const passage = { revision: damHash, selectors: selectorsOf('gave way') }
    return raiseThread(about === 'passage' ? { ...said, articleId, passage } : { ...said, ...about }).then(
      () => threadId,
    )
  }
  /** Everything until now is of the time before she left. */
  const leave = async () => {
    const { rows } = await db.execute<{ at: string }>(sql`select clock_timestamp() as at`)
    return new Date(rows[0]?.at ?? '')
  }
  const news = (member: Member, since: Date) => readNews({ articleId, since }, member)
  const submitFirst = async () => {
    const words = {
      claimId: first.id,
      hash: await room.hashOf(first.id),
      kind: 'first',
      publicNote: '',
    } as const
    return (await submit({ ...words, member: lena })).submissionId
  }
  return { lena, ruth, jonas, first, second, room, articleId, raise, leave, news, submitFirst }
}

const nothing = { claims: [], threads: [] }

test('what others wrote in a claim since is new, and to nobody else what they wrote themselves', async () => {
  const { lena, ruth, second, room, leave, news } = await anArticleLeft()
  const since = await leave()
  expect(await news(lena, since)).toEqual(nothing)
  await room.edit(ruth, (doc) => setVerdict(doc, second, 'false', null))
  expect(await news(lena, since)).toMatchObject({
    claims: [{ claimId: second.id, what: ['written'] }],
    threads: [],
  })
  expect(await news(ruth, since)).toEqual(nothing)
})

test('talk about a claim is new in the claim and in its thread, talk about a passage in its thread alone', async () => {
  const { lena, ruth, first, raise, leave, news } = await anArticleLeft()
  const [onClaim, onPassage] = [await raise(lena, { claimId: first.id }), await raise(lena, 'passage')]
  const since = await leave()
  for (const [threadId, times] of [
    [onClaim, 2],
    [onPassage, 1],
  ] as const)
    for (let time = 0; time < times; time++)
      await addComment({ member: ruth, threadId, commentId: uuid(), text: 'I do.' })
  const { claims, threads } = await news(lena, since)
  expect(claims).toMatchObject([{ claimId: first.id, what: ['said'] }])
  expect(threads).toHaveLength(2)
  expect(threads).toEqual(
    expect.arrayContaining([
      { threadId: onClaim, claimId: first.id, comments: 2, isSettled: false },
      { threadId: onPassage, claimId: null, comments: 1, isSettled: false },
    ]),
  )
})

test('a thread that somebody else resolved or opened again is new, one that oneself did last is not', async () => {
  const { lena, ruth, first, raise, leave, news } = await anArticleLeft()
  const threadId = await raise(lena, { claimId: first.id })
  const since = await leave()
  await resolveThread({ member: ruth, threadId, isResolved: true, isDeclined: false, reason: '' })
  expect(await news(lena, since)).toMatchObject({
    claims: [{ claimId: first.id, what: ['settled'] }],
    threads: [{ threadId, comments: 0, isSettled: true }],
  })
  await resolveThread({ member: lena, threadId, isResolved: false, isDeclined: false, reason: '' })
  expect(await news(lena, since)).toEqual(nothing)
})

test('of a thread that was deleted nothing is told', async () => {
  const { lena, ruth, first, raise, leave, news } = await anArticleLeft()
  const since = await leave()
  const threadId = await raise(ruth, { claimId: first.id })
  expect((await news(lena, since)).threads).toHaveLength(1)
  await removeThread({ member: ruth, threadId })
  expect(await news(lena, since)).toEqual(nothing)
})

test('work, suggestions, own verdicts, clearances and decisions are new, each under its name', async () => {
  const { lena, ruth, jonas, first, articleId, leave, news, submitFirst } = await anArticleLeft()
  const since = await leave()
  const claimId = first.id
  const given = { articleId, claimId, seen: null, terms: null, note: '' }
  await assign({ ...given, id: uuid(), member: ruth, to: lena.id })
  const words = { field: 'statement', before: first.statement, after: 'It is.', reason: '' } as const
  await addSuggestion({ member: ruth, id: uuid(), claimId, ...words })
  await addOwnVerdict({ member: ruth, id: uuid(), claimId, verdict: 'true', reason: 'It adds up.' })
  await requireClearance({ member: ruth, id: uuid(), claimId, name: 'Legal', why: 'Names.', of: jonas.id })
  const submissionId = await submitFirst()
  await decide({ member: ruth, submissionId, decision: 'returned', note: 'Which?' })
  const [told, ...others] = (await news(lena, since)).claims
  expect(others).toEqual([])
  expect(told?.what.toSorted()).toEqual(['clearance', 'own-verdict', 'signed', 'suggestion', 'work'])
  expect((await news(ruth, since)).claims).toMatchObject([{ claimId, what: ['signed'] }])
})

test('of what a member may not know nothing is told: another desk, a limit, a claim they judge blind', async () => {
  const { lena, ruth, jonas, first, articleId, raise, room, leave, news } = await anArticleLeft()
  const since = await leave()
  await room.edit(lena, (doc) => setVerdict(doc, first, 'false', null))
  await raise(lena, 'passage')
  expect((await news(ruth, since)).claims).toHaveLength(1)
  expect(await news(await onDesk('admin', await aDesk()), since)).toEqual(nothing)
  const { deskId } = ruth
  const asked = { articleId, claimId: first.id, deskId, askedOf: ruth.id, askedBy: jonas.id }
  await db.insert(secondVerdicts).values({ id: uuid(), ...asked })
  expect(await news(ruth, since)).toEqual(nothing)
  await db.insert(articleLimits).values({ articleId, members: [lena.id], limitedBy: lena.id })
  expect(await news(jonas, since)).toEqual(nothing)
})
