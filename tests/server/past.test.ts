import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, like } from 'drizzle-orm'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { expect, test, vi } from 'vitest'
import { auditEntries, pastChecks, people } from '../../db/schema'
import { importPastCommand } from '../../server/command/operator/published/import-past'
import type { Member } from '../../server/member/member'
import { readCsv } from '../../server/past/csv-rows'
import { matchColumns } from '../../server/past/past-check'
import { lackingIn, rowsOfTable } from '../../server/past/past-file'
import { renderStale } from '../../server/publication/made/render'
import { readPage } from '../../server/publication/stored/read-page'
import { createCaller } from '../../server/router'
import { freshDatabase } from '../database'
import { aDesk, onDesk, refusalOf } from '../newsroom'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'past-'))
const desk = await aDesk()
const [editor, reviewer] = [await onDesk('editor', desk), await onDesk('reviewer', desk)]

async function take(name: string, content: string, more: string[] = [], member: Member = editor) {
  const [person] = await db.select().from(people).where(eq(people.id, member.personId))
  writeFileSync(join(folder, name), content)
  return importPastCommand.run([
    join(folder, name),
    '--desk',
    desk.slug,
    '--member',
    person?.email ?? '',
    ...more,
  ])
}

const table = [
  'URL,Claim,Claimant,Date,Verdict,Summary',
  'https://old.example/wall?utm_source=x,"The wall, they said, is ""older""",Zoë,2019-05-04,FALSE,"Two lines:\nit is not."',
  'https://old.example/pier,The pier is closed,,2018,Pants on fire,',
  'no address,Something,,2018,False,',
  'https://old.example/date,Something,,04/05/2019,False,',
  'https://old.example/pier/,The pier again,,2018,False,',
  '',
].join('\r\n')

const refusals = [
  { row: 5, why: expect.stringContaining('not one') },
  { row: 6, why: expect.stringContaining('04/05/2019') },
  { row: 7, why: expect.stringContaining('row 4') },
]

test('a dry run says what would be taken and why the rest would not, and keeps nothing', async () => {
  const said = await take('checks.csv', table, ['--dry-run'])
  expect(said).toEqual({ isDry: true, added: 2, changed: 0, same: 0, refused: refusals })
  expect(await db.select().from(pastChecks)).toEqual([])
})

test('a table is taken in with its dates, addresses and words, and the same file twice changes nothing', async () => {
  expect(await take('checks.csv', table)).toMatchObject({ added: 2, changed: 0, same: 0 })
  expect(await take('checks.csv', table)).toMatchObject({ added: 0, changed: 0, same: 2 })
  const kept = await db.select().from(pastChecks).orderBy(pastChecks.publishedOn)
  expect(kept).toMatchObject([
    { statement: 'The pier is closed', publishedOn: '2018', rating: 'Pants on fire', verdict: null },
    {
      ...{ address: 'https://old.example/wall?utm_source=x', statement: 'The wall, they said, is "older"' },
      ...{
        publishedOn: '2019-05-04',
        rating: 'FALSE',
        verdict: 'false',
        shortAnswer: 'Two lines:\nit is not.',
      },
    },
  ])
})

test('columns of any name are matched by hand, and a wrong name is said', async () => {
  const named = 'Wo;Was;Wann;Urteil\nhttps://old.example/dam;The dam holds;2020-01;True\n'
  expect(await take('named.csv', named).catch((error: Error) => error.message)).toMatch(/address.*--map/)
  const maps = ['Wo=address', 'Was=statement', 'Wann=date', 'Urteil=rating'].flatMap((map) => ['--map', map])
  expect(await take('named.csv', named, maps)).toMatchObject({ added: 1, refused: [] })
  expect(
    await take('named.csv', named, ['--map', 'Wer=speaker']).catch((error: Error) => error.message),
  ).toMatch(/no column Wer/)
})

