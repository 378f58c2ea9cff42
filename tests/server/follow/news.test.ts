import { beforeEach, expect, test } from 'vitest'
import { attempts, followNews, mails } from '../../../db/schema'
import { sendNews } from '../../../server/follow/news/send-news'
import { joinNames } from '../../../server/publication/named/change-names'
import { putUnderReview } from '../../../server/publication/under-review/put-under-review'
import { readBeforeCorrecting } from '../../../server/review/correction/read-before-correcting'
import { freshDatabase } from '../../database'
import { aClaim, anArticle } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'
import { linkIn, openFollows } from './following'

const db = await freshDatabase()
const room = await aNewsroom()
const claim = aClaim({ statement: 'The wall is older', topics: ['Walls'], verdict: 'false' })
const { number } = await published(room, claim)
const { send, ask, follow, mailsTo, tell } = await openFollows()
await tell()

beforeEach(() => db.delete(attempts))

test('who has not confirmed is told nothing', async () => {
  await ask(`/c/${number}/follow`, 'asked@reader.example')
  expect(await mailsTo('asked@reader.example')).toHaveLength(1)
  await published(room, claim, { kind: 'typo', publicNote: 'A comma.' })
  await tell()
  expect(await mailsTo('asked@reader.example')).toEqual([])
})

test('a new version of a claim is told with its note and verdict, once, with a way to leave by one press', async () => {
  const email = 'claim@reader.example'
  await follow(`/c/${number}/follow`, email)
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'A charter names it.' },
  )
  expect(await sendNews({ origin: 'https://here.example' })).toBe(0) // Its page is not made yet.
  expect(await tell()).toBe(1)
  expect(await tell()).toBe(0)
  const [mail = '', ...others] = await mailsTo(email)
  expect(others).toEqual([])
  expect(mail).toContain('The wall is older')
  expect(mail).toContain('Verdict: True')
  expect(mail).toContain('A charter names it.')
  expect(mail).toContain(`/c/${number}-the-wall-is-older`)
  const leave = linkIn(mail, 'leave')
  expect(mail).toMatch(new RegExp(`^List-Unsubscribe: <https?://[^>]+${leave}>$`, 'm'))
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  // As a mail program does it: without cookie, Origin or page.
  expect((await send(leave, { 'List-Unsubscribe': 'One-Click' }, { origin: '' })).status).toBe(200)
  await published(room, claim, { kind: 'typo', publicNote: 'Another comma.' })
  expect(await tell()).toBe(0)
  expect(await mailsTo(email)).toEqual([])
})

test('a claim that is put under review is told with the line, and a retraction without a verdict', async () => {
  const email = 'doubt@reader.example'
  const doubted = aClaim({ statement: 'The dam holds', verdict: 'true' })
  const first = await published(room, doubted)
  await tell()
  await follow(`/c/${first.number}/follow`, email)
  const line = 'A reader sent us another register.'
  await putUnderReview({ member: room.editor, claimId: doubted.id, version: 1, line })
  await tell()
  const [put = ''] = await mailsTo(email)
  expect(put).toContain('Under review')
  expect(put).toContain(line)
  await published(room, doubted, { kind: 'retraction', publicNote: 'The register was wrong.' })
  await tell()
  const [retracted = ''] = await mailsTo(email)
  expect(retracted).toContain('Retracted')
  expect(retracted).toContain('The register was wrong.')
  expect(retracted).not.toContain('Verdict:')
})

test('a new claim is told to who follows its article, its topic or its desk, in one mail however many it is', async () => {
  const [both, topical, elsewhere] = ['both@reader.example', 'topic@reader.example', 'else@reader.example']
  const other = await aNewsroom()
  await published(other, aClaim({ topics: ['Bridges'] }))
  await tell()
  await follow('/a/1/follow', both)
  await follow(`/desks/${room.desk.slug}/follow`, both)
  await follow('/topics/walls/follow', topical)
  await follow('/topics/bridges/follow', elsewhere)
  await published(room, aClaim({ statement: 'The pier is closed', topics: ['walls'] }))
  await published({ ...room, article: await anArticle(room.author) }, aClaim({ statement: 'Rain fell' }))
  expect(await tell()).toBe(2)
  const [mail = '', ...more] = await mailsTo(both)
  expect(more).toEqual([])
  expect(mail.match(/The pier is closed/g)).toHaveLength(1)
  expect(mail).toContain('Rain fell')
  expect(mail).toContain('2 news of what you follow')
  const [ofTopic = ''] = await mailsTo(topical)
  expect(ofTopic).toContain('The pier is closed')
  expect(ofTopic).not.toContain('Rain fell')
  expect(await mailsTo(elsewhere)).toEqual([])
})

