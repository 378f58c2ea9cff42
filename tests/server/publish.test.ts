import { verify } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { articles, logEntries, outbox, publications } from '../../db/schema'
import { canonicalHash } from '../../server/canonical-hash'
import { firstBrokenEntry } from '../../server/publication/log/log'
import { readLogKey } from '../../server/publication/log/read-log-key'
import { publish } from '../../server/publication/publish'
import { readPublished, readRecent } from '../../server/publication/read-history'
import { createCaller } from '../../server/router'
import { freshDatabase } from '../database'
import { aClaim, onDesk, refusalOf } from '../newsroom'
import { aNewsroom, published, submitted } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()

test('the first publication is version 1 under a number of its own, with its log entry and pages to make', async () => {
  const claim = aClaim()
  const { id, number, version, path } = await published(room, claim)
  expect({ version, path }).toEqual({
    version: 1,
    path: `/c/${number}-it-is-the-largest-relief-package-since-independence`,
  })
  const [entry] = await db.select().from(logEntries).where(eq(logEntries.publicationId, id))
  expect(entry).toMatchObject({
    kind: 'publication',
    body: { claim: number, version: 1, desk: room.desk.slug },
  })
  const [order] = await db.select().from(outbox).where(eq(outbox.publicationId, id))
  expect(order?.doneAt).toBeNull()
})

test('a publication keeps the checked words, who checked, who approved and where it stands', async () => {
  const { id } = await published(room, aClaim())
  const [row] = await db.select().from(publications).where(eq(publications.id, id))
  expect(canonicalHash(row?.content.claim)).toBe(row?.hash)
  expect(row?.content).toMatchObject({
    authors: [room.author.name],
    approvedBy: [room.editor.name],
    context: { before: expect.stringContaining('which the prime minister called '), after: '.' },
    article: {
      title: 'Two thousand driven from homes after Karsell dam breach',
      publisher: 'The Northern Ledger',
    },
  })
})

test('a correction is the next version of the same number', async () => {
  const claim = aClaim()
  const first = await published(room, claim)
  const second = await published(
    room,
    { ...claim, verdict: 'false' },
    { kind: 'verdict-change', publicNote: 'Why.' },
  )
  expect({ number: second.number, version: second.version }).toEqual({ number: first.number, version: 2 })
  const [entry] = await db.select().from(logEntries).where(eq(logEntries.publicationId, second.id))
  expect(entry?.kind).toBe('correction')
})

test('one submission is published once, however many try at once', async () => {
  const submission = await submitted(room, aClaim())
  const approve = () =>
    db.transaction((tx) => publish(tx, { submission, editor: room.editor, at: new Date() }))
  const results = await Promise.allSettled(Array.from({ length: 6 }, approve))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const rows = await db.select().from(publications).where(eq(publications.submissionId, submission.id))
  expect(rows).toHaveLength(1)
  expect(await refusalOf(approve())).toBe('already-decided')
})

test('two submissions of one claim published at once become versions 1 and 2', async () => {
  const claim = aClaim()
  const both = await Promise.all([
    published(room, claim),
    published(room, { ...claim, shortAnswer: 'Other.' }),
  ])
  expect(both.map(({ version }) => version).toSorted()).toEqual([1, 2])
  expect(both[0]?.number).toBe(both[1]?.number)
})

test('claims of one article share its number, and another article has another', async () => {
  await Promise.all([published(room, aClaim()), published(room, aClaim())])
  const other = await aNewsroom()
  await published(other, aClaim())
  const numbers = await db.select({ id: articles.id, number: articles.publicNumber }).from(articles)
  const of = (id: string) => numbers.find((row) => row.id === id)?.number
  expect(of(room.article.id)).toEqual(expect.any(Number))
  expect(of(other.article.id)).not.toBe(of(room.article.id))
})

test('a publication that does not commit leaves nothing behind', async () => {
  const submission = await submitted(room, aClaim())
  const before = await db.$count(logEntries)
  const failed = db.transaction(async (tx) => {
    await publish(tx, { submission, editor: room.editor, at: new Date() })
    throw new Error('the power went')
  })
  await expect(failed).rejects.toThrow('the power went')
  expect(await db.$count(logEntries)).toBe(before)
  expect(await db.$count(publications, eq(publications.submissionId, submission.id))).toBe(0)
})

test('the log has no gap after many publications at once, its chain holds and every signature is ours', async () => {
  await Promise.all(Array.from({ length: 12 }, () => published(room, aClaim())))
  const entries = await db.select().from(logEntries).orderBy(asc(logEntries.index))
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, place) => place))
  expect(firstBrokenEntry(entries)).toBeNull()
  const key = await readLogKey()
  for (const { hash, signature, body } of entries) {
    expect(verify(null, Buffer.from(hash, 'hex'), key.publicKey, Buffer.from(signature, 'hex'))).toBe(true)
    expect(body.key).toBe(key.id)
  }
})

test('what was published and logged cannot be changed', async () => {
  const { id } = await published(room, aClaim())
  const reworded = db.update(publications).set({ publicNote: 'x' }).where(eq(publications.id, id))
  await expect(reworded).rejects.toThrow()
  await expect(db.delete(logEntries).where(eq(logEntries.publicationId, id))).rejects.toThrow()
})

test('a desk sees what it published, each claim once, newest first, and not what others did', async () => {
  const [mine, theirs] = [await aNewsroom(), await aNewsroom()]
  const [claim, other] = [aClaim(), aClaim({ statement: 'A statement of its own.' })]
  await published(mine, claim)
  await published(mine, other)
  await published(
    mine,
    { ...claim, statement: 'Another statement.' },
    { kind: 'factual', publicNote: 'Why.' },
  )
  await published(theirs, aClaim())
  const recent = await readRecent(mine.desk.id)
  expect(recent.map(({ version, statement }) => ({ version, statement }))).toEqual([
    { version: 2, statement: 'Another statement.' },
    { version: 1, statement: other.statement },
  ])
  expect(await readPublished(theirs.desk.id, claim.id)).toBeNull()
})

test('an editor is told why search engines are not', async () => {
  const claim = aClaim()
  await published(room, claim)
  const { id, name, personId } = await onDesk('editor', room.desk)
  const person = {
    id: personId,
    name,
    email: `${id}@desk.example`,
    sessionId: uuid(),
    language: 'en' as const,
  }
  const history = await createCaller({ person }).publication.ofClaim({
    desk: room.desk.slug,
    claimId: claim.id,
  })
  expect(history?.whyNoClaimReview).toEqual({ code: 'claim-review-origin' })
  expect(history?.versions).toHaveLength(1)
})
