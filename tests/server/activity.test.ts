import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { roomUpdates } from '../../db/schema'
import { removeArticle } from '../../server/deleted/remove-article'
import { readActivity } from '../../server/member/activity/read-activity'
import { removeMember } from '../../server/member/manage-member'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { addSuggestion } from '../../server/suggestion/add-suggestion'
import { raiseThread } from '../../server/thread/add-comment'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

async function aSubmittedClaim() {
  const desk = await aDesk()
  const [author, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  const asked = {
    claimId: claim.id,
    hash: await room.hashOf(claim.id),
    kind: 'first',
    publicNote: '',
  } as const
  return { author, editor, claim, ...(await submit({ ...asked, member: author })) }
}

const kindsOf = (page: { done: { kind: string }[] }) => page.done.map(({ kind }) => kind)

test('what a member wrote, said, suggested, submitted and decided stands in their list, newest first', async () => {
  const { author, editor, claim, submissionId } = await aSubmittedClaim()
  await raiseThread({
    member: author,
    claimId: claim.id,
    threadId: uuid(),
    commentId: uuid(),
    text: 'Who says?',
  })
  const words = { field: 'statement', before: 'So it is.', after: 'So it was.', reason: '' } as const
  await addSuggestion({ member: editor, id: uuid(), claimId: claim.id, ...words })
  await decide({
    member: editor,
    submissionId,
    decision: 'returned',
    note: 'Ask the treasury.',
  })
  const [authors, editors] = [
    await readActivity(editor, author.id, null),
    await readActivity(author, editor.id, null),
  ]
  expect(kindsOf(authors).slice(0, 3)).toEqual(['commented', 'submitted', 'edited'])
  expect(kindsOf(editors)).toEqual(['returned', 'suggested'])
  expect(editors.done[0]).toMatchObject({ claimId: claim.id, claim: claim.statement })
  expect(authors.member).toMatchObject({ name: author.name, role: author.role, removedAt: null })
})

test('edits are told by the day in the desk’s time zone', async () => {
  const desk = await aDesk({ timeZone: 'Pacific/Auckland' })
  const author = await onDesk('reviewer', desk)
  const room = await aRoomWith([], author)
  const claims = [uuid(), uuid()]
  const wrote = async (sequence: number, at: string, claim: string | undefined) => {
    const row = { document: `article:${room.articleId}`, sequence, fence: 0, memberId: author.id }
    await db
      .insert(roomUpdates)
      .values({ ...row, at: new Date(at), claims: claim ? [claim] : [], bytes: Buffer.from([0, 0]) })
  }
  await room.edit(author, (doc) => doc)
  await wrote(101, '2026-03-05T10:00:00Z', claims[0])
  await wrote(102, '2026-03-05T10:30:00Z', claims[1])
  // Half past midnight of the next day there.
  await wrote(103, '2026-03-05T11:30:00Z', claims[1])
  const { done } = await readActivity(author, author.id, null)
  const edits = done.filter(
    ({ kind, at }) => kind === 'edited' && at.getUTCFullYear() === 2026 && at.getUTCMonth() === 2,
  )
  expect(edits.map(({ claims }) => claims)).toEqual([1, 2])
})

test('a long list is read page after page, each thing once', async () => {
  const { author, editor, claim } = await aSubmittedClaim()
  const said = { member: editor, claimId: claim.id, text: 'Once more.' }
  for (let count = 0; count < 57; count += 1)
    await raiseThread({ ...said, threadId: uuid(), commentId: uuid() })
  const first = await readActivity(author, editor.id, null)
  const second = await readActivity(author, editor.id, first.next)
  expect([first.done.length, second.done.length, second.next]).toEqual([50, 7, null])
  expect(new Set([...first.done, ...second.done].map(({ id }) => id)).size).toBe(57)
})

test('nothing of an article that is deleted is told', async () => {
  const desk = await aDesk()
  const [author, editor] = [await onDesk('reviewer', desk), await onDesk('editor', desk)]
  const { articleId } = await aRoomWith([aClaim()], author)
  await removeArticle({ member: editor, articleId })
  expect((await readActivity(editor, author.id, null)).done).toEqual([])
})

test('who left is still known to the desk, and to no other', async () => {
  const desk = await aDesk()
  const [gone, admin] = [await onDesk('reviewer', desk), await onDesk('admin', desk)]
  await removeMember({ deskId: desk.id, memberId: gone.id })
  expect((await readActivity(admin, gone.id, null)).member.removedAt).toBeInstanceOf(Date)
  expect(await refusalOf(readActivity(await onDesk('admin', await aDesk()), gone.id, null))).toBe(
    'member-unknown',
  )
})
