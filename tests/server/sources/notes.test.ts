import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { auditEntries, sourceNotes } from '../../../db/schema'
import { removeArticle } from '../../../server/deleted/remove-article'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { createCaller } from '../../../server/router'
import { keepNote } from '../../../server/source/note/keep-note'
import { readNoteFile, readNotes } from '../../../server/source/note/read-notes'
import { removeNote } from '../../../server/source/note/remove-note'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, aSource, onDesk } from '../../newsroom'

const db = await freshDatabase()
const key = 'a key of the tests, long enough for all of them'
beforeEach(() => {
  process.env.SECRET_KEY = key
})
afterAll(() => void delete process.env.SECRET_KEY)

const desk = await aDesk()
const [author, editor, admin] = [
  ...[await onDesk('reviewer', desk), await onDesk('editor', desk), await onDesk('admin', desk)],
] as [Member, Member, Member]
const stranger = await onDesk('editor', await aDesk())
const words = 'Her name is Mira Tallis, call after six.'

async function aConfidential() {
  const unsaid = { title: '', address: '', publisher: '', date: '', quote: '', place: '' }
  const source = aSource({ ...unsaid, confidential: { reason: 'to protect the source' } })
  const { articleId } = await aRoomWith([aClaim({ sources: [source, aSource()] })], author)
  return { articleId, sourceId: source.id }
}

async function aPlainSource() {
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], author)
  return { articleId, sourceId: claim.sources[0]?.id ?? '' }
}

async function aNote(file: { name: string; bytes: Buffer } | null = null) {
  const made = await aConfidential()
  await keepNote({ member: author, ...made, text: words, file })
  const [row] = await db.select().from(sourceNotes).where(eq(sourceNotes.sourceId, made.sourceId))
  if (!row) throw new Error('a note was kept')
  return { ...made, row }
}

const asked = { id: 'request-1', address: '203.0.113.77' }
const callerOf = ({ personId, name }: Member) =>
  createCaller({ person: { id: personId, name, email: '', sessionId: '', language: 'en' }, asked })

test('an editor reads what a reviewer kept, and gets its file as it was', async () => {
  const { sourceId, row } = await aNote({ name: 'tape.mp3', bytes: Buffer.from([0, 1, 2, 255]) })
  expect(await readNotes(sourceId, editor)).toMatchObject([
    { by: author.name, words: { text: words, fileName: 'tape.mp3' } },
  ])
  expect(await readNoteFile(row.id, editor)).toEqual(Buffer.from([0, 1, 2, 255]))
})

test('at rest there is nothing of the words, the file or its name', async () => {
  const { row } = await aNote({ name: 'tape.mp3', bytes: Buffer.from('spoken words') })
  expect(row.isSealed).toBe(true)
  for (const kept of [row.content, row.file ?? Buffer.from('')])
    for (const plain of ['Tallis', 'tape', 'spoken']) expect(kept.includes(plain)).toBe(false)
})

test('the same words are kept as other bytes each time', async () => {
  const [one, other] = [await aNote(), await aNote()]
  expect(one.row.content.equals(other.row.content)).toBe(false)
})

test('what was encrypted for one row opens in no other', async () => {
  const [one, other] = [await aNote(), await aNote()]
  await db.update(sourceNotes).set({ content: one.row.content }).where(eq(sourceNotes.id, other.row.id))
  expect(await readNotes(other.sourceId, editor)).toMatchObject([{ words: null }])
})

test('under another SECRET_KEY a note is there and cannot be read, and opens again under its own', async () => {
  const { sourceId, row } = await aNote({ name: 'tape.mp3', bytes: Buffer.from('spoken words') })
  process.env.SECRET_KEY = 'some other key of thirty-two characters'
  expect(await readNotes(sourceId, editor)).toMatchObject([{ id: row.id, words: null }])
  expect(await readNoteFile(row.id, editor)).toBe(null)
  delete process.env.SECRET_KEY
  expect(await readNotes(sourceId, editor)).toMatchObject([{ id: row.id, words: null }])
  process.env.SECRET_KEY = key
  expect(await readNotes(sourceId, editor)).toMatchObject([{ words: { text: words } }])
})

