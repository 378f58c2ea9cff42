import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { mails, noticeSettings, notices, people } from '../../db/schema'
import { noticeKinds } from '../../db/vocabulary'
import { removeMember } from '../../server/member/manage-member'
import type { Member } from '../../server/member/member'
import { changeNoticeSettings } from '../../server/notice/change-notice-settings'
import { markRead } from '../../server/notice/mark-read'
import { type NoticeSettings, usualNotices } from '../../server/notice/notice'
import { countUnread, readNoticeSettings, readNotices } from '../../server/notice/read-notices'
import { sendDigests } from '../../server/notice/send-digests'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { claimIndex } from '../../server/room/doc/room-doc'
import { addComment, raiseThread } from '../../server/thread/add-comment'
import { changeComment } from '../../server/thread/change-comment'
import { removeThread } from '../../server/thread/remove-thread'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()
const origin = 'https://checks.example'

async function aBusyDesk() {
  const desk = await aDesk()
  const [lena, idris, ruth] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const raise = async (member: Member, text: string) => {
    const said = { threadId: uuid(), commentId: uuid(), text }
    await raiseThread({ ...said, member, claimId: claim.id })
    return said
  }
  const ask = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: lena, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  return { desk, lena, idris, ruth, claim, room, raise, ask }
}

const kindsOf = async (member: Member) => (await readNotices(member, null)).notices.map(({ kind }) => kind)

test('who is mentioned is told once, others in the thread of the answer, and never whoever said it', async () => {
  const { lena, idris, ruth, claim, raise } = await aBusyDesk()
  const said = await raise(lena, `<@${idris.id}> and <@editor>: who says so?`)
  await raiseThread({ ...said, member: lena, claimId: claim.id })
  await changeComment({ member: lena, commentId: said.commentId, text: `<@${idris.id}>: who?`, version: 1 })
  expect(await kindsOf(idris)).toEqual(['mentioned'])
  expect(await kindsOf(ruth)).toEqual(['mentioned'])
  await addComment({ member: idris, threadId: said.threadId, commentId: uuid(), text: 'The ministry.' })
  expect(await kindsOf(lena)).toEqual(['answered'])
  expect(await kindsOf(idris)).toEqual(['mentioned'])
  expect((await readNotices(idris, null)).notices[0]).toMatchObject({
    by: { id: lena.id, name: lena.name },
    claimId: claim.id,
    about: claim.statement,
    commentId: said.commentId,
    isRead: false,
  })
})

test('editors hear of a submission, authors of the decision about it', async () => {
  const { lena, idris, ruth, ask } = await aBusyDesk()
  const first = await ask()
  expect(await kindsOf(ruth)).toEqual(['submitted'])
  expect(await kindsOf(idris)).toEqual([])
  await decide({ member: ruth, submissionId: first.submissionId, decision: 'returned', note: 'Which year?' })
  expect(await kindsOf(lena)).toEqual(['returned'])
  const second = await ask()
  await decide({ member: ruth, submissionId: second.submissionId, decision: 'approved', note: '' })
  expect(await kindsOf(lena)).toEqual(['published', 'returned'])
})

test('what is refused tells nobody', async () => {
  const { lena, idris, raise } = await aBusyDesk()
  const { threadId } = await raise(lena, 'Who?')
  const foreign = { member: idris, threadId: uuid(), commentId: uuid(), text: `<@${lena.id}>` }
  expect(await refusalOf(addComment(foreign))).toBe('thread-unknown')
  await removeThread({ member: lena, threadId })
  expect(await kindsOf(lena)).toEqual([])
})

