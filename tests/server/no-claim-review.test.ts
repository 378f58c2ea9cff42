import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../../db/client'
import { pages } from '../../db/schema'
import { languages } from '../../db/vocabulary'
import { renderOutbox } from '../../server/publication/made/render'
import { readPreview } from '../../server/publication/next/read-preview'
import { readPublished } from '../../server/publication/read-history'
import { readPage } from '../../server/publication/stored/read-page'
import { say } from '../../server/refusal'
import { decide } from '../../server/review/decide'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published, submitted } from '../publishing'

process.env.PUBLIC_ORIGIN = 'https://checks.meridian.example'
await freshDatabase()
const room = await aNewsroom()

const pageOf = async (number: number) => (await readPage(`/c/${number}`))?.bytes.toString('utf8') ?? ''
const data = /<script type="application\/ld\+json">.*?<\/script>/s

test('a version that breaks a rule is published, its page is without markup, and the editor sees the rule before and after', async () => {
  // No condition that is known beforehand asks whether there is such a month.
  const claim = aClaim({ saidAt: '2025-13-40' })
  const submission = await submitted(room, claim)
  const preview = await readPreview(submission.id, room.editor)
  const why = { code: 'claim-review-rule', values: { rule: 14 } } as const
  expect(preview).toMatchObject({ claimReview: null, whyNoClaimReview: why })
  const decision = { submissionId: submission.id, decision: 'approved', note: '' } as const
  const { publication } = await decide({ member: room.editor, ...decision })
  await renderOutbox()
  const html = await pageOf(publication?.number ?? 0)
  expect(html).toContain('It is the largest relief package')
  expect(html).not.toMatch(data)
  expect((await readPublished(room.desk.id, claim.id))?.whyNoClaimReview).toEqual(why)
  const feed = (await readPage('/api/v1/datafeed.json'))?.bytes.toString('utf8')
  expect(feed).not.toContain('2025-13-40')
  for (const language of languages) {
    const sentence = say(why, language)
    expect(sentence).toContain('ClaimReview')
    expect(sentence).toMatch(/14|١٤/)
  }
})

test('a version that breaks none has its markup, and nobody is told of a reason', async () => {
  const claim = aClaim({ statement: 'The dam is older.' })
  const { number } = await published(room, claim)
  // Its page is still to be made.
  expect((await readPublished(room.desk.id, claim.id))?.whyNoClaimReview).toBeNull()
  await renderOutbox()
  expect(await pageOf(number)).toMatch(data)
  expect((await readPublished(room.desk.id, claim.id))?.whyNoClaimReview).toBeNull()
})

test('a rule that only the finished page breaks is told, too', async () => {
  const claim = aClaim({ statement: 'The wall is older.' })
  const { number } = await published(room, claim)
  await renderOutbox()
  const made = (await pageOf(number))
    .replace(data, '')
    .replace('The wall is older.</h1>', 'The wall is new.</h1>')
  await db()
    .update(pages)
    .set({ bytes: Buffer.from(made) })
    .where(eq(pages.path, `/c/${number}`))
  expect((await readPublished(room.desk.id, claim.id))?.whyNoClaimReview).toEqual({
    ...{ code: 'claim-review-rule', values: { rule: 16 } },
  })
})
