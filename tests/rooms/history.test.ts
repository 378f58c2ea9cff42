import { TRPCError } from '@trpc/server'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keepAbsence } from '../../server/assignment/absence/keep-absence'
import { assign } from '../../server/assignment/assign'
import type { Member } from '../../server/member/member'
import { Refused } from '../../server/refusal'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { setConfidence, setVerdict } from '../../server/room/doc/claim-values'
import { mergeClaims } from '../../server/room/doc/marks'
import { readClaims } from '../../server/room/doc/room-claims'
import { claimMap, textOf } from '../../server/room/doc/room-doc'
import { addSource } from '../../server/room/doc/source-values'
import { bringBackWording } from '../../server/room/doc/wording'
import { openReplay } from '../../server/room/history/replay'
import { whoWrote } from '../../server/room/kept/who-wrote'
import { createCaller } from '../../server/router'
import { freshDatabase } from '../database'
import { aClaim, aDesk, anArticle, aRoomWith, aSource, damText, onDesk } from '../newsroom'
import { aRoomServer, enter, signedIn, until } from './browser'
import { claimIn, hasClaim, mark } from './marking'

await freshDatabase()
const server = await aRoomServer()
const desk = await aDesk()
const [lena, idris, ruth] = [
  await onDesk('reviewer', desk),
  await onDesk('reviewer', desk),
  await onDesk('editor', desk),
]

/** The newsroom as this member's browser meets it. */
const asked = ({ personId, name }: Member) =>
  createCaller({ person: { id: personId, name, email: '', sessionId: '', language: 'en' } }).room

/** A claim's history as sentences of who and what, oldest first. */
async function told(articleId: string, claimId: string, reader = lena) {
  const { entries, names } = await asked(reader).history({ desk: desk.slug, articleId, claimId })
  return entries.toReversed().map(({ memberId, change }) => ({ by: names[memberId], ...change }))
}

async function aRoom() {
  const { id: articleId } = await anArticle(lena)
  return { articleId, one: await enter({ server, device: await signedIn(lena), articleId }) }
}

/** Two members in one room, and a claim that the first of them marked. */
async function twoAtOneClaim() {
  const { articleId, one } = await aRoom()
  const other = await enter({ server, device: await signedIn(idris), articleId })
  const id = mark(one.doc)
  await until(() => hasClaim(other.doc, id), 'the mark on the other screen')
  return { articleId, one, other, id }
}

test('a claim’s history tells who did what, from the connections they did it by', async () => {
  const { articleId, one, other, id } = await twoAtOneClaim()
  for (const letter of 'It is.')
    textOf(one.doc, 'statement', id).insert(textOf(one.doc, 'statement', id).length, letter)
  await one.kept()
  setVerdict(other.doc, { id, verdict: null }, 'false')
  addSource(other.doc, { ...aSource({ title: 'A register' }), claimId: id })
  await other.kept()
  expect(await told(articleId, id)).toMatchObject([
    { by: lena.name, what: 'marked', quote: 'the largest relief package since independence' },
    { by: lena.name, what: 'statement', before: '', after: 'It is.' },
    { by: idris.name, what: 'verdict', before: null, after: 'false' },
    { by: idris.name, what: 'source', number: 1, before: null, after: { title: 'A register' } },
  ])
})

test('what was written offline is in the history when it has come, under its writer’s name', async () => {
  const { articleId, one, other, id } = await twoAtOneClaim()
  one.provider.configuration.websocketProvider.disconnect()
  await until(() => !one.provider.isSynced || one.closed.length > 0, 'the line to be down')
  textOf(one.doc, 'not-known', id).insert(0, 'Written on a train.')
  textOf(other.doc, 'not-known', id).insert(0, 'Written at a desk.')
  await other.kept()
  await one.provider.configuration.websocketProvider.connect()
  await until(() => textOf(other.doc, 'not-known', id).length > 30, 'both on one screen')
  await one.kept()
  const entries = await told(articleId, id)
  expect(entries).toMatchObject([
    { what: 'marked' },
    { by: idris.name, what: 'notKnown', before: '', after: 'Written at a desk.' },
    { by: lena.name, what: 'notKnown', before: 'Written at a desk.' },
  ])
  expect(entries.at(-1)).toHaveProperty('after', textOf(one.doc, 'not-known', id).toString())
})

