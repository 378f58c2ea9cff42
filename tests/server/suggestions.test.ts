import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { type desks, suggestions } from '../../db/schema'
import type { Member } from '../../server/member/member'
import { decide } from '../../server/review/decide'
import { submit } from '../../server/review/submit'
import { bringBackWording } from '../../server/room/doc/wording'
import { addSuggestion } from '../../server/suggestion/add-suggestion'
import { decideSuggestion } from '../../server/suggestion/decide-suggestion'
import { keepWritten } from '../../server/suggestion/keep-written'
import { readSuggestions } from '../../server/suggestion/read-suggestions'
import { keptRationale, mayFinish, wordingOf } from '../../server/suggestion/suggestion'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRationale, aRoomWith, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()

/** A claim by Lena, who took a wording that Ruth, an editor, had suggested. */
async function aTakenSuggestion(settings: Partial<typeof desks.$inferInsert> = {}) {
  const desk = await aDesk(settings)
  const [lena, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const claim = aClaim()
  const room = await aRoomWith([claim], lena)
  const suggested = {
    id: uuid(),
    claimId: claim.id,
    field: 'statement' as const,
    before: claim.statement,
    after: `${claim.statement}, it says`,
    reason: 'Nobody has counted.',
  }
  await addSuggestion({ ...suggested, member: ruth })
  const take = () => decideSuggestion({ member: lena, suggestionId: suggested.id, isTaken: true })
  const ask = async () => {
    const hash = await room.hashOf(claim.id)
    return submit({ member: lena, claimId: claim.id, hash, kind: 'first', publicNote: '' })
  }
  return { desk, lena, ruth, jonas, claim, suggested, take, ask, edit: room.edit }
}

test('a suggestion waits for somebody’s yes or no, signed by whoever made it', async () => {
  const { lena, ruth, jonas, claim, suggested, take } = await aTakenSuggestion()
  expect(await readSuggestions(claim.id, lena)).toMatchObject([
    { ...suggested, by: { id: ruth.id, name: ruth.name } },
  ])
  await take()
  // Taken, it stays until its words are in the text.
  expect(await readSuggestions(claim.id, ruth)).toMatchObject([{ taken: { by: { id: lena.id } } }])
  // Sent again after a lost answer it is no other decision; anybody else’s comes too late.
  await take()
  const late = { member: jonas, suggestionId: suggested.id, isTaken: false }
  expect(await refusalOf(decideSuggestion(late))).toBe('suggestion-decided')
})

test('a suggestion that was taken is settled once its words are in the room, and not before', async () => {
  const { lena, ruth, jonas, claim, suggested, take, edit } = await aTakenSuggestion()
  const wrote = (member: Member) => keepWritten({ member, suggestionId: suggested.id })
  expect(await refusalOf(wrote(lena))).toBe('suggestion-unknown')
  await take()
  expect(await refusalOf(wrote(lena))).toBe('suggestion-not-written')
  expect(await readSuggestions(claim.id, ruth)).toHaveLength(1)

  await edit(lena, (doc) => bringBackWording(doc, claim.id, wordingOf(suggested)))
  await wrote(lena)
  await wrote(lena)
  expect(await readSuggestions(claim.id, ruth)).toEqual([])
  // Anybody sees that it reads so.
  await wrote(jonas)
})

test('whoever took a suggestion settles it also when somebody wrote on in its words', async () => {
  const { lena, ruth, claim, suggested, take, edit } = await aTakenSuggestion()
  await take()
  await edit(lena, (doc) => bringBackWording(doc, claim.id, wordingOf(suggested)))
  const text = `${suggested.after}, twice`
  await edit(ruth, (doc) => bringBackWording(doc, claim.id, { field: 'statement', text }))
  await keepWritten({ member: lena, suggestionId: suggested.id })
  expect(await readSuggestions(claim.id, lena)).toEqual([])
})

test('words that were taken are their taker’s to write for a minute, then anybody’s', () => {
  const at = new Date('2026-03-09T10:00:00Z')
  const taken = { by: { id: 'lena', name: 'Lena' }, at }
  const after = (ms: number) => new Date(at.getTime() + ms)
  expect(mayFinish({ taken }, 'lena', after(0))).toBe(true)
  expect(mayFinish({ taken }, 'ruth', after(59_999))).toBe(false)
  expect(mayFinish({ taken }, 'ruth', after(60_000))).toBe(true)
  expect(mayFinish({ taken: null }, 'lena', after(60_000))).toBe(false)
})

test('a suggested rationale keeps what a rationale may hold, and nothing else', async () => {
  const { lena, ruth, claim } = await aTakenSuggestion()
  const after = JSON.stringify({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { onclick: 'x' },
        content: [{ type: 'text', text: 'Because.', marks: [{ type: 'evil' }] }],
      },
      { type: 'iframe', attrs: { src: 'https://bad.example' } },
    ],
  })
  const suggested = {
    id: uuid(),
    claimId: claim.id,
    field: 'rationale' as const,
    before: 'not JSON',
    after,
    reason: '',
  }
  await addSuggestion({ ...suggested, member: ruth })
  const kept = (await readSuggestions(claim.id, lena)).find(({ id }) => id === suggested.id)
  expect(kept?.after).toBe(keptRationale(aRationale('Because.')))
  expect(kept?.before).toBe('{"type":"doc","content":[]}')
})

