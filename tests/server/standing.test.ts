import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { Claim } from '../../server/claim/claim'
import type { Member } from '../../server/member/member'
import { decide } from '../../server/review/decide'
import { isCurrent, readStanding } from '../../server/review/queue/read-standing'
import { readFacts } from '../../server/review/read-facts'
import { stopRelease } from '../../server/review/release/stop-release'
import { decisionOf, isOpen, whyNotDecide } from '../../server/review/submission'
import { submit } from '../../server/review/submit'
import { withdraw } from '../../server/review/withdraw'
import { textOf } from '../../server/room/doc/room-doc'
import { setSourceField } from '../../server/room/doc/source-values'
import { addSuggestion } from '../../server/suggestion/add-suggestion'
import { decideSuggestion } from '../../server/suggestion/decide-suggestion'
import { freshDatabase } from '../database'
import { aClaim, aDesk, aRoomWith, aSource, onDesk, type Room } from '../newsroom'

await freshDatabase()

test('what a desk counts says of every member what the rules say of the whole submission', async () => {
  const desk = await aDesk({ approvalsNeeded: 2, suggestersAreAuthors: true })
  const lena = await onDesk('reviewer', desk)
  const editors = [await onDesk('editor', desk), await onDesk('editor', desk), await onDesk('admin', desk)]
  const [one, two, three] = editors as [Member, Member, Member]
  const asked = async (room: Room, claim: Claim) => {
    const words = { kind: 'first', publicNote: '' } as const
    return (await submit({ member: lena, claimId: claim.id, hash: await room.hashOf(claim.id), ...words }))
      .submissionId
  }
  const aSubmission = async (claim = aClaim()) => {
    const room = await aRoomWith([claim], lena)
    return { room, claim, id: await asked(room, claim) }
  }
  const say = (member: Member, submissionId: string, decision: 'approved' | 'returned', publishAt?: string) =>
    decide({ member, submissionId, decision, note: 'Ask the treasury.', publishAt })

  await aSubmission()
  const written = await aSubmission()
  await written.room.edit(one, (doc) => textOf(doc, 'statement', written.claim.id).insert(0, 'So, '))
  const sourced = await aSubmission(aClaim({ sources: [aSource(), aSource()] }))
  const source = sourced.claim.sources[0]?.id ?? ''
  await sourced.room.edit(two, (doc) => setSourceField(doc, source, 'title', 'The report'))
  const invented = await aSubmission()
  await written.room.edit(three, (doc) => textOf(doc, 'statement', invented.claim.id).insert(0, 'Mine. '))
  const suggested = await aSubmission()
  const wording = {
    field: 'statement',
    before: suggested.claim.statement,
    after: 'So it was.',
    reason: '',
  } as const
  const suggestion = { id: uuid(), claimId: suggested.claim.id }
  await addSuggestion({ member: three, ...suggestion, ...wording })
  await decideSuggestion({ member: one, suggestionId: suggestion.id, isTaken: true })
  await say(one, (await aSubmission()).id, 'approved')
  await say(two, (await aSubmission()).id, 'returned')
  const stopped = await aSubmission()
  const later = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16)
  await say(one, stopped.id, 'approved')
  await say(two, stopped.id, 'approved', later)
  const planned = await aSubmission()
  await say(one, planned.id, 'approved')
  await say(two, planned.id, 'approved', later)
  await stopRelease({ member: three, submissionId: stopped.id, note: 'Not yet.' })
  const published = await aSubmission()
  await say(one, published.id, 'approved')
  await say(two, published.id, 'approved')
  await withdraw({ member: lena, submissionId: (await aSubmission()).id })

  const said = []
  for (const member of [lena, ...editors]) {
    const facts = await readFacts(isCurrent(member))
    // Those that stand alike are named one by one, as the rules say of each what they say of all.
    const standing = (await readStanding(member)).flatMap((alike) => {
      expect(alike.oldest).toHaveLength(alike.count)
      expect(alike.lastDecided.toSorted()).toEqual(alike.oldest.toSorted())
      return alike.oldest.map((id) => ({ ...alike, id }))
    })
    const told = (all: typeof standing | typeof facts) =>
      all.map((of) => ({
        ...{
          id: of.id,
          decision: decisionOf(of),
          isOpen: isOpen(of),
          isAuthor: of.authors.includes(member.id),
        },
        reason: whyNotDecide(of, member),
      }))
    expect(told(standing).toSorted(byId)).toEqual(told(facts).toSorted(byId))
    said.push(...told(standing).map(({ id, reason }) => `${id} ${reason?.code}`))
  }
  const codes = new Set(said.map((line) => line.split(' ')[1]))
  expect(codes).toEqual(
    new Set(['undefined', 'own-edits', 'decided-by-you', 'already-decided', 'not-an-editor']),
  )
  expect(said).toContain(`${invented.id} undefined`)
  expect(said.filter((line) => line.endsWith('own-edits'))).toHaveLength(3)
})

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