test('an earlier wording brought back is a new edit of whoever did it', async () => {
  const { articleId, one, other, id } = await twoAtOneClaim()
  textOf(one.doc, 'statement', id).insert(0, 'The first wording.')
  await one.kept()
  await until(() => textOf(other.doc, 'statement', id).length > 0, 'the words on the other screen')
  bringBackWording(other.doc, id, { field: 'statement', text: 'A worse wording.' })
  await other.kept()
  await until(() => textOf(one.doc, 'statement', id).toString().includes('worse'), 'the worse wording')
  const first = (await told(articleId, id)).find(({ what }) => what === 'statement')
  if (first?.what !== 'statement') throw new Error('the first wording is not told')
  bringBackWording(other.doc, id, { field: 'statement', text: first.after })
  await other.kept()
  expect((await told(articleId, id)).at(-1)).toMatchObject({
    by: idris.name,
    what: 'statement',
    after: first.after,
  })
  await until(() => claimIn(one.doc, id)?.statement === first.after, 'the first wording again')
  expect(await whoWrote(id)).toEqual([lena.id, idris.id])
})

test('an earlier rationale comes back with its citations, and one’s own undo takes that back', async () => {
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], lena)
  const { doc } = await enter({ server, device: await signedIn(lena), articleId })
  const mine = {}
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([mine]) })
  const empty = { type: 'doc', content: [] } as const
  bringBackWording(doc, claim.id, { field: 'rationale', rationale: { ...empty, content: [] } })
  bringBackWording(doc, claim.id, { field: 'rationale', rationale: claim.rationale }, mine)
  expect(claimIn(doc, claim.id)?.rationale).toEqual(claim.rationale)
  undo.undo()
  expect(claimIn(doc, claim.id)?.rationale).toEqual(empty)
})

test('a merge is told on both claims', async () => {
  const { articleId, one } = await aRoom()
  const ids = [mark(one.doc, 'the largest relief package'), mark(one.doc, 'since independence')]
  const [first, second] = ids.map((id) => claimIn(one.doc, id))
  if (!first || !second) throw new Error('there are two claims')
  const merged = mergeClaims(one.doc, [first, second], damText, '2026-03-06T00:00:00Z')
  const kept = 'id' in merged ? merged.id : ''
  await one.kept()
  const other = ids.find((id) => id !== kept) ?? ''
  expect((await told(articleId, kept)).map(({ what }) => what)).toEqual(['marked', 'quote', 'merged'])
  expect((await told(articleId, other)).at(-1)).toMatchObject({ what: 'deleted', into: { id: kept } })
})

test('what was signed stands between what was written', async () => {
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const request = { member: lena, claimId: claim.id, kind: 'first', publicNote: '' } as const
  const send = async () => (await submit({ ...request, hash: await room.hashOf(claim.id) })).submissionId
  await withdraw({ member: lena, submissionId: await send() })
  await decide({ member: ruth, submissionId: await send(), decision: 'returned', note: 'Which package?' })
  await room.edit(lena, (doc) =>
    bringBackWording(doc, claim.id, { field: 'statement', text: 'The 2026 one.' }),
  )
  await decide({ member: ruth, submissionId: await send(), decision: 'approved', note: '' })
  expect((await told(room.articleId, claim.id)).slice(-7)).toMatchObject([
    { by: lena.name, what: 'submitted', kind: 'first' },
    { by: lena.name, what: 'withdrawn' },
    { by: lena.name, what: 'submitted' },
    { by: ruth.name, what: 'returned', note: 'Which package?' },
    { by: lena.name, what: 'statement', after: 'The 2026 one.' },
    { by: lena.name, what: 'submitted' },
    { by: ruth.name, what: 'published', version: 1, kind: 'first' },
  ])
})

test('every hand-over note stays in the history, with whom it was for', async () => {
  const { articleId, one, id } = await twoAtOneClaim()
  await one.kept()
  let seen: string | null = null
  const give = async (member: Member, to: Member | null, note: string) => {
    const given = { id: uuid(), articleId, claimId: id, member, to: to?.id ?? null, seen, terms: null, note }
    await assign(given)
    seen = given.id
  }
  await give(ruth, lena, 'Ask the harbour.')
  await give(lena, idris, 'Two of three sources are in.')
  await give(idris, null, 'The harbour never answers.')
  await give(ruth, lena, 'Try the mayor.')
  // What takes the work of somebody who is away to the pool carries their note along and leaves none.
  await keepAbsence(lena, '2100-01-01')
  expect((await told(articleId, id)).filter(({ what }) => what === 'handed-over')).toEqual([
    { by: ruth.name, what: 'handed-over', to: lena.name, note: 'Ask the harbour.' },
    { by: lena.name, what: 'handed-over', to: idris.name, note: 'Two of three sources are in.' },
    { by: idris.name, what: 'handed-over', to: null, note: 'The harbour never answers.' },
    { by: ruth.name, what: 'handed-over', to: lena.name, note: 'Try the mayor.' },
  ])
})

