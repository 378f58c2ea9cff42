import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { articles, notices, placements, revisions } from '../../db/schema'
import { tookFreeTurn } from '../../db/take-turn'
import { extractInWorker } from '../../server/article/extract/extract-in-worker'
import { readArticles } from '../../server/article/list/read-articles'
import { keepLook } from '../../server/coverage/keep-look'
import { readCoverage } from '../../server/coverage/read-coverage'
import { removeArticle } from '../../server/deleted/remove-article'
import { limitArticle } from '../../server/limit/change-limit'
import type { Member } from '../../server/member/member'
import { messageOf } from '../../server/notice/notice'
import { readNotices } from '../../server/notice/read-notices'
import { readSubmission } from '../../server/review/approval/read-submission'
import { readStages } from '../../server/review/read-stages'
import { submit } from '../../server/review/submit'
import { putUnplaced } from '../../server/revision/passage/put-placements'
import { resolvePassage, signHold } from '../../server/revision/passage/resolve-passage'
import { readArticleRevisions } from '../../server/revision/read-revisions'
import { takePasted } from '../../server/revision/take-pasted'
import { adjustQuote } from '../../server/room/doc/marks'
import { aCheckedArticle, asHtml, publishing } from '../checked-article'
import { freshDatabase } from '../database'
import { aClaim, aDesk, damParagraphs, damText, onDesk, refusalOf, selectorsOf } from '../newsroom'
import { writeClaim } from '../write-claim'

const db = await freshDatabase()

const [first = '', second = '', third = ''] = damParagraphs
test('the same text makes no revision', async () => {
  const { becomes, articleId } = await aCheckedArticle()
  expect(await becomes(first, second, third)).toEqual({ number: 1, isNew: false })
  expect(await db.select().from(revisions).where(eq(revisions.articleId, articleId))).toHaveLength(1)
})

test('a changed text is the next revision, and the first stays as it is', async () => {
  const { becomes, articleId, lena } = await aCheckedArticle()
  expect(await becomes('A correction was made.', first, second, third)).toEqual({ number: 2, isNew: true })
  const rows = await db
    .select()
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(revisions.number)
  expect(rows.map(({ text }) => text)).toEqual([damText, `A correction was made.\n\n${damText}`])
  expect((await readArticleRevisions(lena, articleId)).revisions.map(({ number }) => number)).toEqual([2, 1])
})

test('marks are carried to their new places, in code points', async () => {
  const { becomes, passages, changes } = await aCheckedArticle()
  await becomes('Correction 😀👨‍👩‍👧 of Monday.', first, second, third)
  expect(await changes()).toEqual(['same', 'same', 'same'])
  const [people] = await passages()
  expect(people?.span?.start).toBe([...'Correction 😀👨‍👩‍👧 of Monday.\n\n'].length)
})

test('each change of a passage is told apart', async () => {
  const { becomes, changes } = await aCheckedArticle()
  await becomes(
    first.replace('Two thousand', 'Three thousand'),
    second.replace('largest relief package', 'largest ever relief package'),
    'The ministry did not comment.',
  )
  expect(await changes()).toEqual(['substantive', 'edited', 'removed'])
})

