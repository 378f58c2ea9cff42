import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { Reply } from '../../server/claim/asked/reply'
import { tellDueReplies } from '../../server/claim/asked/tell-due-replies'
import type { Member } from '../../server/member/member'
import { readNotices } from '../../server/notice/read-notices'
import { setReplyField } from '../../server/room/doc/entries/asked-values'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk } from '../newsroom'

await freshDatabase()
const aReply = (parts: Partial<Reply> = {}): Reply => ({
  ...{ id: uuid(), whom: 'The ministry', way: 'mail', askedAt: '2026-03-04', deadline: '2026-03-05' },
  ...{ answer: '', answeredAt: '', unansweredBy: '', ...parts },
})
const told = async (member: Member) =>
  (await readNotices(member, null)).notices.filter(({ kind }) => kind === 'reply-due')

test('who wrote in a claim and the editors are told once that the day for an answer has passed', async () => {
  const desk = await aDesk()
  const [writer, editor, other] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('reviewer', desk),
  ]
  const [late, answered] = [aReply(), aReply({ answer: 'We stand by it.' })]
  const claim = aClaim({ replies: [late, answered, aReply({ deadline: '' })] })
  const { edit } = await aRoomWith([claim], writer)
  expect(await tellDueReplies(new Date('2026-03-05T18:00:00Z'))).toBe(0)
  for (const _ of [1, 2]) expect(await tellDueReplies(new Date('2026-03-06T09:00:00Z'))).toBe(1)
  for (const member of [writer, editor]) expect(await told(member)).toMatchObject([{ claimId: claim.id }])
  expect(await told(other)).toEqual([])

  await edit(writer, (doc) =>
    setReplyField(doc, { claimId: claim.id, id: late.id }, 'deadline', '2026-03-09'),
  )
  expect(await tellDueReplies(new Date('2026-03-09T09:00:00Z'))).toBe(0)
  await tellDueReplies(new Date('2026-03-10T09:00:00Z'))
  expect(await told(editor)).toHaveLength(2)
  await edit(writer, (doc) =>
    setReplyField(doc, { claimId: claim.id, id: late.id }, 'answer', 'It was 2,140.'),
  )
  expect(await tellDueReplies(new Date('2026-03-11T09:00:00Z'))).toBe(0)
})
