import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { claimNumbers, publications, secondVerdicts } from '../../db/schema'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { readNextVersions } from '../../server/publication/next/read-next-version'
import { readPreview } from '../../server/publication/next/read-preview'
import { claimPage } from '../../server/publication/pages/claim/claim-page'
import { editionOf } from '../../server/publication/pages/edition'
import { type readPublicDesk, readVersions } from '../../server/publication/read-published'
import { decide } from '../../server/review/decide'
import { writeInRoom } from '../../server/room/live/write-in-room'
import { freshDatabase } from '../database'
import { aClaim, aDesk, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, published, submitted } from '../publishing'
import { writeClaim } from '../write-claim'

await freshDatabase()

const pageOf = (
  versions: Parameters<typeof claimPage>[0],
  desk: Awaited<ReturnType<typeof readPublicDesk>>,
) => claimPage(versions, editionOf(desk, { origin: 'https://proof.example', stylesheet: '/assets/x.css' }))

/** A page without what is given at the moment of approval: its time and its seal. */
const withoutMoment = (html: string) =>
  html
    .replace(/<section class="verify"[\s\S]*?<\/section>/, '')
    .replace(/<time[\s\S]*?<\/time>/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')

test('what an editor is shown before approving is what readers get afterwards', async () => {
  const room = await aNewsroom()
  const claim = aClaim()
  await published(room, claim)
  const changed = { ...claim, statement: 'It is the second largest package.' }
  const submission = await submitted(room, changed, { kind: 'factual', publicNote: 'It is the second.' })
  const before = await readNextVersions(submission.id, room.editor, { now: new Date() })
  const shown = pageOf(before.versions, before.desk)
  const { publication } = await decide({
    member: room.editor,
    submissionId: submission.id,
    decision: 'approved',
    note: '',
  })
  const number = publication?.number ?? 0
  const after = (await readVersions(db(), [number])).get(number) ?? []
  expect(withoutMoment(shown)).toBe(withoutMoment(pageOf(after, before.desk)))
})

test('of a new claim the numbers are those that come next', async () => {
  const room = await aNewsroom()
  const submission = await submitted(room, aClaim())
  const [next] = (await readNextVersions(submission.id, room.editor, { now: new Date() })).versions
  const { publication } = await decide({
    member: room.editor,
    submissionId: submission.id,
    decision: 'approved',
    note: '',
  })
  expect(next).toMatchObject({ number: publication?.number, version: 1 })
  const [row] = await db().select().from(publications).where(eq(publications.submissionId, submission.id))
  expect(next?.content).toEqual(row?.content)
})

test('a look before approving takes no number and writes nothing', async () => {
  const room = await aNewsroom()
  const submission = await submitted(room, aClaim())
  const numbers = async () => (await db().select().from(claimNumbers)).length
  const before = await numbers()
  const first = await readPreview(submission.id, room.editor)
  const second = await readPreview(submission.id, room.editor)
  expect(first.card.address).toBe(second.card.address)
  expect(await numbers()).toBe(before)
})

test('where search engines will get no ClaimReview, the reason is told', async () => {
  const room = await aNewsroom()
  const submission = await submitted(room, aClaim())
  const { claimReview, whyNoClaimReview, card } = await readPreview(submission.id, room.editor)
  expect(claimReview).toBeNull()
  expect(whyNoClaimReview?.code).toBe('claim-review-origin')
  expect(card.title).toContain('Misleading')
})

test('a submission of another desk has no preview', async () => {
  const room = await aNewsroom()
  const submission = await submitted(room, aClaim())
  const stranger = await onDesk('editor', await aDesk())
  expect(await refusalOf(readPreview(submission.id, stranger))).toBe('submission-unknown')
})

test('who is kept from an article, by a limit or by a blind verdict still to give, has no preview of it', async () => {
  const room = await aNewsroom()
  const { article, author, editor } = room
  const claim = aClaim()
  await writeInRoom(article.id, author, (doc) => writeClaim(doc, claim, article.text))
  const submission = await submitted(room, claim)
  const other = await onDesk('editor', room.desk)
  expect((await readPreview(submission.id, other)).card.title).not.toBe('')
  const asked = { claimId: submission.claimId, articleId: article.id, deskId: room.desk.id }
  await db()
    .insert(secondVerdicts)
    .values({ id: uuid(), ...asked, askedOf: other.id, askedBy: author.id })
  const isKept = async (member: Member) => {
    const next = readNextVersions(submission.id, member, { now: new Date() })
    const refused = await Promise.all([refusalOf(readPreview(submission.id, member)), refusalOf(next)])
    expect(refused).toEqual(['submission-unknown', 'submission-unknown'])
  }
  await isKept(other)
  const third = await onDesk('editor', room.desk)
  await limitArticle({ member: editor, articleId: article.id, was: null, members: [editor.id] })
  await isKept(third)
})