test('of two who look at once, one makes the revision', async () => {
  const { becomes, articleId } = await aCheckedArticle()
  const texts = ['A note.', first, second, third]
  const revised = await Promise.all([becomes(...texts), becomes(...texts), becomes(...texts)])
  expect(revised.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect(await db.select().from(revisions).where(eq(revisions.articleId, articleId))).toHaveLength(2)
  expect(await db.select().from(placements).where(eq(placements.articleId, articleId))).toHaveLength(3)
})

test('a changed fact reopens a claim; that the check still holds is signed, and holds for the next look', async () => {
  const { becomes, stages, passageOf, people, lena } = await aCheckedArticle()
  expect(await stages()).toEqual(['ready', 'ready', 'ready'])
  const later = first.replace('Two thousand', 'Three thousand')
  await becomes(later, second, third)
  expect(await stages()).toEqual(['to-check', 'ready', 'ready'])
  await signHold(lena, (await passageOf(people)).placementId)
  expect(await stages()).toEqual(['ready', 'ready', 'ready'])
  expect((await passageOf(people)).held).toMatchObject({ by: lena.name })
  await becomes(later, second, third, 'A line more.')
  expect(await passageOf(people)).toMatchObject({ change: 'same', held: null })
  await becomes(later.replace('Three', 'Four'), second, third)
  expect(await passageOf(people)).toMatchObject({ change: 'substantive' })
})

test('a claim whose fact was changed cannot be submitted until somebody answers for it', async () => {
  const { becomes, passageOf, people, room, lena } = await aCheckedArticle()
  await becomes(first.replace('Two thousand', 'Three thousand'), second, third)
  const ask = async () =>
    submit({
      member: lena,
      claimId: people.id,
      hash: await room.hashOf(people.id),
      kind: 'first',
      publicNote: '',
    })
  expect(await refusalOf(ask())).toBe('passage-changed')
  await signHold(lena, (await passageOf(people)).placementId)
  expect(await ask()).toHaveProperty('submissionId')
})

test('an editor who decides is told that the passage was changed, until somebody says that the check holds', async () => {
  const { becomes, passageOf, package14, room, lena, ruth } = await aCheckedArticle()
  const as = { member: lena, claimId: package14.id, kind: 'first', publicNote: '' } as const
  const { submissionId } = await submit({ ...as, hash: await room.hashOf(package14.id) })
  const open = async () => (await readSubmission(submissionId, ruth)).leftOpen
  expect(await open()).toEqual([])
  await becomes(first, second.replace('relief package', 'aid package'), third)
  expect(await open()).toEqual([{ what: 'passage', count: 1 }])
  await signHold(lena, (await passageOf(package14)).placementId)
  expect(await open()).toEqual([])
})

test('another word asks for a second look and reopens nothing', async () => {
  const { becomes, stages, articleId, lena } = await aCheckedArticle()
  await becomes(first, second.replace('relief package', 'aid package'), third)
  expect(await stages()).toEqual(['ready', 'ready', 'ready'])
  const tasks = (await readStages(articleId, lena)).map(({ passage }) => passage)
  expect(tasks).toEqual([null, 'recheck', null])
})

test('whoever wrote a claim and the editors are told once that its fact was changed', async () => {
  const { becomes, people, lena, ruth } = await aCheckedArticle()
  await becomes(first.replace('Two thousand', 'Three thousand'), second, third)
  const told = await db.select().from(notices).where(eq(notices.claimId, people.id))
  expect(told.map(({ kind, memberId }) => [kind, memberId]).sort()).toEqual(
    [lena.id, ruth.id].map((id) => ['passage-changed', id]).sort(),
  )
})

test('whoever wrote claims and the editors are told once for a revision of what else was done to their passages', async () => {
  const { becomes, articleId, lena, ruth } = await aCheckedArticle()
  const told = async () => {
    const { kind, memberId, claimId } = notices
    return db.select({ kind, memberId, claimId }).from(notices).where(eq(notices.articleId, articleId))
  }
  await becomes('A note.', first, second, third)
  expect(await told()).toEqual([])
  const damage = 'Engineers had warned of damage in the northern section.'
  const later = ['A note.', 'The dam was built in 1961.', second.replace('relief package', 'aid package')]
  await becomes(...later, damage)
  const both = [lena.id, ruth.id].map((memberId) => ({ kind: 'passage-changed', memberId, claimId: null }))
  expect(await told()).toEqual(expect.arrayContaining(both))
  expect(await told()).toHaveLength(2)
  // What was told is not told again when the page changes elsewhere, though nobody has answered it.
  await becomes(...later, damage, 'It rained all night.')
  expect(await told()).toHaveLength(2)
  const [notice] = (await readNotices(ruth, null)).notices
  expect(notice && messageOf(notice)).toBe('notice.passages')
})

test('articles with passages to look at are found in the list until all of them are answered', async () => {
  const { becomes, passageOf, people, package14, cracks, lena, articleId } = await aCheckedArticle()
  const found = async () =>
    (await readArticles(lena, { filter: { passages: 'open' }, page: 1 })).articles.map(({ id }) => id)
  await becomes('A note.', first, second, third)
  expect(await found()).toEqual([])
  const damage = 'Engineers had warned of damage in the northern section.'
  await becomes(first.replace('Two', 'Three'), second.replace('relief package', 'aid package'), damage)
  expect(await found()).toEqual([articleId])
  await signHold(lena, (await passageOf(people)).placementId)
  await signHold(lena, (await passageOf(package14)).placementId)
  expect((await passageOf(cracks)).isDoubtful).toBe(true)
  expect(await found()).toEqual([articleId])
  await resolvePassage(lena, (await passageOf(cracks)).placementId, { is: 'here' })
  await signHold(lena, (await passageOf(cracks)).placementId)
  expect(await found()).toEqual([])
})

test('a passage that comes back is where it was, as it was', async () => {
  const { becomes, passageOf, cracks } = await aCheckedArticle()
  await becomes(first, second, 'The ministry did not comment.')
  expect(await passageOf(cracks)).toMatchObject({ change: 'removed', span: null })
  await becomes('A note.', first, second, third)
  expect(await passageOf(cracks)).toMatchObject({ change: 'same' })
})

test('a claim that is given words of the newest text is at home there', async () => {
  const { becomes, people, room, lena, passages, stages } = await aCheckedArticle()
  const later = [first.replace('Two thousand', 'Three thousand'), second, third]
  await becomes(...later)
  const text = later.join('\n\n')
  const [newest] = await db.select().from(revisions).where(eq(revisions.text, text))
  const span = selectorsOf('Three thousand people were driven from their homes', text).position
  await room.edit(lena, (doc) => {
    adjustQuote(doc, people.id, { revision: newest?.hash ?? '', text, span }, {})
  })
  expect((await passages()).map(({ claimId }) => claimId)).not.toContain(people.id)
  expect(await stages()).toEqual(['ready', 'ready', 'ready'])
})

test('what somebody marked offline in the old text is placed when the article is looked at', async () => {
  const { becomes, room, articleId, lena, passageOf } = await aCheckedArticle()
  await becomes('A note.', first, second, third)
  const late = aClaim({ words: 'shortly before midnight' })
  await room.edit(lena, (doc) => writeClaim(doc, late, damText))
  await putUnplaced(lena, articleId)
  expect(await passageOf(late)).toMatchObject({ change: 'same' })
})

test('placing waits for a page that is read without keeping anybody from the article', async () => {
  const { becomes, room, articleId, lena, passageOf } = await aCheckedArticle()
  await becomes('A note.', first, second, third)
  const late = aClaim({ words: 'shortly before midnight' })
  await room.edit(lena, (doc) => writeClaim(doc, late, damText))
  let isRead = false
  const words = Array.from({ length: 30_000 }, (_, at) => `Word ${at} of a long page.`)
  // Whether it is read or refused as too heavy, it is before the other with the worker.
  const reading = extractInWorker({ kind: 'html', html: asHtml(words), url: 'about:blank' })
    .catch(() => null)
    .finally(() => {
      isRead = true
    })
  const putting = putUnplaced(lena, articleId)
  const turns = []
  while (!isRead)
    turns.push(
      await db.transaction(async (tx) => ({
        isFree: await tookFreeTurn(tx, `revisions of article ${articleId}`),
        isRead,
      })),
    )
  await Promise.all([reading, putting])
  const meanwhile = turns.filter((turn) => !turn.isRead)
  expect(meanwhile.length).toBeGreaterThan(10)
  expect(meanwhile.every(({ isFree }) => isFree)).toBe(true)
  expect(await passageOf(late)).toMatchObject({ change: 'same' })
})

test('a doubtful place waits for a person, and the first to settle it is believed', async () => {
  const { becomes, passageOf, cracks, lena, ruth } = await aCheckedArticle()
  await becomes(first, second, third)
  await becomes(first, second, 'Inspectors spoke of damage in the northern section of the wall.')
  const passage = await passageOf(cracks)
  expect(passage.isDoubtful || passage.change === 'removed').toBe(true)
  // Whatever was thought of it, a person's word stands.
  await db
    .update(placements)
    .set({ isDoubtful: true, change: 'edited', start: 0, end: 10 })
    .where(eq(placements.id, passage.placementId))
  expect(await refusalOf(signHold(lena, passage.placementId))).toBe('passage-doubtful')
  const text = [first, second, 'Inspectors spoke of damage in the northern section of the wall.'].join('\n\n')
  const span = selectorsOf('damage in the northern section of the wall', text).position
  await resolvePassage(lena, passage.placementId, { is: 'elsewhere', span })
  expect(await passageOf(cracks)).toMatchObject({
    span,
    isDoubtful: false,
    settled: { by: lena.name },
    change: 'substantive',
  })
  expect(await refusalOf(resolvePassage(ruth, passage.placementId, { is: 'gone' }))).toBe('passage-settled')
})

test('sentences with carried claims count as claimed', async () => {
  const { becomes, articleId } = await aCheckedArticle()
  await becomes('A note on the record.', first, second, third)
  const { states } = await readCoverage(articleId)
  expect(states.map(({ is }) => is)).toEqual(['not-looked-at', 'claimed', 'claimed', 'claimed'])
})

test('a sentence that was looked at stays so while it says the same, wherever it stands', async () => {
  const { lena, articleId, becomes } = await aCheckedArticle()
  const states = async () => (await readCoverage(articleId)).states.map(({ is }) => is)
  await becomes(first, second, third, 'It rained all night.', 'Nobody slept in the town.')
  const { sentences } = await readCoverage(articleId)
  for (const sentence of sentences.slice(3))
    await keepLook({ member: lena, lookId: uuid(), articleId, sentence, hasNoClaim: true })
  await becomes('A note.', 'Nobody slept in the town.', first, second, third, 'It rained all day.')
  expect(await states()).toEqual([
    'not-looked-at',
    'no-claim',
    'claimed',
    'claimed',
    'claimed',
    'not-looked-at',
  ])
  const [, back] = (await readCoverage(articleId)).sentences
  if (!back) throw new Error('the sentence is there')
  await keepLook({ member: lena, lookId: uuid(), articleId, sentence: back, hasNoClaim: false })
  expect((await states())[1]).toBe('not-looked-at')
})

test('another desk, a deleted and a limited article have no revisions', async () => {
  const { articleId, becomes, desk, lena, ruth, passageOf, people } = await aCheckedArticle()
  await becomes(first.replace('Two thousand', 'Three thousand'), second, third)
  const { placementId } = await passageOf(people)
  const stranger = await onDesk('editor', await aDesk())
  const asked = (member: Member) => [
    () => readArticleRevisions(member, articleId),
    () => takePasted(member, articleId, asHtml([first, second])),
  ]
  for (const ask of asked(stranger)) expect(await refusalOf(ask())).toBe('article-unknown')
  expect(await refusalOf(signHold(stranger, placementId))).toBe('passage-unknown')
  expect(await refusalOf(signHold(lena, uuid()))).toBe('passage-unknown')
  const other = await onDesk('reviewer', desk)
  await limitArticle({ member: ruth, articleId, was: null, members: [lena.id, ruth.id] })
  for (const ask of asked(other)) expect(await refusalOf(ask())).toBe('article-unknown')
  expect(await refusalOf(signHold(other, placementId))).toBe('passage-unknown')
  await removeArticle({ member: ruth, articleId })
  for (const ask of asked(lena)) expect(await refusalOf(ask())).toBe('article-deleted')
  expect(await refusalOf(signHold(lena, placementId))).toBe('article-deleted')
  expect(await db.select().from(articles).where(eq(articles.id, articleId))).toHaveLength(1)
})

test('a change that a version answered is not asked again when the page changes elsewhere', async () => {
  const checked = await aCheckedArticle()
  const { becomes, people, package14, cracks, stages, passageOf, lena } = checked
  const { publish, tell, lineOf } = publishing(checked)
  await publish(people, package14, cracks)
  const later = [first.replace('Two thousand', 'Three thousand'), second.replace('relief', 'aid')]
  await becomes(...later, 'The ministry did not comment.')
  expect(await stages()).toEqual(['changed-since', 'published', 'published'])
  for (const claim of [people, package14, cracks]) await tell(claim)
  await becomes(...later, 'The ministry did not comment.', 'It rained all night.')
  expect(await stages()).toEqual(['published', 'published', 'published'])
  const { articleId } = checked
  expect((await readStages(articleId, lena)).map(({ passage }) => passage)).toEqual([null, null, null])
  expect(await passageOf(people)).toMatchObject({ change: 'same' })
  expect(await lineOf(cracks)).toBe('')
  const told = await db.select().from(notices).where(eq(notices.claimId, people.id))
  expect(told.filter(({ kind }) => kind === 'passage-changed')).toHaveLength(2)
  // A further change is news again, of what was gone as well.
  await becomes(later[0]?.replace('Three', 'Four') ?? '', later[1] ?? '', third)
  expect(await stages()).toEqual(['changed-since', 'published', 'published'])
  expect(await passageOf(cracks)).toMatchObject({ change: 'same' })
})

test('what a person said is gone is not asked again until the page has something new', async () => {
  const { becomes, passageOf, cracks, lena } = await aCheckedArticle()
  const alike = 'Engineers had warned of damage in the northern section.'
  await becomes(first, second, alike)
  const { isDoubtful, placementId } = await passageOf(cracks)
  expect(isDoubtful).toBe(true)
  await resolvePassage(lena, placementId, { is: 'gone' })
  await becomes(first, second, alike, 'It rained all night.')
  expect(await passageOf(cracks)).toMatchObject({
    change: 'removed',
    isDoubtful: false,
    settled: { by: lena.name },
  })
  await becomes(first, second, alike.replace('damage', 'faults'), 'It rained all night.')
  expect(await passageOf(cracks)).toMatchObject({ isDoubtful: true, settled: null })
})

test('what the publisher did is told to readers by a version with the same words, approved by a second person', async () => {
  const checked = await aCheckedArticle()
  const { becomes, people, package14, stages } = checked
  const { ask, publish, tell, lineOf } = publishing(checked)
  await publish(people, package14)
  await becomes(first.replace('Two thousand', 'Three thousand'), second, third)
  expect(await stages()).toEqual(['changed-since', 'published', 'ready'])
  // What did not change has nothing to tell.
  expect(await refusalOf(ask(package14, 'clarification', 1, 'Looked again.'))).toBe('nothing-changed')
  const line = await lineOf(people)
  expect(line).toMatch(
    /^Checked against the version of .+, \d\d:\d\d; by .+ the publisher had changed this passage\.$/,
  )
  await tell(people)
  expect(await stages()).toEqual(['published', 'published', 'ready'])
  expect(await refusalOf(ask(people, 'clarification', 2, line))).toBe('nothing-changed')
})