test('one reads and marks what is one’s own, and nobody else’s', async () => {
  const { lena, idris, ruth, raise } = await aBusyDesk()
  await raise(lena, `<@${idris.id}> <@${ruth.id}> one`)
  await raise(lena, `<@${idris.id}> two`)
  expect(await countUnread(idris)).toBe(2)
  const [newest] = (await readNotices(idris, null)).notices
  await markRead({ member: ruth, ids: newest ? [newest.id] : [] })
  expect(await countUnread(idris)).toBe(2)
  await markRead({ member: idris, ids: newest ? [newest.id] : [] })
  expect(await countUnread(idris)).toBe(1)
  await markRead({ member: idris, ids: 'all' })
  expect(await countUnread(idris)).toBe(0)
  expect(await countUnread(ruth)).toBe(1)
})

test('many notices are read page by page, each once', async () => {
  const { lena, idris, raise } = await aBusyDesk()
  for (let number = 0; number < 35; number++) await raise(lena, `<@${idris.id}> ${number}`)
  const first = await readNotices(idris, null)
  const second = await readNotices(idris, first.next)
  expect(second.next).toBeNull()
  const ids = [...first.notices, ...second.notices].map(({ id }) => id)
  expect(new Set(ids).size).toBe(35)
})

test('of what was deleted nothing is told any more', async () => {
  const { lena, idris, claim, room, raise } = await aBusyDesk()
  const { threadId } = await raise(lena, `<@${idris.id}> one`)
  await raise(lena, `<@${idris.id}> two`)
  await removeThread({ member: lena, threadId })
  expect(await countUnread(idris)).toBe(1)
  await room.edit(lena, (doc) => void claimIndex(doc).delete(claim.id))
  expect(await countUnread(idris)).toBe(0)
  expect((await readNotices(idris, null)).notices).toEqual([])
})

test('who does not want to know is not told, and two windows do not undo each other', async () => {
  const { lena, idris, raise } = await aBusyDesk()
  const quiet: NoticeSettings = { ...usualNotices, told: ['assigned'] }
  await changeNoticeSettings({ member: idris, was: usualNotices, to: quiet })
  expect(await readNoticeSettings(idris.id)).toEqual(quiet)
  await raise(lena, `<@${idris.id}> one`)
  expect(await countUnread(idris)).toBe(0)
  const late = { member: idris, was: usualNotices, to: { ...usualNotices, rhythm: 'never' as const } }
  expect(await refusalOf(changeNoticeSettings(late))).toBe('setting-changed')
})

/** An hour and a minute from now. */
const later = () => new Date(Date.now() + 61 * 60_000)

/** As if somebody had chosen this before mentions were told of. */
const chosenBefore = (member: Member) =>
  db.insert(noticeSettings).values({
    ...{ memberId: member.id, rhythm: 'hourly', told: ['assigned'], mailed: [] },
    known: noticeKinds.filter((kind) => kind !== 'mentioned'),
  })

test('of a kind that came after somebody chose, what is usual holds: it is told and mailed, and they see it chosen', async () => {
  const { lena, idris, raise } = await aBusyDesk()
  await chosenBefore(idris)
  expect(await readNoticeSettings(idris.id)).toEqual({
    ...{ told: ['mentioned', 'assigned'], mailed: ['mentioned'], rhythm: 'hourly' },
  })
  await raise(lena, `<@${idris.id}> one`)
  expect(await countUnread(idris)).toBe(1)
  await sendDigests({ now: later(), origin })
  expect(await mailTo(idris)).toHaveLength(1)
})

test('who chooses again has seen the kinds there are now, and is not told of what they leave out', async () => {
  const { lena, idris, raise } = await aBusyDesk()
  await chosenBefore(idris)
  const quiet: NoticeSettings = { told: ['assigned'], mailed: [], rhythm: 'hourly' }
  await changeNoticeSettings({ member: idris, was: await readNoticeSettings(idris.id), to: quiet })
  expect(await readNoticeSettings(idris.id)).toEqual(quiet)
  await raise(lena, `<@${idris.id}> one`)
  expect(await countUnread(idris)).toBe(0)
})