test('a later version is no new claim to who follows the desk', async () => {
  const email = 'desk@reader.example'
  await follow(`/desks/${room.desk.slug}/follow`, email)
  await published(room, claim, { kind: 'clarification', publicNote: 'Said more clearly.' })
  await tell()
  expect(await mailsTo(email)).toEqual([])
})

test('a check that is withdrawn before anybody was told of it is told to nobody', async () => {
  const email = 'desk@reader.example'
  const hasty = aClaim({ statement: 'The mill burnt down' })
  await published(room, hasty)
  await published(room, hasty, { kind: 'retraction', publicNote: 'It did not.' })
  await tell()
  expect(await mailsTo(email)).toEqual([])
  expect(await db.$count(followNews)).toBe(0)
})

test('of two changes before the mail goes the newest is told', async () => {
  const email = 'newest@reader.example'
  const moving = aClaim({ statement: 'The ferry runs', verdict: 'true' })
  const { number: at } = await published(room, moving)
  await tell()
  await follow(`/c/${at}/follow`, email)
  await published(room, moving, { kind: 'typo', publicNote: 'The first note.' })
  await published(
    room,
    { ...moving, verdict: 'false' },
    { kind: 'verdict-change', publicNote: 'The second.' },
  )
  await tell()
  const [mail = ''] = await mailsTo(email)
  expect(mail).toContain('Verdict: False')
  expect(mail).not.toContain('The first note.')
})

test('a topic that its desk has joined to another is told to who follows that', async () => {
  const email = 'joined@reader.example'
  await published(room, aClaim({ topics: ['Ramparts'] }))
  await tell()
  await joinNames({ member: room.editor, kind: 'topic', spelling: 'ramparts', name: 'Walls' })
  await follow('/topics/walls/follow', email)
  await published(room, aClaim({ statement: 'The rampart leans', topics: ['Ramparts'] }))
  await tell()
  expect((await mailsTo(email))[0]).toContain('The rampart leans')
})

test('two processes that tell at once send one mail, and what a desk’s demo publishes is told to nobody', async () => {
  const email = 'once@reader.example'
  await follow('/topics/walls/follow', email)
  await published(await aNewsroom({ isDemo: true }), aClaim({ statement: 'Invented', topics: ['walls'] }))
  await published(room, aClaim({ statement: 'The gate is shut', topics: ['walls'] }))
  await tell()
  await published(room, aClaim({ statement: 'The gate is open', topics: ['walls'] }))
  await Promise.all([tell(), tell(), tell()])
  const told = await mailsTo(email)
  expect(told).toHaveLength(2)
  expect(told.join()).not.toContain('Invented')
})

test('a mail that waits is not sent to who has left meanwhile', async () => {
  const email = 'gone@reader.example'
  await follow('/topics/walls/follow', email)
  await published(room, aClaim({ topics: ['walls'] }))
  await tell()
  const [first = ''] = await mailsTo(email)
  await published(room, aClaim({ topics: ['walls'] }))
  await tell()
  await send(linkIn(first, 'leave'), {})
  expect(await mailsTo(email)).toEqual([])
  expect((await db.select().from(mails)).filter(({ to }) => to === email)).toEqual([])
})

test('an editor sees how many readers are told before they correct a claim', async () => {
  const watched = aClaim()
  const { number: at } = await published(room, watched)
  await tell()
  const followers = async () => (await readBeforeCorrecting(watched.id, room.editor)).dependents
  await ask(`/c/${at}/follow`, 'pending@reader.example')
  expect((await followers()).map(({ what }) => what)).not.toContain('followers')
  await follow(`/c/${at}/follow`, 'watching@reader.example')
  expect((await followers()).at(-1)).toEqual({ what: 'followers', count: 1 })
})
