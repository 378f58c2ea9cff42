import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { claims, comments, mentions } from '../../db/schema'
import { readDeleted } from '../../server/deleted/read-deleted'
import { removeArticle } from '../../server/deleted/remove-article'
import type { Member } from '../../server/member/member'
import { readNotices } from '../../server/notice/read-notices'
import { claimIndex } from '../../server/room/doc/room-doc'
import { addComment, raiseThread } from '../../server/thread/add-comment'
import { changeComment } from '../../server/thread/change-comment'
import { readMentions } from '../../server/thread/mention/read-mentions'
import { countThreads, readPassageThreads, readThreads, readVersions } from '../../server/thread/read-threads'
import { bringBackThread, removeThread } from '../../server/thread/remove-thread'
import { resolveThread } from '../../server/thread/resolve-thread'
import { isResolved, type Passage } from '../../server/thread/thread'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, damHash, onDesk, refusalOf, selectorsOf } from '../newsroom'

const db = await freshDatabase()

const yes = { isResolved: true, isDeclined: false, reason: '' }

/** Two reviewers and an editor of a desk, a stranger, and a claim. */
async function aDeskThatTalks() {
  const desk = await aDesk()
  const [lena, idris, ruth] = [
    await onDesk('reviewer', desk),
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const stranger = await onDesk('editor', await aDesk())
  return { desk, lena, idris, ruth, stranger, room, claimId: claim.id, articleId: room.articleId }
}

async function raise(member: Member, claimId: string, text = 'Where does the number come from?') {
  const said = { threadId: uuid(), commentId: uuid(), text }
  await raiseThread({ ...said, member, claimId })
  return said
}

test('a thread is raised, answered and read in the order it was said', async () => {
  const { lena, idris, claimId, articleId } = await aDeskThatTalks()
  const { threadId } = await raise(lena, claimId)
  await addComment({ member: idris, threadId, commentId: uuid(), text: 'From the ministry.' })
  const [thread] = await readThreads(claimId, lena)
  expect(thread?.raisedBy).toEqual({ id: lena.id, name: lena.name })
  expect(
    thread?.comments.map(({ by, text, version, editedAt }) => [by.name, text, version, editedAt]),
  ).toEqual([
    [lena.name, 'Where does the number come from?', 1, null],
    [idris.name, 'From the ministry.', 1, null],
  ])
  expect(await countThreads(articleId, idris)).toEqual([{ claimId, open: 1, comments: 2 }])
})

test('what is sent again after a lost answer is said once', async () => {
  const { lena, idris, claimId } = await aDeskThatTalks()
  const said = await raise(lena, claimId)
  await raiseThread({ ...said, member: lena, claimId })
  expect(await readThreads(claimId, lena)).toHaveLength(1)
  expect((await readThreads(claimId, lena))[0]?.comments).toHaveLength(1)
  // Under somebody else's id nothing is said.
  expect(await refusalOf(raiseThread({ ...said, member: idris, claimId }))).toBe('thread-unknown')
  const reply = { threadId: said.threadId, commentId: said.commentId, text: 'Mine.' }
  expect(await refusalOf(addComment({ ...reply, member: idris }))).toBe('comment-unknown')
})

test('a comment is changed by who said it, and keeps the words it had', async () => {
  const { lena, idris, claimId } = await aDeskThatTalks()
  const { commentId } = await raise(lena, claimId, 'Wher?')
  await changeComment({ member: lena, commentId, text: 'Where?', version: 1 })
  expect(await refusalOf(changeComment({ member: lena, commentId, text: 'Why?', version: 1 }))).toBe(
    'comment-changed',
  )
  expect(await refusalOf(changeComment({ member: idris, commentId, text: 'Why?', version: 2 }))).toBe(
    'comment-not-yours',
  )
  const [thread] = await readThreads(claimId, lena)
  expect(thread?.comments[0]).toMatchObject({ text: 'Where?', version: 2 })
  expect(thread?.comments[0]?.editedAt).toBeInstanceOf(Date)
  expect((await readVersions(commentId, idris)).map(({ text }) => text)).toEqual(['Wher?', 'Where?'])
})

test('who changed a comment in another window is told, and may then save over it', async () => {
  const { lena, claimId } = await aDeskThatTalks()
  const { commentId } = await raise(lena, claimId, 'Wher?')
  const change = (text: string, version: number) => changeComment({ member: lena, commentId, text, version })
  await change('Where?', 1)
  expect(await refusalOf(change('Where is it?', 1))).toBe('comment-changed')
  const newer = (await readThreads(claimId, lena))[0]?.comments[0]
  expect(newer).toMatchObject({ text: 'Where?', version: 2 })
  await change('Where is it?', 2)
  expect((await readVersions(commentId, lena)).map(({ text }) => text)).toEqual([
    'Wher?',
    'Where?',
    'Where is it?',
  ])
})

test('a change that is sent again after a lost answer is made once', async () => {
  const { lena, claimId } = await aDeskThatTalks()
  const { commentId } = await raise(lena, claimId, 'Wher?')
  for (let times = 0; times < 2; times += 1)
    await changeComment({ member: lena, commentId, text: 'Where?', version: 1 })
  expect(await readVersions(commentId, lena)).toHaveLength(2)
})

test('mentions are members of the desk and roles, as the newest words have them', async () => {
  const { lena, idris, stranger, claimId } = await aDeskThatTalks()
  const words = `<@${idris.id}> <@${stranger.id}> <@editor> look`
  const { commentId } = await raise(lena, claimId, words)
  const mentioned = async () => {
    const rows = await db.select().from(mentions).where(eq(mentions.commentId, commentId))
    return rows.map(({ memberId, role }) => memberId ?? role).sort()
  }
  expect(await mentioned()).toEqual([idris.id, 'editor'].sort())
  await changeComment({ member: lena, commentId, text: 'never mind', version: 1 })
  expect(await mentioned()).toEqual([])
})

test('who cannot answer is not mentioned', async () => {
  const { lena, desk, claimId } = await aDeskThatTalks()
  const observer = await onDesk('observer', desk)
  const { commentId } = await raise(lena, claimId, `<@${observer.id}> <@observer> look`)
  expect(await db.select().from(mentions).where(eq(mentions.commentId, commentId))).toEqual([])
})

test('who is mentioned, by name or by role, is asked until they answer or the thread is resolved', async () => {
  const { lena, idris, ruth, claimId } = await aDeskThatTalks()
  const { threadId, commentId } = await raise(lena, claimId, `<@${idris.id}> <@editor> who says so?`)
  expect(await readMentions(idris)).toMatchObject([
    { commentId, claimId, text: 'who says so?', by: { name: lena.name } },
  ])
  expect(await readMentions(ruth)).toHaveLength(1)
  expect(await readMentions(lena)).toEqual([])
  await addComment({ member: idris, threadId, commentId: uuid(), text: 'The ministry.' })
  expect(await readMentions(idris)).toEqual([])
  expect(await readMentions(ruth)).toHaveLength(1)
  await resolveThread({ member: lena, threadId, ...yes })
  expect(await readMentions(ruth)).toEqual([])
})

test('a thread is resolved and opened again by who raised it or an editor, with the reason kept', async () => {
  const { lena, idris, ruth, claimId, articleId } = await aDeskThatTalks()
  const { threadId } = await raise(lena, claimId)
  const settle = (member: Member, isResolved: boolean, reason = '') =>
    resolveThread({ member, threadId, isResolved, isDeclined: reason !== '', reason })
  expect(await refusalOf(settle(idris, true))).toBe('thread-not-yours')
  await settle(ruth, true, 'No: the ministry counts otherwise.')
  const [resolved] = await readThreads(claimId, lena)
  expect(resolved?.resolution).toMatchObject({
    isResolved: true,
    isDeclined: true,
    by: { name: ruth.name },
    reason: 'No: the ministry counts otherwise.',
  })
  expect(await countThreads(articleId, lena)).toEqual([])
  const more = { member: idris, threadId, commentId: uuid(), text: 'But' }
  expect(await refusalOf(addComment(more))).toBe('thread-resolved')
  await settle(lena, false)
  await addComment(more)
  const [open] = await readThreads(claimId, lena)
  expect(open && isResolved(open)).toBe(false)
})

test('a no is resolved with its reason only, and told to whoever talked in the thread', async () => {
  const { lena, idris, ruth, claimId } = await aDeskThatTalks()
  const { threadId } = await raise(lena, claimId)
  const decline = (reason: string) =>
    resolveThread({ member: ruth, threadId, isResolved: true, isDeclined: true, reason })
  for (const nothing of ['', ' \n ']) expect(await refusalOf(decline(nothing))).toBe('thread-no-reason')
  const openedWithNo = { member: ruth, threadId, isResolved: false, isDeclined: true, reason: 'No.' }
  expect(await refusalOf(resolveThread(openedWithNo))).toBe('input-wrong')
  const noticesOf = async (member: Member) => (await readNotices(member, null)).notices
  expect(await noticesOf(lena)).toEqual([])
  await decline('The ministry counts otherwise.')
  expect(await noticesOf(lena)).toMatchObject([{ kind: 'answered', by: { name: ruth.name }, threadId }])
  expect(await noticesOf(idris)).toEqual([])
})

test('a deleted thread is gone for everybody and comes back with all that was said', async () => {
  const { lena, idris, ruth, claimId } = await aDeskThatTalks()
  const { threadId } = await raise(lena, claimId)
  await addComment({ member: idris, threadId, commentId: uuid(), text: 'From the ministry.' })
  expect(await refusalOf(removeThread({ member: idris, threadId }))).toBe('thread-not-yours')
  await removeThread({ member: lena, threadId })
  expect(await readThreads(claimId, ruth)).toEqual([])
  const { things } = await readDeleted(idris, null)
  expect(things).toMatchObject([
    {
      kind: 'thread',
      id: threadId,
      claimId,
      name: 'Where does the number come from?',
      by: { name: lena.name },
    },
  ])
  expect(await refusalOf(addComment({ member: idris, threadId, commentId: uuid(), text: 'More' }))).toBe(
    'thread-unknown',
  )
  await bringBackThread({ member: ruth, threadId })
  expect((await readDeleted(idris, null)).things).toEqual([])
  expect((await readThreads(claimId, ruth))[0]?.comments).toHaveLength(2)
})

test('a thread comes back only to a claim that is there', async () => {
  const { lena, claimId, room } = await aDeskThatTalks()
  const { threadId } = await raise(lena, claimId)
  await removeThread({ member: lena, threadId })
  await room.edit(lena, (doc) => void claimIndex(doc).delete(claimId))
  expect(await refusalOf(bringBackThread({ member: lena, threadId }))).toBe('bring-back-claim-first')
})

test('nothing is raised under the id of a thread that is resolved, but for what was said before', async () => {
  const { lena, claimId } = await aDeskThatTalks()
  const said = await raise(lena, claimId)
  await resolveThread({ member: lena, threadId: said.threadId, ...yes })
  await raiseThread({ ...said, member: lena, claimId })
  const more = { threadId: said.threadId, commentId: uuid(), text: 'But' }
  expect(await refusalOf(raiseThread({ ...more, member: lena, claimId }))).toBe('thread-resolved')
  expect((await readThreads(claimId, lena))[0]?.comments).toHaveLength(1)
})

test('a claim whose mark was undone keeps its row and what was said, and is there again after a redo', async () => {
  const { lena, claimId, articleId, room } = await aDeskThatTalks()
  await raise(lena, claimId)
  const entry: unknown[] = []
  await room.edit(lena, (doc) => {
    entry.push(claimIndex(doc).get(claimId))
    claimIndex(doc).delete(claimId)
  })
  const rowOf = async () => (await db.select().from(claims).where(eq(claims.id, claimId)))[0]
  expect(await rowOf()).toMatchObject({ articleId, isDeleted: true })
  await room.edit(lena, (doc) => void claimIndex(doc).set(claimId, entry[0]))
  expect(await rowOf()).toMatchObject({ isDeleted: false })
  expect((await readThreads(claimId, lena))[0]?.comments).toHaveLength(1)
})

test('another desk’s talk is talk that is not there', async () => {
  const { lena, stranger, claimId, articleId } = await aDeskThatTalks()
  const { threadId, commentId } = await raise(lena, claimId)
  expect(await readThreads(claimId, stranger)).toEqual([])
  expect(await countThreads(articleId, stranger)).toEqual([])
  expect(await readVersions(commentId, stranger)).toEqual([])
  const said = { member: stranger, commentId: uuid(), text: 'Hello' }
  expect(await refusalOf(addComment({ ...said, threadId }))).toBe('thread-unknown')
  expect(await refusalOf(addComment({ ...said, threadId: uuid() }))).toBe('thread-unknown')
  expect(await refusalOf(raiseThread({ ...said, threadId: uuid(), claimId }))).toBe('claim-unknown')
  for (const id of [commentId, uuid()])
    expect(await refusalOf(changeComment({ member: stranger, commentId: id, text: 'x', version: 1 }))).toBe(
      'comment-unknown',
    )
  for (const act of [removeThread, bringBackThread])
    expect(await refusalOf(act({ member: stranger, threadId }))).toBe('thread-unknown')
})

test('nothing is said in a deleted article, and its talk is not read', async () => {
  const { lena, ruth, claimId, articleId } = await aDeskThatTalks()
  const { threadId } = await raise(lena, claimId)
  await removeArticle({ member: ruth, articleId })
  expect(await readThreads(claimId, lena)).toEqual([])
  expect(await refusalOf(addComment({ member: lena, threadId, commentId: uuid(), text: 'More' }))).toBe(
    'article-deleted',
  )
})

test('what was said is only added to', async () => {
  const { lena, claimId } = await aDeskThatTalks()
  await raise(lena, claimId)
  await expect(db.delete(comments)).rejects.toThrow()
  await expect(db.execute(sql`update comment_versions set text = 'other'`)).rejects.toThrow()
})

/** A passage of the article of tests, as a browser names it. */
const aPassage = (words = 'gave way') => ({ revision: damHash, selectors: selectorsOf(words) })

test('a passage is talked about in the words and the revision in which it was read', async () => {
  const { lena, idris, articleId, claimId } = await aDeskThatTalks()
  const said = { threadId: uuid(), commentId: uuid(), text: `When, <@${idris.id}>?` }
  await raiseThread({ ...said, member: lena, articleId, passage: aPassage() })
  await raiseThread({ ...said, member: lena, articleId, passage: aPassage() })
  const [thread, ...others] = await readPassageThreads(articleId, idris)
  expect(others).toEqual([])
  expect(thread).toMatchObject({ id: said.threadId, claimId: null, passage: aPassage() })
  expect(await readThreads(claimId, idris)).toEqual([])
  expect(await countThreads(articleId, idris)).toEqual([])
  expect(await readMentions(idris)).toMatchObject([
    { threadId: said.threadId, claimId: null, statement: 'gave way', text: `When, @${idris.name}?` },
  ])
  await removeThread({ member: lena, threadId: said.threadId })
  expect((await readDeleted(idris, null)).things).toMatchObject([{ kind: 'thread', claimId: null }])
  await bringBackThread({ member: idris, threadId: said.threadId })
  expect(await readPassageThreads(articleId, idris)).toHaveLength(1)
})

test('a line about a comment names nobody of another desk', async () => {
  const { lena, idris, stranger, articleId } = await aDeskThatTalks()
  const text = `Ask <@${stranger.id}>, <@${idris.id}>`
  await raiseThread({
    threadId: uuid(),
    commentId: uuid(),
    text,
    member: lena,
    articleId,
    passage: aPassage(),
  })
  expect(await readMentions(idris)).toMatchObject([{ text: `Ask @…, @${idris.name}` }])
})

test('only words that stand in an article of the desk are talked about as a passage', async () => {
  const { lena, stranger, articleId } = await aDeskThatTalks()
  const raiseAbout = (member: Member, passage: Passage, article = articleId) => {
    const said = { threadId: uuid(), commentId: uuid(), text: 'When?' }
    return refusalOf(raiseThread({ ...said, member, articleId: article, passage }))
  }
  const { selectors } = aPassage()
  const moved = { ...selectors, position: { start: 0, end: 8 } }
  expect(await raiseAbout(lena, { revision: damHash, selectors: moved })).toBe('quote-not-in-text')
  expect(await raiseAbout(lena, { revision: 'another', selectors })).toBe('article-unknown')
  expect(await raiseAbout(lena, aPassage(), uuid())).toBe('article-unknown')
  expect(await raiseAbout(stranger, aPassage())).toBe('article-unknown')
  expect(await readPassageThreads(articleId, stranger)).toEqual([])
})