test('ClaimReview is read however deep it stands, and one that is known by its address is changed', async () => {
  const review = (url: string, alternateName: string) => ({
    '@type': 'ClaimReview',
    ...{ url, claimReviewed: 'The dam holds', datePublished: '2020-01-15T10:00:00Z' },
    itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Zoë' } },
    reviewRating: { '@type': 'Rating', alternateName },
  })
  const document = {
    '@context': 'https://schema.org',
    '@graph': [
      review('https://old.example/dam', 'False'),
      { '@type': 'WebPage' },
      { item: review('https://old.example/rain', '') },
    ],
  }
  const said = await take('reviews.json', JSON.stringify(document))
  expect(said).toMatchObject({ added: 0, changed: 1, refused: [{ row: 2 }] })
  const [dam] = await db.select().from(pastChecks).where(eq(pastChecks.statement, 'The dam holds'))
  expect(dam).toMatchObject({ publishedOn: '2020-01-15', verdict: 'false', speaker: 'Zoë' })
})

test('readers see that they were published before Proofroom, and read them where they were', async () => {
  await renderStale()
  const page = (await readPage('/earlier'))?.bytes.toString('utf8') ?? ''
  expect(page).toContain('href="https://old.example/pier"')
  expect(page.match(/published before Proofroom/g)).toHaveLength(3)
  expect(page.indexOf('The dam holds')).toBeLessThan(page.indexOf('The pier is closed'))
  expect((await readPage('/latest'))?.bytes.toString('utf8')).toContain('href="/earlier"')
})

test('a reviewer may not take checks in', async () => {
  expect(await refusalOf(take('checks.csv', table, [], reviewer))).toBe('role-too-low')
})

test('a browser is told what would become of each row before it is taken in, and the audit of the taking in alone', async () => {
  const [person] = await db.select().from(people).where(eq(people.id, editor.personId))
  if (!person) throw new Error('an editor is somebody')
  const caller = createCaller({ person: { ...person, sessionId: uuid() } })
  const of = readCsv(
    'Wo;Was;Wann;Urteil\nhttps://old.example/quay;The quay is dry;2020-02;True\nnowhere;The mill;2018;True\n',
  )
  const places = matchColumns(of.columns, new Map())
  expect(lackingIn(places)).toEqual(['address', 'statement', 'date', 'rating'])
  const rows = rowsOfTable(of, { ...places, address: 0, statement: 1, date: 2, rating: 3 })
  const asked = { desk: desk.slug, rows }
  const would = {
    taken: [{ line: 2, becomes: 'added' }],
    refused: [{ line: 3, why: { code: 'past-address' } }],
  }
  expect(await caller.past.tryRows(asked)).toEqual(would)
  const isQuay = eq(pastChecks.statement, 'The quay is dry')
  expect(await db.$count(pastChecks, isQuay)).toBe(0)
  expect(await caller.past.takeIn(asked)).toEqual(would)
  expect(await caller.past.takeIn(asked)).toMatchObject({ taken: [{ line: 2, becomes: 'same' }] })
  expect(await db.$count(pastChecks, isQuay)).toBe(1)
  const kept = await db
    .select({ way: auditEntries.way })
    .from(auditEntries)
    .where(like(auditEntries.way, 'past.%'))
  expect(kept).toEqual([{ way: 'past.takeIn' }, { way: 'past.takeIn' }])
})

test('a thousand rows take hardly more statements than three', async () => {
  const counted = async (rows: number, rating: string) => {
    const lines = Array.from(
      { length: rows },
      (_, row) => `https://many.example/${row},Row ${row},2020,${rating}`,
    )
    const asked = vi.spyOn(pg.Client.prototype, 'query')
    const said = await take('many.csv', ['url,claim,date,verdict', ...lines].join('\n'))
    const statements = asked.mock.calls.length
    asked.mockRestore()
    return { said, statements }
  }
  const few = await counted(3, 'True')
  const many = await counted(1_203, 'False')
  expect(many.said).toEqual({ isDry: false, added: 1_200, changed: 3, same: 0, refused: [] })
  expect((await counted(1_203, 'False')).said).toMatchObject({ added: 0, changed: 0, same: 1_203 })
  expect(many.statements - few.statements).toBeLessThan(5)
  expect(await db.$count(pastChecks, like(pastChecks.address, 'https://many.example/%'))).toBe(1_203)
})
