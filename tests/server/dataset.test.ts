import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { readFileAt, readUnpacked } from '../../server/publication/dataset/copies/read-files'
import { makeIfDue } from '../../server/publication/dataset/start-dataset'
import { writeDataset } from '../../server/publication/dataset/write-dataset'
import { readPage } from '../../server/publication/stored/read-page'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'
import { readCsv } from '../read-csv'

await freshDatabase()
process.env.PUBLIC_LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
const night = new Date('2026-03-10T03:05:00Z')
const room = await aNewsroom()
const hostile = '=1+2, "quoted"\nand a line'
const claim = aClaim({ statement: 'The wall is older', speaker: hostile, topics: ['walls', 'age'] })
const { number } = await published(room, claim)
await published(
  room,
  { ...claim, verdict: 'true' },
  { kind: 'verdict-change', publicNote: 'We had it wrong.' },
)
const gone = aClaim({ statement: 'The pier is closed', notKnown: '' })
const retracted = await published(room, gone)
await published(room, gone, { kind: 'retraction', publicNote: 'The register was wrong.' })
await published(await aNewsroom({ isDemo: true }), aClaim({ statement: 'Invented' }))

test('it is made at once where there is none', async () => {
  expect(await makeIfDue(night)).toBe(true)
})

async function kept(name: string): Promise<Buffer> {
  const path = `/dataset${name && `/${name}`}`
  const file = await readFileAt(path)
  if (file) return buffer(readUnpacked(file))
  const page = await readPage(path)
  if (!page) throw new Error(`there is no ${name}`)
  return page.bytes
}

const rows = () => kept('claims.csv').then((bytes) => readCsv(bytes.toString('utf8')))
const lines = async () =>
  (await kept('claims.jsonl'))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

async function parquet(): Promise<Record<string, unknown>[]> {
  // A Buffer of the pool shares its memory with others.
  const file = new Uint8Array(await kept('claims.parquet')).slice().buffer
  expect(Number(parquetMetadata(file).num_rows)).toBe(4)
  return parquetReadObjects({ file })
}

test('every version but those of demos is a row, and a retracted check is marked in each of its', async () => {
  const found = (await rows()).map((row) => [row.claim, row.version, row.isNewest, row.isRetracted])
  expect(found).toEqual([
    [`${number}`, '1', 'false', 'false'],
    [`${number}`, '2', 'true', 'false'],
    [`${retracted.number}`, '1', 'false', 'true'],
    [`${retracted.number}`, '2', 'true', 'true'],
  ])
})

test('no spreadsheet runs what somebody wrote, and no other file changes it', async () => {
  const [row] = await rows()
  expect(row).toMatchObject({ speaker: `'${hostile}`, topics: 'walls; age', statement: 'The wall is older' })
  const [line] = await lines()
  expect(line).toMatchObject({ speaker: hostile, topics: ['walls', 'age'], verdict: 'misleading' })
  expect(line.sources).toHaveLength(2)
  expect(line.rationale).toContain('In cash terms this is right')
})

test('the Parquet file says the same, each column in its type', async () => {
  const [first, second] = await parquet()
  expect(first).toMatchObject({
    ...{ claim: number, version: 1, isNewest: false, speaker: hostile, notKnown: null },
    publishedAt: new Date('2026-03-09T10:20:00Z'),
  })
  expect(second).toMatchObject({ verdict: 'true', publicNote: 'We had it wrong.' })
  const [, line] = await lines()
  const { rationale: _, sources: __, searches: ___, replies: ____, figure: _____, topics, ...same } = line
  expect(JSON.parse(JSON.stringify(second))).toEqual({ ...same, topics: topics.join('; ') })
})

test('the data package names columns, licence, bytes and hashes that are true', async () => {
  const described = JSON.parse((await kept('datapackage.json')).toString('utf8'))
  expect(described).toMatchObject({ created: night.toISOString(), licenses: [{ name: 'CC-BY-4.0' }] })
  for (const { path, bytes, hash } of described.resources) {
    const content = await kept(path)
    expect(bytes).toBe(content.length)
    expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`)
  }
  const [table] = described.resources
  const [row = {}] = await rows()
  expect(table.schema.fields.map(({ name }: { name: string }) => name)).toEqual(Object.keys(row))
})

test('the page says when and how it was made, from how much, and under which licence', async () => {
  const { document } = parseHTML((await kept('')).toString('utf8'))
  expect(document.body.textContent).toContain('Made on 10 March 2026, 03:05 from 4 versions.')
  expect(document.querySelector('a[rel~="license"]')?.getAttribute('href')).toContain('creativecommons.org')
  const files = [...document.querySelectorAll('a[href^="/dataset/"]')].map(({ textContent }) => textContent)
  for (const file of files) await kept(file ?? '')
  expect(files).toHaveLength(4)
})

test('it is made once a night, and shows by the next one what was put under review', async () => {
  expect(await makeIfDue(new Date('2026-03-10T23:00:00Z'))).toBe(false)
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 2, line: 'A reader disagrees.' })
  expect(await makeIfDue(new Date('2026-03-11T02:59:00Z'))).toBe(false)
  expect((await rows()).map(({ isUnderReview }) => isUnderReview)).not.toContain('true')
  expect(await makeIfDue(new Date('2026-03-11T03:00:00Z'))).toBe(true)
  expect((await rows()).map(({ isUnderReview }) => isUnderReview)).toEqual([
    'false',
    'true',
    'false',
    'false',
  ])
})

test('the same checks make the same files', async () => {
  const before = await kept('claims.parquet')
  await writeDataset(new Date('2026-03-12T03:00:00Z'))
  expect((await kept('claims.parquet')).equals(before)).toBe(true)
})

test('where the installation names no licence, neither description nor page does', async () => {
  delete process.env.PUBLIC_LICENCE
  expect(await makeIfDue(new Date('2026-03-12T04:00:00Z'))).toBe(true)
  expect(JSON.parse((await kept('datapackage.json')).toString('utf8'))).not.toHaveProperty('licenses')
  const { document } = parseHTML((await kept('')).toString('utf8'))
  expect(document.querySelector('a[rel~="license"]')).toBeNull()
  expect(document.body.textContent).toContain('No licence is named')
})
