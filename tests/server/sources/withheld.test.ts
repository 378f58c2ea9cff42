import { buffer } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { pages, publications, submissions } from '../../../db/schema'
import { canonicalHash } from '../../../server/canonical-hash'
import { readClaims } from '../../../server/export/read-claims'
import { shownHash } from '../../../server/guest/guest-link'
import { readFileAt, readUnpacked } from '../../../server/publication/dataset/copies/read-files'
import { writeDataset } from '../../../server/publication/dataset/write-dataset'
import { renderOutbox } from '../../../server/publication/made/render'
import { readSubmission } from '../../../server/review/approval/read-submission'
import { decide } from '../../../server/review/decide'
import { claimHash } from '../../../server/review/submission'
import { submit } from '../../../server/review/submit'
import type { Source } from '../../../server/source/source'
import type { Unlinked } from '../../../server/source/unlinked'
import { freshDatabase } from '../../database'
import { aClaim, aRationale, aRoomWith, aSource } from '../../newsroom'
import { aNewsroom } from '../../publishing'

const db = await freshDatabase()
const room = await aNewsroom()

const bare = { title: '', address: '', publisher: '', place: '', date: '2026-03-04' }
const call: Unlinked = {
  way: 'call',
  who: 'Mira Tallis',
  role: 'harbour master',
  by: 'Ruth Bell',
  terms: 'on-record',
}
const sources: Source[] = [
  aSource({ ...bare, quote: 'It was counted twice.', unlinked: call }),
  aSource({
    ...{ ...bare, title: 'Call with Secretname Background', quote: 'Nobody counted it.' },
    unlinked: { ...call, who: 'Secretname Background', role: 'a ministry official', terms: 'background' },
  }),
  aSource({
    ...{ ...bare, quote: 'Secretquote of somebody' },
    unlinked: { ...call, who: 'Secretname Deep', role: 'Secretrole', terms: 'not-for-attribution' },
  }),
  aSource({ ...bare, quote: 'Secretquote confidential', confidential: { reason: 'to protect the source' } }),
]
const claim = aClaim({
  sources,
  rationale: aRationale('It was counted, and then it was not', sources),
  searches: [
    {
      id: aSource().id,
      where: 'Port register',
      what: 'A third count',
      when: '2026-03',
      by: 'Ruth Bell',
      through: '1990s',
    },
  ],
  replies: [
    {
      ...{ id: aSource().id, whom: 'The port authority', way: 'mail', askedAt: '2026-03-03' },
      ...{ deadline: '2026-03-05', answer: '', answeredAt: '', unansweredBy: '2026-03-06' },
    },
  ],
})
const { articleId, hashOf } = await aRoomWith([claim], room.author)
const { submissionId } = await submit({
  ...{ member: room.author, claimId: claim.id, hash: await hashOf(claim.id), kind: 'first', publicNote: '' },
})
const seen = await readSubmission(submissionId, room.editor)
await decide({ member: room.editor, submissionId, decision: 'approved', note: '' })
await renderOutbox()
process.env.PUBLIC_LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
await writeDataset(new Date('2026-03-10T03:05:00Z'))

const secret = /secretname|secretrole|secretquote|ruth bell/i

/** All words in the files that readers get, unpacked. */
async function published(): Promise<{ path: string; text: string }[]> {
  const files = ['claims.csv', 'claims.jsonl'].map((name) => `/dataset/${name}`)
  const dataset = await Promise.all(files.map(async (path) => ({ path, text: await unpacked(path) })))
  const stored = await db.select({ path: pages.path, bytes: pages.bytes }).from(pages)
  const all = stored.map(({ path, bytes }) => ({
    path,
    text: path.endsWith('.docx') ? unzipped(bytes) : bytes.toString(),
  }))
  return [...dataset, ...all]
}
async function unpacked(path: string): Promise<string> {
  const file = await readFileAt(path)
  if (!file) throw new Error(`there is no ${path}`)
  return (await buffer(readUnpacked(file))).toString()
}
const unzipped = (bytes: Buffer) =>
  Object.values(unzipSync(bytes))
    .map((file) => strFromU8(file))
    .join('\n')

