import { performance } from 'node:perf_hooks'
import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db } from '../../../db/client'
import { revisions } from '../../../db/schema'
import type { Block } from '../../../server/article/extract/extraction'
import { textHash } from '../../../server/article/frozen-text'
import { wordsAt } from '../../../server/claim/quote'
import { addArticle, addDossier, removeDossier, takeArticleOut } from '../../../server/dossier/change-dossier'
import { copiedInWorker } from '../../../server/dossier/copied/compare-articles'
import { readCopied, readRewrite } from '../../../server/dossier/copied/read-copied'
import { readNowhere } from '../../../server/dossier/copied/read-nowhere'
import { sumsInWorker } from '../../../server/dossier/sums/count-sums'
import { readDossierSums, readSums } from '../../../server/dossier/sums/read-sums'
import { limitArticle } from '../../../server/limit/change-limit'
import type { Member } from '../../../server/member/member'
import { freshDatabase } from '../../database'
import { aDesk, anArticle, onDesk, refusalOf } from '../../newsroom'
import { rewrite, wire } from '../../rules/copied/reports'

await freshDatabase()

type Parts = { publisher: string; published: string }

async function anArticleOf(by: Member, paragraphs: string[], parts: Partial<Parts> = {}) {
  const { id } = await anArticle(by)
  const text = paragraphs.join('\n\n')
  await db()
    .insert(revisions)
    .values({
      ...{ id: uuid(), articleId: id, number: 2, text, hash: textHash(text), frozenBy: by.id },
      ...{ title: 'The dam', byline: [], language: 'en', original: text, provenance: {}, ...parts },
      blocks: paragraphs.map((paragraph): Block => ({ kind: 'paragraph', text: paragraph })),
    })
  return id
}

/** A dossier of an agency's report and what a paper made of it. */
async function aDossierOfTwo() {
  const desk = await aDesk()
  const [lena, ruth, jonas] = [
    await onDesk('reviewer', desk),
    await onDesk('editor', desk),
    await onDesk('editor', desk),
  ]
  const report = await anArticleOf(lena, wire, { publisher: 'Meridian Wire', published: '2026-03-03' })
  const paper = await anArticleOf(lena, rewrite, { publisher: 'Daily Lamp', published: '2026-03-04' })
  const dossierId = uuid()
  await addDossier({ member: lena, dossierId, name: 'Karsell dam breach' })
  for (const articleId of [paper, report]) await addArticle({ member: lena, dossierId, articleId })
  return { lena, ruth, jonas, report, paper, dossierId }
}

test('a dossier says how many independent origins its articles have, and what each was made from', async () => {
  const { dossierId, lena, paper, report } = await aDossierOfTwo()
  const { origins, articles } = await readCopied(dossierId, lena)
  expect(origins).toBe(1)
  expect(articles).toMatchObject([
    { id: paper, from: { id: report, publisher: 'Meridian Wire', because: 'earlier' } },
    { id: report, from: null },
  ])
})

test('of a copy, what stands nowhere else comes first, and each sentence leads to its paragraphs', async () => {
  const { dossierId, lena, paper, report } = await aDossierOfTwo()
  const { from, sentences } = await readRewrite({ dossierId, articleId: paper }, lena)
  expect(from?.id).toBe(report)
  expect(sentences[0]).toMatchObject({ is: 'nowhere', paragraph: 7, other: null })
  expect(sentences.find(({ paragraph }) => paragraph === 4)).toMatchObject({
    ...{ is: 'changed', changes: ['number'] },
    other: { id: report, paragraph: 4 },
  })
})

test('an article that is not there for a member counts for nothing in what they read', async () => {
  const { dossierId, jonas, ruth, lena, report, paper } = await aDossierOfTwo()
  await limitArticle({ member: ruth, articleId: report, was: null, members: [ruth.id, lena.id] })
  expect((await readCopied(dossierId, jonas)).articles).toMatchObject([{ id: paper, from: null }])
  expect(await refusalOf(readRewrite({ dossierId, articleId: report }, jonas))).toBe('article-unknown')
})

test('the sentences of a copy that stand nowhere else are known with their dossier and their revision', async () => {
  const { dossierId, lena, paper, report } = await aDossierOfTwo()
  const [nowhere, ...others] = await readNowhere(paper, lena)
  expect(others).toEqual([])
  expect(nowhere?.dossier).toEqual({ id: dossierId, name: 'Karsell dam breach' })
  const [newest] = await db()
    .select({ id: revisions.id, text: revisions.text })
    .from(revisions)
    .where(and(eq(revisions.articleId, paper), eq(revisions.number, 2)))
  expect(nowhere?.revisionId).toBe(newest?.id)
  expect(nowhere?.sentences.map((sentence) => wordsAt(newest?.text ?? '', sentence))).toEqual([rewrite[6]])
  expect(await readNowhere(report, lena)).toEqual([])
})

