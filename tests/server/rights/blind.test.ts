import { sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { describe, expect, test } from 'vitest'
import { mails, notices, secondVerdicts } from '../../../db/schema'
import { assign } from '../../../server/assignment/assign'
import { houseEntry, houseScale } from '../../../server/claim/scale'
import type { Member } from '../../../server/member/member'
import { sendDigests } from '../../../server/notice/send-digests'
import { addOwnVerdict } from '../../../server/own-verdict/add-own-verdict'
import { decide } from '../../../server/review/decide'
import { claimHash } from '../../../server/review/submission'
import { submit } from '../../../server/review/submit'
import { readRoomClaims } from '../../../server/room/kept/read-room'
import { writeInRoom } from '../../../server/room/live/write-in-room'
import { changeScale } from '../../../server/scale/change-scale'
import { addSuggestion } from '../../../server/suggestion/add-suggestion'
import { addComment, raiseThread } from '../../../server/thread/add-comment'
import { freshDatabase } from '../../database'
import { aClaim, aRationale, aSource, damText, selectorsOf } from '../../newsroom'
import { writeClaim } from '../../write-claim'
import { articleOf, nowhere } from './article-of'
import { actOf, ask, isQuery, outcomeOf } from './ask'
import { rightOf, twoDesks } from './askers'
import { questions } from './questions'
import { anArticleOf } from './things'

const db = await freshDatabase()
const { ours, homeOf, cookies } = await twoDesks()
const { author, editor, admin } = ours

/** Words that stand in what nobody may know who judges blind, and nowhere else; so does this verdict, but for the scale. */
const canary = 'kanarienvogel'
const verdict = 'mostly-false'

/** What of an answer tells how the claim is judged; where the whole scale is read, the verdict is one of it. */
const leaksIn = (path: string, body: string) =>
  [canary, ...(readsTheScale.test(path) ? [] : [verdict])].filter((word) => body.includes(word))
const readsTheScale = /^(scale\.|secondVerdict\.asked$)/

const aJudgedOne = () => {
  const sources = [aSource({ title: `A ${canary}`, quote: canary }), aSource({ publisher: canary })]
  return aClaim({
    ...{
      sources,
      verdict,
      topics: [canary],
      shortAnswer: `A ${canary} says so.`,
      notKnown: `No ${canary} knows.`,
    },
    rationale: aRationale(`One ${canary} sang`, sources),
    selectors: selectorsOf('the northern wall'),
  })
}

/** Marks, rates and argues a claim in an article, and asks a member to judge it without sight of that. */
async function makeBlind(articleId: string, { id: askedOf, deskId }: Member) {
  const claim = aJudgedOne()
  await writeInRoom(articleId, author, (doc) => writeClaim(doc, claim, damText))
  // As a row, because the act would find that some of those who ask have been in the room.
  const asked = { articleId, claimId: claim.id, deskId, askedOf, askedBy: editor.id }
  await db.insert(secondVerdicts).values({ id: uuid(), ...asked })
  return claim
}

/** Everything that can happen to a claim while somebody judges it blind: talk, work, verdicts, suggestions, a return. */
async function workOn(articleId: string, claimId: string, told: Member) {
  const [threadId, text] = [uuid(), `<@${told.id}> <@editor> <@admin> it is ${verdict}, says the ${canary}`]
  await raiseThread({ member: author, claimId, threadId, commentId: uuid(), text })
  await addComment({ member: editor, threadId, commentId: uuid(), text: canary })
  const words = {
    field: 'short-answer',
    before: canary,
    after: `${canary} ${canary}`,
    reason: canary,
  } as const
  await addSuggestion({ member: author, id: uuid(), claimId, ...words })
  await addOwnVerdict({ member: author, id: uuid(), claimId, verdict, reason: `The ${canary}.` })
  const given = { articleId, claimId, seen: null, terms: null, note: `Ask the ${canary}.` }
  await assign({ ...given, id: uuid(), member: editor, to: told.id })
  const claim = (await readRoomClaims(articleId)).find(({ id }) => id === claimId)
  const hash = claim ? claimHash(claim) : ''
  const { submissionId } = await submit({ member: author, claimId, hash, kind: 'first', publicNote: '' })
  await decide({ member: editor, submissionId, decision: 'returned', note: `Which ${canary}?` })
  await submit({ member: author, claimId, hash, kind: 'first', publicNote: '' })
}

await changeScale({
  ...{ member: admin, was: 0 },
  to: [...houseScale(), houseEntry('half-true'), houseEntry(verdict)],
})
/** What is said of the article to whoever judges blind, on purpose: what they are asked, and that they were. */
const told = ['secondVerdict.asked', 'secondVerdict.give', 'secondVerdict.takeBack']
/** What readers have, and an admin's way to an article that is limited: neither tells how a claim is rated. */
const known = ['publication.ofClaim', 'limit.nameSelf']
/** An observer is never asked to judge. */
const judging = ['reviewer', 'editor', 'admin'] as const
const forMembers = judging.map((role) => homeOf(role).asker)

const paths = Object.keys(questions)
const naming = paths.filter((path) => questions[path]?.missing)

describe.each(naming)('%s', (path) => {
  const { thing, missing, besides } = questions[path] ?? {}
  const act = actOf(path) ?? 'read the desk'
  const allowed = judging.filter((role) => rightOf(role, act) === 'answered')
  test.each(allowed)('%s: who judges blind learns nothing of the verdict', async (asker) => {
    const own = (await thing?.(homeOf(asker))) ?? {}
    const articleId = await articleOf(own)
    if (!articleId) return
    await makeBlind(articleId, homeOf(asker).asker)
    const more = () => (typeof besides === 'function' ? besides() : besides)
    const at = (parts: Record<string, unknown>) => ({ desk: ours.desk.slug, ...more(), ...parts })
    const answer = await ask(path, at(own), cookies[asker])
    expect(leaksIn(path, answer.body)).toEqual([])
    if ([...told, ...known].includes(path) || outcomeOf(answer) === 'second-verdict-first') return
    expect(answer).toEqual(await ask(path, at({ ...own, ...nowhere(path, missing) }), cookies[asker]))
    expect(path.startsWith('dossier.') && answer.body.includes(articleId)).toBe(false)
  })
})

test('no list, notice or mail tells whoever judges blind how the claim is rated, until they have judged', async () => {
  const { articleId } = await anArticleOf(ours)
  const [worker] = forMembers
  if (!worker) throw new Error('nobody is told')
  const claim = await makeBlind(articleId, worker)
  await workOn(articleId, claim.id, worker)
  // What the tests above have made is known to others than those who were blind to it.
  for (const { id: askedOf } of forMembers)
    await db.execute(sql`
      insert into second_verdicts (id, claim_id, article_id, desk_id, asked_of, asked_by)
      select gen_random_uuid(), id, article_id, desk_id, ${askedOf}, ${editor.id} from claims
      where desk_id = ${ours.desk.id} on conflict do nothing`)
  const inputs = [{}, { typed: canary, all: null }, { filter: { topic: canary }, page: 1 }]
  const lists = paths.filter((path) => isQuery(path) && !questions[path]?.missing)
  const leaks: Record<string, string[]> = {}
  const askAll = async (role: (typeof judging)[number]) => {
    for (const path of lists)
      for (const input of inputs) {
        const { besides } = questions[path] ?? {}
        const own = typeof besides === 'function' ? besides() : besides
        const { status, body } = await ask(path, { desk: ours.desk.slug, ...own, ...input }, cookies[role])
        const found = status === 200 ? leaksIn(path, body) : []
        if (found.length) leaks[`${role}: ${path}`] = found
      }
  }
  for (const role of judging) await askAll(role)
  expect(leaks).toEqual({})
  await db.update(notices).set({ at: sql`now() - interval '2 days'` })
  await sendDigests({ now: new Date(), origin: 'https://checks.example' })
  const sent = await db.select({ text: mails.text }).from(mails)
  expect(sent.filter(({ text }) => leaksIn('mail', text).length > 0)).toEqual([])
  await db.update(secondVerdicts).set({ endedAt: new Date(), endedBy: editor.id })
  await askAll('admin')
  expect(Object.keys(leaks)).toEqual(
    expect.arrayContaining(['admin: search.hits', 'admin: thread.mentions', 'admin: review.queue']),
  )
})
