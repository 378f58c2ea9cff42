import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { logEntries, pages, underReview, webhooks } from '../../../db/schema'
import type { SubmissionKind } from '../../../db/vocabulary'
import { canonicalHash } from '../../../server/canonical-hash'
import type { Claim } from '../../../server/claim/claim'
import { firstBrokenEntry } from '../../../server/publication/log/log'
import { renderOutbox } from '../../../server/publication/made/render'
import { readPublished, readRecent } from '../../../server/publication/read-history'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { readBeforeCorrecting } from '../../../server/review/correction/read-before-correcting'
import { decide } from '../../../server/review/decide'
import { readStages } from '../../../server/review/read-stages'
import { submit } from '../../../server/review/submit'
import { setVerdict } from '../../../server/room/doc/claim-values'
import { textOf } from '../../../server/room/doc/room-doc'
import { freshDatabase } from '../../database'
import { aClaim, aDesk, aRoomWith, onDesk, type Room, refusalOf } from '../../newsroom'

const db = await freshDatabase()
const lena = await onDesk('reviewer')
const [jonas, ruth] = [await onDesk('editor'), await onDesk('editor')]
const line = 'A reader showed us a newer register. We are checking it.'

type As = {
  kind?: SubmissionKind
  publicNote?: string
  reason?: string
  hash?: string
  version?: number | null
}

async function ask(room: Room, claim: Claim, as: As = {}) {
  const { kind = 'first', publicNote = kind === 'first' ? '' : 'The note.', reason = 'Why.' } = as
  const hash = as.hash ?? (await room.hashOf(claim.id))
  const { version } = as
  const { submissionId } = await submit({
    ...{ member: lena, claimId: claim.id, hash, version, kind, publicNote, reason },
  })
  return submissionId
}

const approve = async (submissionId: Promise<string>) =>
  decide({ member: jonas, submissionId: await submissionId, decision: 'approved', note: '' })

async function aPublished() {
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const { publication } = await approve(ask(room, claim))
  const number = publication?.number ?? 0
  return { claim, room, number, hash: await room.hashOf(claim.id) }
}

const put = (claim: Claim, version = 1, member = ruth) =>
  putUnderReview({ member, claimId: claim.id, version, line })

const stageOf = async (room: Room, claim: Claim) =>
  (await readStages(room.articleId, lena)).find(({ claimId }) => claimId === claim.id)

async function pageAt(path: string): Promise<string> {
  await renderOutbox()
  const [page] = await db.select().from(pages).where(eq(pages.path, path))
  return page?.bytes.toString() ?? ''
}

test('one editor alone puts a published claim under review, and readers see the line at once', async () => {
  const { claim, room, number } = await aPublished()
  await put(claim)
  const stage = await stageOf(room, claim)
  expect(stage).toMatchObject({
    stage: 'under-review',
    published: { underReview: { line, editor: ruth.name } },
  })
  for (const path of [`/c/${number}`, '/latest']) expect(await pageAt(path)).toContain(line)
  const [recent] = await readRecent(lena.deskId)
  expect(recent).toMatchObject({ number, isUnderReview: true })
})

test('an author of the claim may doubt it, too: doubting publishes no verdict', async () => {
  const desk = await aDesk()
  const [author, editor] = [await onDesk('editor', desk), await onDesk('editor', desk)]
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  const hash = await room.hashOf(claim.id)
  const asked = { member: author, claimId: claim.id, hash, kind: 'first' as const, publicNote: '' }
  const { submissionId } = await submit(asked)
  await decide({ member: editor, submissionId, decision: 'approved', note: '' })
  await put(claim, 1, author)
  expect(await refusalOf(put(claim, 1, editor))).toBe('already-under-review')
})

test('the page of the version itself does not change, and search engines lose the rating', async () => {
  const { claim, number } = await aPublished()
  const before = await pageAt(`/c/${number}/v/1`)
  await put(claim)
  expect(await pageAt(`/c/${number}/v/1`)).toBe(before)
  const history = await readPublished(lena.deskId, claim.id)
  // The desk of tests is on http, which is told of before anything else would be.
  expect(history?.versions).toHaveLength(1)
  expect(history?.whyNoClaimReview).not.toBeNull()
})