test('how sure somebody was, and why, stands in the history under their name', async () => {
  const { articleId, one, other, id } = await twoAtOneClaim()
  setConfidence(one.doc, id, { level: 'high', why: 'Two registers.' })
  await one.kept()
  await until(() => claimIn(other.doc, id)?.confidence?.level === 'high', 'the other screen to show it')
  setConfidence(other.doc, id, { level: 'low', why: 'One copies the other.' })
  await other.kept()
  const about = (await told(articleId, id)).filter(({ what }) => what === 'confidence')
  expect(about).toMatchObject([
    { by: lena.name, after: { level: 'high', why: 'Two registers.' } },
    { by: idris.name, after: { level: 'low', why: 'One copies the other.' } },
  ])
})

test('damaged values are named and stop nothing', async () => {
  const { articleId, one } = await aRoom()
  const id = mark(one.doc)
  claimMap(one.doc, id).set('verdict', { value: 'maybe' })
  claimMap(one.doc, id).set('quote', 7)
  await one.kept()
  expect((await told(articleId, id)).map(({ what }) => what)).toEqual([
    'marked',
    'damaged',
    'quote',
    'damaged',
  ])
})

test('a long history comes in pages, newest first', async () => {
  const { articleId, one } = await aRoom()
  const id = mark(one.doc)
  for (let count = 1; count <= 60; count++) claimMap(one.doc, id).set(`topic:${count}`, true)
  await one.kept()
  const place = { desk: desk.slug, articleId, claimId: id }
  const page = await asked(lena).history(place)
  expect(page).toMatchObject({ hasMore: true, entries: { 0: { change: { what: 'topic', topic: '60' } } } })
  const rest = await asked(lena).history({ ...place, cursor: page.entries.at(-1)?.id })
  expect(rest.hasMore).toBe(false)
  expect(page.entries.length + rest.entries.length).toBe(61)
})

test('the room’s updates, page by page, make the room again', async () => {
  const { articleId, one, id } = await twoAtOneClaim()
  textOf(one.doc, 'statement', id).insert(0, 'It is.')
  await one.kept()
  const replay = openReplay()
  for (let after = 0, last = 1; after < last; ) {
    const page = await asked(lena).replay({ desk: desk.slug, articleId, after })
    replay.take(page.updates.map((update) => ({ ...update, bytes: Buffer.from(update.bytes, 'base64') })))
    last = page.last
    after = page.updates.at(-1)?.sequence ?? last
  }
  replay.finish()
  expect(replay.claimsAt(replay.moments.length)).toEqual(readClaims(one.doc))
  expect(replay.moments).toMatchObject([{ memberId: lena.id, claims: [id], end: 2 }])
})

test('observers read the history; to another desk it looks as if it were not there', async () => {
  const { articleId, one } = await aRoom()
  const claimId = mark(one.doc)
  await one.kept()
  const observer = await onDesk('observer', desk)
  expect(await told(articleId, claimId, observer)).toHaveLength(1)
  const elsewhere = await aDesk()
  const stranger = asked(await onDesk('admin', elsewhere))
  const place = { desk: elsewhere.slug, articleId }
  expect(await refused(stranger.history({ ...place, claimId }))).toBe('article-unknown')
  expect(await refused(stranger.replay({ ...place, after: 0 }))).toBe('article-unknown')
  expect(await refused(stranger.history({ ...place, desk: desk.slug, claimId }))).toBe('desk-unknown')
})

test('an id that was never marked has no history', async () => {
  const { articleId } = await aRoom()
  const claimId = aClaim().id
  expect(await refused(asked(lena).history({ desk: desk.slug, articleId, claimId }))).toBe('claim-unknown')
})

/** The code a call is refused with. */
async function refused(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof TRPCError && error.cause instanceof Refused) return error.cause.refusal.code
  throw error
}