test('who chose before reports were told of is told of them', async () => {
  const { idris } = await aBusyDesk()
  const before = { told: ['mentioned' as const], mailed: [], rhythm: 'daily' as const }
  // The column says which kinds there were where nobody kept it.
  await db.insert(noticeSettings).values({ memberId: idris.id, ...before })
  const { told, mailed } = await readNoticeSettings(idris.id)
  expect(told).toEqual([
    ...['mentioned', 'reported', 'subscriber-silent', 'source-changed', 'passage-changed'],
    ...['overturned', 'reply-due'],
    ...['explanation-sent', 'explanation-approved', 'explanation-returned'],
    ...['retraction-sent', 'retraction-approved', 'retraction-returned'],
  ])
  expect(mailed).toEqual([
    ...['reported', 'subscriber-silent', 'passage-changed', 'overturned', 'reply-due'],
    ...['explanation-sent', 'explanation-returned'],
    ...['retraction-sent', 'retraction-returned'],
  ])
})

async function mailTo(member: Member) {
  const [person] = await db.select().from(people).where(eq(people.id, member.personId))
  return db
    .select()
    .from(mails)
    .where(eq(mails.to, person?.email ?? ''))
}

test('what has waited unread for an hour goes out in one mail, once, however many look', async () => {
  const { lena, idris, desk, raise } = await aBusyDesk()
  await raise(lena, `<@${idris.id}> one`)
  await raise(lena, `<@${idris.id}> two`)
  await sendDigests({ now: new Date(), origin })
  expect(await mailTo(idris)).toEqual([])
  await Promise.all([1, 2, 3].map(() => sendDigests({ now: later(), origin })))
  await sendDigests({ now: later(), origin })
  const [mail, ...others] = await mailTo(idris)
  expect(others).toEqual([])
  expect(mail?.subject).toContain('2 notices')
  expect(mail?.text).toContain(`${lena.name} mentioned you`)
  expect(mail?.text).toContain(`${origin}/desk/${desk.slug}/articles/`)
})

test('a mention is mailed, however much came after it that is not', async () => {
  const { desk, lena, ruth, claim, room, raise } = await aBusyDesk()
  await raise(lena, `<@${ruth.id}> one`)
  const told = { deskId: desk.id, memberId: ruth.id, byId: lena.id, kind: 'submitted' as const }
  const about = { articleId: room.articleId, claimId: claim.id }
  await db
    .insert(notices)
    .values(
      Array.from({ length: 120 }, (_, n) => ({ ...told, ...about, id: uuid(), key: `${desk.id} ${n}` })),
    )
  expect(await sendDigests({ now: later(), origin })).toBeGreaterThan(0)
  const [mail] = await mailTo(ruth)
  expect(mail?.text).toContain(`${lena.name} mentioned you`)
  expect(mail?.text).not.toContain('submitted')
})

test('no mail tells of what was read, is not wanted by mail, or concerns somebody who has left', async () => {
  const { lena, idris, ruth, desk, raise } = await aBusyDesk()
  const said = await raise(lena, `<@${idris.id}> one`)
  await addComment({ member: idris, threadId: said.threadId, commentId: uuid(), text: 'The ministry.' })
  await markRead({ member: idris, ids: 'all' })
  await raise(lena, `<@${ruth.id}> two`)
  await onDesk('admin', desk)
  await removeMember({ deskId: desk.id, memberId: ruth.id })
  await sendDigests({ now: later(), origin })
  // Lena was answered, which goes by mail only to who asks for it.
  for (const member of [lena, idris, ruth]) expect(await mailTo(member)).toEqual([])
})

test('a notice is there once for what happened once', async () => {
  const { lena, idris, raise } = await aBusyDesk()
  await raise(lena, `<@${idris.id}> one`)
  const rows = await db.select().from(notices).where(eq(notices.memberId, idris.id))
  await expect(db.insert(notices).values(rows.map((row) => ({ ...row, id: uuid() })))).rejects.toThrow()
})