test('it stands in the public log as an entry of its own, in one unbroken chain', async () => {
  const { claim, number } = await aPublished()
  await put(claim)
  const entries = await db.select().from(logEntries).orderBy(logEntries.index)
  expect(entries.at(-1)).toMatchObject({
    kind: 'under-review',
    body: { claim: number, version: 1, lineHash: canonicalHash(line) },
  })
  expect(firstBrokenEntry(entries)).toBeNull()
})

test('only a version of two people lifts it', async () => {
  const { claim, room, number } = await aPublished()
  await put(claim)
  await room.edit(lena, (doc) => setVerdict(doc, claim, 'false'))
  expect(await stageOf(room, claim)).toMatchObject({ stage: 'under-review' })
  await approve(ask(room, claim, { kind: 'verdict-change' }))
  expect(await stageOf(room, claim)).toMatchObject({ stage: 'published', published: { underReview: null } })
  const page = await pageAt(`/c/${number}`)
  expect(page).not.toContain('class="standing"')
  expect(page).toContain(line)
})

test('when the verdict holds, the same words lift it as a clarification', async () => {
  const { claim, room } = await aPublished()
  expect(await refusalOf(ask(room, claim, { kind: 'clarification' }))).toBe('nothing-changed')
  await put(claim)
  expect(await refusalOf(ask(room, claim, { kind: 'verdict-change' }))).toBe('verdict-unchanged')
  await approve(ask(room, claim, { kind: 'clarification', publicNote: 'We checked again: it holds.' }))
  expect(await stageOf(room, claim)).toMatchObject({ stage: 'published', published: { version: 2 } })
})

test.each(['observer', 'reviewer'] as const)('an %s may not', async (role) => {
  const { claim } = await aPublished()
  expect(await refusalOf(put(claim, 1, await onDesk(role)))).toBe('role-too-low')
})

test('elsewhere the claim looks like one that nobody published', async () => {
  const { claim } = await aPublished()
  const stranger = await onDesk('editor', await aDesk())
  expect(await refusalOf(put(claim, 1, stranger))).toBe('not-published')
  expect(await refusalOf(put(aClaim(), 1, stranger))).toBe('not-published')
})