test('a dossier without the other article, or one that is removed, says of no sentence that it stands nowhere else', async () => {
  const { dossierId, lena, ruth, paper, report } = await aDossierOfTwo()
  await takeArticleOut({ member: lena, dossierId, articleId: report })
  expect(await readNowhere(paper, lena)).toEqual([])
  await addArticle({ member: lena, dossierId, articleId: report })
  expect(await readNowhere(paper, lena)).toHaveLength(1)
  await removeDossier({ member: ruth, dossierId })
  expect(await readNowhere(paper, lena)).toEqual([])
})

test('what stands nowhere else is told by articles that are there for the member alone', async () => {
  const { ruth, jonas, lena, report, paper } = await aDossierOfTwo()
  const members = [ruth.id, lena.id]
  const stranger = await onDesk('editor', await aDesk())
  expect(await refusalOf(readNowhere(paper, stranger))).toBe('article-unknown')
  expect(await readNowhere(paper, jonas)).toHaveLength(1)
  await limitArticle({ member: ruth, articleId: report, was: null, members })
  expect(await readNowhere(paper, jonas)).toEqual([])
  expect(await readNowhere(paper, lena)).toHaveLength(1)
  await limitArticle({ member: ruth, articleId: paper, was: null, members })
  expect(await refusalOf(readNowhere(paper, jonas))).toBe('article-unknown')
})

test('articles are compared beside the thread that serves rooms, which hears others meanwhile', async () => {
  const told = (id: string, paragraphs: string[], published: string) => ({
    ...{ id, language: 'en', published, publisher: id },
    blocks: paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
  })
  const articles = [told('Meridian Wire', wire, '2026-03-03'), told('Daily Lamp', rewrite, '2026-03-04')]
  const order: string[] = []
  const compared = copiedInWorker(articles).then(({ origins }) => order.push(`${origins.length} origin`))
  const heard = new Promise((next) => setImmediate(next)).then(() => order.push('heard'))
  await Promise.all([compared, heard])
  expect(order).toEqual(['heard', '1 origin'])
})

test('what does not add up in an article is read with its revision', async () => {
  const { lena } = await aDossierOfTwo()
  const articleId = await anArticleOf(lena, ['Inspectors found cracks in 18 of 60 beams, or 40%.'])
  const { findings } = await readSums(lena, articleId)
  expect(findings).toMatchObject([{ code: 'share', values: { computed: '30' } }])
})

test('a dossier says what does not add up in its articles, and where, but not in one that is not there for the member', async () => {
  const { lena, ruth, jonas, dossierId } = await aDossierOfTwo()
  const beams = ['The dam is old.', 'Inspectors found cracks in 18 of 60 beams, or 40%.']
  const articleId = await anArticleOf(lena, beams, { publisher: 'The Valley Post' })
  expect(await readDossierSums(dossierId, lena)).toEqual([])
  await addArticle({ member: lena, dossierId, articleId })
  const found = [{ id: articleId, findings: [{ code: 'share', values: { computed: '30' }, paragraph: 2 }] }]
  expect(await readDossierSums(dossierId, lena)).toMatchObject(found)
  await limitArticle({ member: ruth, articleId, was: null, members: [ruth.id, lena.id] })
  expect(await readDossierSums(dossierId, jonas)).toEqual([])
  expect(await readDossierSums(dossierId, ruth)).toMatchObject(found)
})

test('sums of a page of tables hold up nobody, and one that takes too long is told from one in which all adds up', async () => {
  const rows = Array.from({ length: 1_500 }, (_, row) => [`Row ${row}`, String(10 + ((row * 7_919) % 9_973))])
  const table: Block = { kind: 'table', rows, text: rows.map((row) => row.join('\t')).join('\n') }
  const beams: Block = { kind: 'paragraph', text: 'Inspectors found cracks in 18 of 60 beams, or 40%.' }
  const article = { blocks: [table, beams], language: 'en', published: null }
  const before = performance.eventLoopUtilization()
  expect(await sumsInWorker(article, { longest: 60_000 })).toMatchObject([{ code: 'share' }])
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  expect(await sumsInWorker(article, { longest: 1 })).toBeNull()
})