test('without SECRET_KEY nothing is kept of a confidential source', async () => {
  delete process.env.SECRET_KEY
  const { sourceId, articleId } = await aConfidential()
  await expect(
    keepNote({ member: author, articleId, sourceId, text: words, file: null }),
  ).rejects.toMatchObject({
    refusal: { code: 'secret-key-missing' },
  })
  expect(await db.select().from(sourceNotes).where(eq(sourceNotes.sourceId, sourceId))).toEqual([])
})

test('of a source that is not confidential a note is kept without one, too', async () => {
  delete process.env.SECRET_KEY
  const made = await aPlainSource()
  await keepNote({ member: author, ...made, text: 'Call after six.', file: null })
  expect(await readNotes(made.sourceId, editor)).toMatchObject([{ words: { text: 'Call after six.' } }])
})

test('each reading is in the audit, and none of the words', async () => {
  const { sourceId } = await aNote()
  await callerOf(editor).sourceNote.read({ desk: desk.slug, sourceId })
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.memberId, editor.id))
  expect(entries.at(-1)).toMatchObject({
    ...{ act: 'read notes for editors', way: 'sourceNote.read', outcome: 'done', things: { sourceId } },
  })
  expect(JSON.stringify(entries)).not.toContain('Tallis')
})

test('a reviewer is refused like one who asks for what is not there', async () => {
  const { sourceId, row } = await aNote()
  const missing = '01900000-0000-7000-8000-000000000000'
  const read = (id: string) => callerOf(author).sourceNote.read({ desk: desk.slug, sourceId: id })
  const readFile = (id: string) => callerOf(author).sourceNote.readFile({ desk: desk.slug, noteId: id })
  const said = (asking: Promise<unknown>) => asking.catch((error: Error) => error.message)
  expect(await said(read(sourceId))).toBe(await said(read(missing)))
  expect(await said(readFile(row.id))).toBe(await said(readFile(missing)))
  expect(await said(read(sourceId))).toEqual(expect.any(String))
})

test('another desk’s editor finds nothing of it', async () => {
  const { articleId, sourceId, row } = await aNote()
  expect(await readNotes(sourceId, stranger)).toEqual([])
  await expect(readNoteFile(row.id, stranger)).rejects.toMatchObject({
    refusal: { code: 'source-note-unknown' },
  })
  await expect(removeNote(row.id, stranger)).rejects.toMatchObject({
    refusal: { code: 'source-note-unknown' },
  })
  await expect(
    keepNote({ member: stranger, articleId, sourceId, text: words, file: null }),
  ).rejects.toMatchObject({
    refusal: { code: 'source-unknown' },
  })
})

test('nobody shut out of an article reads its notes, and of a deleted article nobody does', async () => {
  const { articleId, sourceId } = await aNote()
  await limitArticle({ member: admin, articleId, was: null, members: [author.id, admin.id] })
  expect(await readNotes(sourceId, editor)).toEqual([])
  expect(await readNotes(sourceId, admin)).toHaveLength(1)
  await removeArticle({ member: admin, articleId })
  expect(await readNotes(sourceId, admin)).toEqual([])
})

test('a note that an editor removes is gone for good', async () => {
  const { sourceId, row } = await aNote()
  await removeNote(row.id, editor)
  expect(await readNotes(sourceId, editor)).toEqual([])
  expect(await db.select().from(sourceNotes).where(eq(sourceNotes.id, row.id))).toEqual([])
})

test('a note says something, and neither it nor its file is larger than can be kept', async () => {
  const made = await aConfidential()
  const keeping = (text: string, bytes: Buffer | null) =>
    keepNote({ member: author, ...made, text, file: bytes && { name: 'a', bytes } })
  await expect(keeping(' ', null)).rejects.toMatchObject({ refusal: { code: 'source-note-empty' } })
  await expect(keeping('x'.repeat(10_001), null)).rejects.toMatchObject({
    refusal: { code: 'source-note-too-long' },
  })
  await expect(keeping('', Buffer.alloc(5_000_001))).rejects.toMatchObject({
    refusal: { code: 'source-note-file-too-large' },
  })
})