test('two editors at once put it under review once', async () => {
  const { claim, number } = await aPublished()
  const outcomes = await Promise.allSettled([put(claim), put(claim, 1, jonas), put(claim)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const said = and(eq(logEntries.kind, 'under-review'))
  const entries = (await db.select().from(logEntries).where(said)).filter(({ body }) => body.claim === number)
  expect(entries).toHaveLength(1)
})

test('who read version 1 cannot doubt version 2 unread', async () => {
  const { claim, room } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  await approve(ask(room, claim, { kind: 'clarification' }))
  expect(await refusalOf(put(claim, 1))).toBe('newer-version')
  await put(claim, 2)
})

test('what an editor said of a version is never changed', async () => {
  await put((await aPublished()).claim)
  await expect(db.update(underReview).set({ line: 'x' })).rejects.toMatchObject({ cause: { code: '23001' } })
})

test('a retraction is the next version, says so, and keeps every word readers had', async () => {
  const { claim, room, number, hash } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Nobody approved this: '))
  const publicNote = 'The register we cited was forged. We withdraw this check.'
  const asked = ask(room, claim, { kind: 'retraction', publicNote, hash })
  expect(await approve(asked)).toMatchObject({ publication: { version: 2 } })
  const page = await pageAt(`/c/${number}`)
  expect(page).toContain('Retracted, ')
  expect(page).toContain(publicNote)
  expect(page).not.toContain('Nobody approved this')
  expect(page).not.toContain('<script')
  expect(await pageAt(`/c/${number}/v/1`)).toContain(claim.statement)
  for (const path of ['/latest', '/corrections']) expect(await pageAt(path)).toContain(publicNote)
  const [entry] = (await db.select().from(logEntries).orderBy(logEntries.index)).slice(-1)
  expect(entry).toMatchObject({ kind: 'retraction', body: { claim: number, version: 2, contentHash: hash } })
})

test('a claim that is no longer ready can be retracted, and what it became cannot be corrected unready', async () => {
  const { claim, room, hash } = await aPublished()
  await room.edit(lena, (doc) => setVerdict(doc, claim, null))
  await approve(ask(room, claim, { kind: 'retraction', hash }))
  expect(await stageOf(room, claim)).toMatchObject({ published: { doubt: 'retracted' } })
  expect(await refusalOf(ask(room, claim, { kind: 'retraction', hash }))).toBe('already-retracted')
  expect(await refusalOf(ask(room, claim, { kind: 'clarification' }))).toBe('no-verdict')
  expect(await refusalOf(put(claim, 2))).toBe('already-retracted')
})

test('a retraction takes two people', async () => {
  const { claim, room, hash } = await aPublished()
  await room.edit(ruth, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Well, '))
  const submissionId = await ask(room, claim, { kind: 'retraction', hash })
  const own = decide({ member: ruth, submissionId, decision: 'approved', note: '' })
  expect(await refusalOf(own)).toBe('own-edits')
})

test('a retraction of a version that is no longer the newest is refused with the newer one', async () => {
  const { claim, room, hash } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  await approve(ask(room, claim, { kind: 'clarification' }))
  expect(await refusalOf(ask(room, claim, { kind: 'retraction', hash }))).toBe('newer-version')
})

test('a correction of a version that is no longer the newest is refused with the newer one', async () => {
  const { claim, room } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  await approve(ask(room, claim, { kind: 'clarification', version: 1 }))
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'Again: '))
  const late = ask(room, claim, { kind: 'clarification', version: 1 })
  await expect(late).rejects.toMatchObject({ refusal: { code: 'newer-version', values: { version: 2 } } })
  await ask(room, claim, { kind: 'clarification', version: 2 })
})

test('a first submission of what readers have meanwhile is refused with their version', async () => {
  const { claim, room } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  expect(await refusalOf(ask(room, claim, { version: null }))).toBe('newer-version')
})

test('a retraction and a correction supersede each other', async () => {
  const { claim, room, hash } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'statement', claim.id).insert(0, 'So far, '))
  const correction = await ask(room, claim, { kind: 'clarification' })
  const retraction = await ask(room, claim, { kind: 'retraction', hash })
  expect(await refusalOf(approve(Promise.resolve(correction)))).toBe('submission-superseded')
  expect(await refusalOf(ask(room, claim, { kind: 'retraction', hash }))).toBe('already-submitted')
  await approve(Promise.resolve(retraction))
})

test('a typing error that changes a number is refused by the act as by the button', async () => {
  const { claim, room } = await aPublished()
  await room.edit(lena, (doc) => textOf(doc, 'short-answer', claim.id).insert(0, 'In 3 of 4 cases. '))
  expect(await refusalOf(ask(room, claim, { kind: 'typo' }))).toBe('typo-changes-number')
})

test('before it is corrected the editor sees every page that changes', async () => {
  const { claim, number } = await aPublished()
  const before = await readBeforeCorrecting(claim.id, lena)
  expect(before.dependents.map(({ what }) => what)).toEqual(['claim', 'article', 'latest', 'corrections'])
  expect(before).toMatchObject({
    version: 1,
    dependents: [{ path: expect.stringMatching(`^/c/${number}-`) }, {}, {}, {}],
  })
  const webhook = {
    address: 'https://chat.example/x',
    shape: 'slack',
    secret: 'x',
    addedBy: lena.id,
  } as const
  for (const events of [['corrected'], ['submitted']] as const)
    await db.insert(webhooks).values({ id: uuid(), deskId: lena.deskId, ...webhook, events: [...events] })
  const { dependents } = await readBeforeCorrecting(claim.id, lena)
  expect(dependents.at(-1)).toEqual({ what: 'webhooks', count: 1 })
  await db.delete(webhooks).where(eq(webhooks.deskId, lena.deskId))
  const stranger = await onDesk('editor', await aDesk())
  await expect(readBeforeCorrecting(claim.id, stranger)).rejects.toThrow('not published')
})