test('sent again after a lost answer it is there once, and nobody signs for another', async () => {
  const { lena, ruth, claim, suggested } = await aTakenSuggestion()
  await addSuggestion({ ...suggested, member: ruth })
  expect(await readSuggestions(claim.id, lena)).toHaveLength(1)
  expect(await refusalOf(addSuggestion({ ...suggested, member: lena }))).toBe('suggestion-unknown')
})

test('one’s own suggestion is taken back, not taken', async () => {
  const { ruth, claim, suggested } = await aTakenSuggestion()
  const own = { member: ruth, suggestionId: suggested.id }
  expect(await refusalOf(decideSuggestion({ ...own, isTaken: true }))).toBe('suggestion-own')
  await decideSuggestion({ ...own, isTaken: false })
  expect(await readSuggestions(claim.id, ruth)).toEqual([])
})

test('two who take a suggestion in one moment take it once', async () => {
  const { lena, jonas, suggested } = await aTakenSuggestion()
  const taking = [lena, jonas].map((member) =>
    refusalOf(decideSuggestion({ member, suggestionId: suggested.id, isTaken: true })).catch(() => 'taken'),
  )
  expect((await Promise.all(taking)).sort()).toEqual(['suggestion-decided', 'taken'])
})

test('whose wording was taken is an author and does not approve, also when it was taken after submitting', async () => {
  const before = await aTakenSuggestion()
  await before.take()
  const taken = await before.ask()
  const approve = { ...taken, decision: 'approved' as const, note: '' }
  expect(await refusalOf(decide({ ...approve, member: before.ruth }))).toBe('own-edits')
  await decide({ ...approve, member: before.jonas })

  const after = await aTakenSuggestion()
  const submitted = await after.ask()
  await after.take()
  expect(await refusalOf(decide({ ...submitted, decision: 'approved', note: '', member: after.ruth }))).toBe(
    'own-edits',
  )
})

test('a declined wording makes nobody an author, nor does a taken one where the desk says so', async () => {
  const declined = await aTakenSuggestion()
  const { lena, suggested } = declined
  await decideSuggestion({ member: lena, suggestionId: suggested.id, isTaken: false })
  await decide({ ...(await declined.ask()), decision: 'approved', note: '', member: declined.ruth })

  const lenient = await aTakenSuggestion({ suggestersAreAuthors: false })
  await lenient.take()
  await decide({ ...(await lenient.ask()), decision: 'approved', note: '', member: lenient.ruth })
})

test('what changes nothing and what is too long is not suggested', async () => {
  const { lena, suggested } = await aTakenSuggestion()
  const add = (after: string) => refusalOf(addSuggestion({ ...suggested, id: uuid(), member: lena, after }))
  expect(await add(` ${suggested.before} `)).toBe('suggestion-same')
  expect(await add('x'.repeat(10_001))).toBe('suggestion-too-long')
})

test('another desk’s suggestions are not there, and what was suggested stays', async () => {
  const { claim, suggested, take } = await aTakenSuggestion()
  const stranger = await onDesk('editor', await aDesk())
  expect(await readSuggestions(claim.id, stranger)).toEqual([])
  for (const suggestionId of [suggested.id, uuid()])
    expect(await refusalOf(decideSuggestion({ member: stranger, suggestionId, isTaken: true }))).toBe(
      'suggestion-unknown',
    )
  expect(await refusalOf(addSuggestion({ ...suggested, id: uuid(), member: stranger }))).toBe('claim-unknown')
  await take()
  await expect(db.delete(suggestions).where(eq(suggestions.id, suggested.id))).rejects.toThrow()
  await expect(db.execute(sql`update suggestion_decisions set is_taken = false`)).rejects.toThrow()
})
