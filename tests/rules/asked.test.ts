import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isOverdue, outcomeOf, type Reply } from '../../server/claim/asked/reply'
import type { Search } from '../../server/claim/asked/search'
import { type Claim, whyNotReady } from '../../server/claim/claim'
import { frozenClaim, publicCopy } from '../../server/review/submission'
import { setReplyField, setSearchField } from '../../server/room/doc/entries/asked-values'
import { mergeClaims } from '../../server/room/doc/marks'
import { readClaim, readClaims } from '../../server/room/doc/room-claims'
import { claimMap } from '../../server/room/doc/room-doc'
import { aClaim, aSource, damText } from '../newsroom'
import { writeClaim } from '../write-claim'

const aSearch = (parts: Partial<Search> = {}): Search => ({
  ...{ id: uuid(), where: 'Register of relief funds', what: 'A fund larger than 14 million' },
  ...{ when: '2026-03-04', by: 'Ruth Bell', through: '1950 to 1990', ...parts },
})
const aReply = (parts: Partial<Reply> = {}): Reply => ({
  ...{ id: uuid(), whom: 'The prime minister’s office', way: 'mail', askedAt: '2026-03-04' },
  ...{ deadline: '2026-03-05', answer: '', answeredAt: '', unansweredBy: '', ...parts },
})
const unproven: Partial<Claim> = { verdict: 'unproven', notKnown: 'How large the earlier funds were.' }
const whyNot = (parts: Partial<Claim>) => whyNotReady(aClaim(parts))

test('searches that found nothing count as sources of an unproven claim', () => {
  expect(whyNot({ ...unproven, sources: [aSource()], searches: [aSearch()] })).toBe(null)
  expect(whyNot({ ...unproven, sources: [], searches: [aSearch(), aSearch()] })).toBe(null)
})

test('they do not count for any other verdict', () => {
  const claim = { verdict: 'false', sources: [aSource()], searches: [aSearch()] } as const
  expect(whyNot({ ...claim, sources: [...claim.sources], searches: [...claim.searches] })?.code).toBe(
    'too-few-sources',
  )
})

test('a search says where and for what, and its date can be read', () => {
  expect(whyNot({ searches: [aSearch(), aSearch({ what: ' ' })] })).toEqual({
    code: 'search-unfinished',
    values: { number: 2 },
  })
  expect(whyNot({ searches: [aSearch({ when: 'last week' })] })?.code).toBe('search-date-unreadable')
})

test('a request for a reply says whom and when', () => {
  expect(whyNot({ replies: [aReply({ whom: '' })] })?.code).toBe('reply-unfinished')
  expect(whyNot({ replies: [aReply({ askedAt: '' })] })?.code).toBe('reply-unfinished')
  expect(whyNot({ replies: [aReply({ deadline: 'soon' })] })?.code).toBe('reply-date-unreadable')
  expect(whyNot({ replies: [aReply()] })).toBe(null)
})

test('an answer counts whatever was said of it before', () => {
  expect(outcomeOf(aReply())).toBe('awaited')
  expect(outcomeOf(aReply({ unansweredBy: '2026-03-06' }))).toBe('unanswered')
  expect(outcomeOf(aReply({ unansweredBy: '2026-03-06', answer: 'We stand by it.' }))).toBe('answered')
})

test('a request is overdue from the day after its deadline, and never once it is answered', () => {
  expect(isOverdue(aReply(), '2026-03-05')).toBe(false)
  expect(isOverdue(aReply(), '2026-03-06')).toBe(true)
  expect(isOverdue(aReply({ answer: 'We stand by it.' }), '2026-03-06')).toBe(false)
  expect(isOverdue(aReply({ deadline: '2026-03' }), '2026-03-31')).toBe(false)
  expect(isOverdue(aReply({ deadline: '2026-03' }), '2026-04-01')).toBe(true)
  expect(isOverdue(aReply({ deadline: 'soon' }), '2027-01-01')).toBe(false)
})

test('readers are not told who of the desk searched', () => {
  const frozen = frozenClaim(aClaim({ searches: [aSearch()] }))
  expect(JSON.stringify(frozen)).toContain('Ruth Bell')
  expect(JSON.stringify(publicCopy(frozen))).not.toContain('Ruth Bell')
})

test('what was searched and asked is read from the room as it was written, in order of adding', () => {
  const doc = new Y.Doc()
  const claim = aClaim({ searches: [aSearch(), aSearch()], replies: [aReply({ answer: 'No.' })] })
  writeClaim(doc, claim, damText)
  const { searches, replies, damaged } = readClaim(doc, claim.id) ?? aClaim()
  expect({ searches, replies, damaged }).toEqual({
    ...{ searches: claim.searches, replies: claim.replies, damaged: [] },
  })
})

test('two people may write in two parts of a search at once', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  const claim = aClaim({ searches: [aSearch({ where: '', what: '' })] })
  writeClaim(one, claim, damText)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  const place = { claimId: claim.id, id: claim.searches[0]?.id ?? '' }
  setSearchField(one, place, 'where', 'Archive')
  setSearchField(other, place, 'what', 'Letters')
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  expect(readClaim(one, claim.id)?.searches[0]).toMatchObject({ where: 'Archive', what: 'Letters' })
})

test('what was taken away is not read, and is there again when it comes back', () => {
  const doc = new Y.Doc()
  const claim = aClaim({ replies: [aReply()] })
  writeClaim(doc, claim, damText)
  const place = { claimId: claim.id, id: claim.replies[0]?.id ?? '' }
  setReplyField(doc, place, 'deleted', '2026-03-06T08:00:00.000Z')
  expect(readClaim(doc, claim.id)?.replies).toEqual([])
  setReplyField(doc, place, 'deleted', null)
  expect(readClaim(doc, claim.id)?.replies).toEqual(claim.replies)
})

test('a part that cannot be read is shown as damaged', () => {
  const doc = new Y.Doc()
  const claim = aClaim({ searches: [aSearch()], replies: [aReply()] })
  writeClaim(doc, claim, damText)
  claimMap(doc, claim.id).set(`search:${claim.searches[0]?.id}:what`, { words: 1 })
  claimMap(doc, claim.id).set(`reply:${claim.replies[0]?.id}:way`, 'pigeon')
  expect(readClaim(doc, claim.id)?.damaged).toEqual(['searches', 'replies'])
})

test('a merged claim has the searches and requests of both', () => {
  const doc = new Y.Doc()
  const one = aClaim({ searches: [aSearch()], words: 'the largest relief package' })
  const other = aClaim({
    replies: [aReply()],
    words: 'since independence',
    markedAt: '2026-03-07T08:00:00.000Z',
  })
  for (const claim of [one, other]) writeClaim(doc, claim, damText)
  const [first, last] = readClaims(doc)
  if (!first || !last) throw new Error('two claims were written')
  mergeClaims(doc, [first, last], damText, '2026-03-08T08:00:00.000Z')
  expect(readClaim(doc, one.id)).toMatchObject({ searches: one.searches, replies: other.replies })
})