/** Tables in which these words stand in some row, in letters or in bytes. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  const hex = Buffer.from(words).toString('hex')
  for (const { name } of rows) {
    const { rows: hits } = await db.execute(
      sql`select 1 from ${sql.identifier(name)} t where t::text ilike ${`%${words}%`} or t::text ilike ${`%${hex}%`} limit 1`,
    )
    if (hits.length) found.push(name)
  }
  return found.sort()
}

test('editors decide on the names as they were written', () => {
  expect(seen.claim.sources.map(({ unlinked }) => unlinked?.who)).toEqual([
    ...['Mira Tallis', 'Secretname Background', 'Secretname Deep', undefined],
  ])
})

test('no page, feed, file or record that readers get holds what the terms withhold', async () => {
  const files = await published()
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter(({ text }) => secret.test(text)).map(({ path }) => path)).toEqual([])
})

test('withheld names stand in the room and in the submission, and in no other table', async () => {
  expect(await tablesWith('Secretname')).toEqual(['room_updates', 'submissions'])
  expect(await tablesWith('Secretquote')).toEqual(['room_updates', 'submissions'])
})

test('a page says of each source what its terms allow, and what was looked for and asked', async () => {
  const page = (await published()).find(({ path }) => path === '/c/1')?.text ?? ''
  for (const words of [
    ...['Mira Tallis, harbour master', 'a ministry official', 'A source known to the newsroom'],
    ...['A confidential source', 'Withheld: to protect the source', 'Not for attribution'],
    ...['What we looked for and did not find', 'A third count', 'Port register'],
    ...['We asked The port authority for their side on', 'No answer had come by 6 March 2026.'],
  ])
    expect(page).toContain(words)
})

test('programs read the same', async () => {
  const text = (await published()).find(({ path }) => path === '/api/v1/claims/1')?.text ?? '{}'
  expect(JSON.parse(text)).toMatchObject({
    sources: [
      { unlinked: { way: 'call', terms: 'on-record', name: 'Mira Tallis', role: 'harbour master' } },
      { title: null, unlinked: { terms: 'background', name: null, role: 'a ministry official' } },
      { quote: null, unlinked: { way: null, terms: 'not-for-attribution', name: null, role: null } },
      { quote: null, unlinked: null, withheld: 'to protect the source' },
    ],
    searches: [{ where: 'Port register', what: 'A third count', when: '2026-03', through: '1990s' }],
    replies: [{ whom: 'The port authority', way: 'mail', answer: null, unansweredBy: '2026-03-06' }],
  })
})

test('what is published is sealed by a hash that no withheld name can be tried against', async () => {
  const [publication] = await db.select().from(publications)
  const [submission] = await db.select().from(submissions)
  if (!publication || !submission) throw new Error('it was published')
  const sealed = canonicalHash(publication.content.claim)
  expect(submission.hash).toBe(claimHash(claim))
  expect(sealed).not.toBe(submission.hash)
  expect(shownHash(submission.frozen)).toBe(sealed)
  const files = await published()
  expect(files.filter(({ text }) => text.includes(submission.hash))).toEqual([])
  expect(files.filter(({ text }) => text.includes(sealed)).length).toBeGreaterThan(0)
})

test('the file of a desk’s working claims holds no more than the terms allow', async () => {
  const taken: unknown[] = []
  for await (const some of readClaims(room.editor)) taken.push(...some)
  expect(JSON.stringify(taken)).toContain('a ministry official')
  expect(JSON.stringify(taken)).not.toMatch(/secretname|secretrole|secretquote/i)
})

test('after publication nothing has changed since, though readers have less than the room', async () => {
  const { rows } = await db.execute<{ same: boolean }>(
    sql`select c.hash = p.hash as same from claims c join publications p on p.claim_id = c.id where c.article_id = ${articleId}`,
  )
  expect(rows).toEqual([{ same: true }])
})

test('a public note that names a withheld source is refused', async () => {
  const again = { member: room.author, claimId: claim.id, hash: await hashOf(claim.id) }
  const note = { kind: 'clarification' as const, publicNote: 'Secretname Background called again.' }
  await expect(submit({ ...again, ...note })).rejects.toMatchObject({
    refusal: { code: 'withheld-name-written', values: { number: 2 } },
  })
})
